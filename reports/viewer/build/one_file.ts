/** A Vite plugin: puts the built script and style into the HTML, and names them by hash in a Content-Security-Policy. */
import { createHash } from "node:crypto";
import type { OutputAsset, OutputBundle, OutputChunk } from "rolldown";
import type { Plugin } from "vite";

export function oneFile(): Plugin {
  return {
    name: "meanwhile-one-file",
    enforce: "post",
    generateBundle(_options, bundle) {
      const page = asset(bundle, ".html");
      const script = chunk(bundle).code.trim().replaceAll("</script", "<\\/script");
      const style = text(asset(bundle, ".css")).trim();
      page.source = inlined(text(page), script, style);
      for (const name of Object.keys(bundle)) if (!name.endsWith(".html")) delete bundle[name];
    },
  };
}

export function inlined(page: string, script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return page
    .replace(/\s*<link rel="stylesheet"[^>]*>/, "")
    .replace(/\s*<script type="module"[^>]*><\/script>/, "")
    .replace(/<meta charset="utf-8" ?\/?>/, (charset) => `${charset}\n    ${meta(policy)}`)
    .replace("</head>", () => `<style>${style}</style>\n  </head>`)
    .replace("</body>", () => `<script type="module">${script}</script>\n  </body>`);
}

function meta(policy: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
}

function hash(source: string): string {
  return `sha256-${createHash("sha256").update(source).digest("base64")}`;
}

function asset(bundle: OutputBundle, ending: string): OutputAsset {
  const found = Object.values(bundle).filter((one) => one.type === "asset" && one.fileName.endsWith(ending));
  if (found.length !== 1) throw new Error(`the viewer builds to ${found.length} ${ending} files, not one`);
  return found[0] as OutputAsset;
}

function chunk(bundle: OutputBundle): OutputChunk {
  const found = Object.values(bundle).filter((one) => one.type === "chunk");
  if (found.length !== 1) throw new Error(`the viewer builds to ${found.length} scripts, not one`);
  return found[0] as OutputChunk;
}

function text(one: OutputAsset): string {
  return typeof one.source === "string" ? one.source : new TextDecoder().decode(one.source);
}
