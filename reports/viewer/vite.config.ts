/** Builds the report viewer: one HTML file with script and style inside, and a policy that lets it load nothing. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { oneFile } from "./build/one_file.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  base: "./",
  logLevel: "warn",
  plugins: [oneFile()],
  build: {
    outDir: here("../../harness/_built/viewer"),
    emptyOutDir: true,
    target: "chrome120",
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
  },
});
