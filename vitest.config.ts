import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{tests,reference_ui,reports,harness}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "harness/_built/**"],
    passWithNoTests: true,
    // Files of one worker share their modules: setting up each anew takes four times as long as all tests.
    isolate: false,
  },
});
