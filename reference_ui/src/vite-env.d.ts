/** What the build adds to the language: files taken in as they are. */
declare module "*.css";
interface ImportMeta {
  glob<Content>(pattern: string, how: { query: "?raw"; import: "default"; eager: true }): Record<string, Content>;
}
