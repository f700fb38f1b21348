/**
 * Bundles client, server and command line to dist/: each one CommonJS file that runs from an
 * empty folder, beside what nginx's documentation says. `--watch` goes on, `--minify` is for the package.
 */

import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { build, context } from "esbuild";
import { descriptions } from "./scripts/nginx-catalog/descriptions.ts";

const watch = process.argv.includes("--watch");
const minify = process.argv.includes("--minify");
const { version } = JSON.parse(await readFile("package.json", "utf8"));

const options = {
	entryPoints: [
		{ in: "client/src/extension.ts", out: "client" },
		{ in: "server/src/main.ts", out: "server" },
		{ in: "server/src/cli/main.ts", out: "cli" },
	],
	outdir: "dist",
	bundle: true,
	platform: "node",
	format: "cjs",
	target: "node20",
	external: ["vscode"],
	// The ES modules of these libraries bundle and shake better than their UMD builds.
	mainFields: ["module", "main"],
	define: {
		EDGEWISE_VERSION: JSON.stringify(version),
		EDGEWISE_PAGES: JSON.stringify(await pages()),
	},
	minify,
	sourcemap: minify ? false : "linked",
	metafile: true,
	logLevel: "warning",
	// The command line asks for import.meta only where it runs from its sources.
	logOverride: { "empty-import-meta": "silent" },
};

await mkdir("dist", { recursive: true });
// The project is of type module; what it ships is CommonJS.
await writeFile("dist/package.json", '{ "type": "commonjs" }\n');
await writeFile("dist/nginx-docs.json", JSON.stringify(descriptions()));
if (watch) await (await context({ ...options, logLevel: "info" })).watch();
else {
	const { metafile } = await build(options);
	await writeFile("dist/metafile.json", JSON.stringify(metafile));
	await chmod("dist/cli.js", 0o755);
}

/** Rule → its page: the client opens them, the command line prints them. */
async function pages() {
	const folder = "server/src/rules";
	const names = (await readdir(folder)).filter((name) => name.endsWith(".md"));
	const entries = names
		.sort()
		.map(async (name) => [
			name.slice(0, -".md".length),
			await readFile(`${folder}/${name}`, "utf8"),
		]);
	return Object.fromEntries(await Promise.all(entries));
}
