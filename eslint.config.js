import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["harness/_built/", "node_modules/", ".venv/", "dist/", "fixtures/", "meanwhile-report/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: ["./tsconfig.json", "./tsconfig.node.json"] } },
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "max-lines": ["error", 399],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/triple-slash-reference": ["error", { path: "always" }],
    },
  },
  {
    // The page's runtime keeps the browser's own functions before it replaces them, and calls them with their owner.
    files: ["harness/drive/page/**/*.ts"],
    rules: { "@typescript-eslint/unbound-method": "off" },
  },
);
