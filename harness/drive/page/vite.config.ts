/** Builds the page runtime: one classic script, for an init script has no imports. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  logLevel: "warn",
  resolve: {
    // fake-timers looks for Node's modules, which a page does not have.
    alias: [{ find: /^(util|timers|timers\/promises|perf_hooks)$/, replacement: here("./src/nothing.ts") }],
  },
  build: {
    outDir: here("../../_built/page"),
    emptyOutDir: true,
    target: "chrome120",
    lib: { entry: here("./src/index.ts"), formats: ["iife"], name: "meanwhileRuntime", fileName: () => "runtime.js" },
  },
});
