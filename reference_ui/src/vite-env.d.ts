/** Files that the build takes in as they are. */
declare module "*.ftl?raw" {
  const text: string;
  export default text;
}
declare module "*.css";
