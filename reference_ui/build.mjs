/**
 * Builds the reference job UI into harness/_built/reference_ui/: the clean one, and for each defect what differs from it.
 *
 * A defect (defects/<id>.ts) replaces one exported function of src/ while the sources are read: the function of that name
 * is renamed, and the one in the defect's file is imported in its place. What a defect imports "as original" is the renamed
 * one. src/ knows of no defect.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(here, "../harness/_built/reference_ui");

/** The files of a build, by name. */
async function bundle(plugins = []) {
  const result = await build({
    root: here,
    configFile: false,
    logLevel: "warn",
    plugins,
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      rolldownOptions: { output: { codeSplitting: libraries } },
    },
  });
  return new Map(result.output.map((file) => [file.fileName, file.type === "chunk" ? file.code : file.source]));
}

/** Libraries go into a chunk of their own, the same in every build. */
const libraries = { groups: [{ name: "libraries", test: /node_modules/ }] };

/** What a defect's file says of itself. */
function describe(id, source) {
  const constant = (name) => {
    const found = source.match(new RegExp(`^export const ${name} =\\s*"([^"]*)";`, "m"));
    if (found === null) throw new Error(`defects/${id}.ts: ${name} is missing; write export const ${name} = "...";`);
    return found[1];
  };
  return {
    id,
    law: constant("law"),
    mirrors: constant("mirrors"),
    replaces: constant("replaces"),
    title: constant("title"),
  };
}

/** A plugin that puts the defect's function in the place of the one that it replaces, and shows it the original. */
function replacing({ id, replaces }) {
  const [file, name] = replaces.split("#");
  const [target, defect] = [resolve(here, file), join(here, "defects", `${id}.ts`)];
  const before = `${name}BeforeDefect`;
  const declaration = new RegExp(`^export (async )?function ${name}\\b`, "gm");
  const replace = (code) => {
    if (code.match(declaration)?.length !== 1) throw new Error(`defects/${id}.ts: ${replaces} is not one function`);
    const imports = `import { ${name} } from ${JSON.stringify(defect)};\nexport { ${name}, ${before} };\n`;
    return imports + code.replace(declaration, `$1function ${before}`);
  };
  return {
    name: "replace-one-function",
    enforce: "pre",
    transform(code, module) {
      if (module === target) return { code: replace(code), map: null };
      if (module === defect) return { code: code.replace(`${name} as original`, `${before} as original`), map: null };
      return null;
    },
    buildEnd() {
      if (!this.getModuleInfo(defect)) throw new Error(`defects/${id}.ts: ${file} is no part of the build`);
    },
  };
}

/** Write the files of a build, but for those that another build has written already. */
async function write(folder, files, already = new Map()) {
  for (const [name, content] of files) {
    if (already.get(name) === content) continue;
    await mkdir(dirname(join(out, folder, name)), { recursive: true });
    await writeFile(join(out, folder, name), content);
  }
}

await rm(out, { recursive: true, force: true });
const clean = await bundle();
await write("clean", clean);
const defects = [];
for (const file of (await readdir(join(here, "defects"))).filter((name) => name.endsWith(".ts")).sort()) {
  const id = file.replace(/\.ts$/, "");
  const defect = describe(id, await readFile(join(here, "defects", file), "utf8"));
  await write(id, await bundle([replacing(defect)]), clean);
  defects.push(defect);
}
await writeFile(join(out, "defects.json"), JSON.stringify(defects, null, 2) + "\n");
