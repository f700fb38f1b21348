// Bundles client, server and command line to dist/: each one file that runs from an empty folder.

import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { context } from "esbuild";

const { version } = JSON.parse(await readFile("package.json", "utf8"));
const watch = process.argv.includes("--watch");
const minify = process.argv.includes("--minify");

/** Rule id → its page: the client opens them, the command line prints them. */
async function pages() {
	const folder = "server/src/rules";
	const names = (await readdir(folder))
		.filter((name) => name.endsWith(".md"))
		.sort();
	const texts = await Promise.all(
		names.map((name) => readFile(`${folder}/${name}`, "utf8")),
	);
	return Object.fromEntries(
		names.map((name, i) => [name.slice(0, -3), texts[i]]),
	);
}

const define = {
	EDGEWISE_VERSION: JSON.stringify(version),
	EDGEWISE_PAGES: JSON.stringify(await pages()),
};

const shared = {
	bundle: true,
	platform: "node",
	format: "cjs",
	target: "node20",
	define,
	minify,
	sourcemap: minify ? false : "linked",
	// The ES module builds of these libraries bundle and shake better than their UMD ones.
	mainFields: ["module", "main"],
	logLevel: "warning",
	// The command line asks for import.meta only where it runs from its sources.
	logOverride: { "empty-import-meta": "silent" },
};

const builds = [
	{
		entryPoints: ["client/src/extension.ts"],
		outfile: "dist/client.js",
		external: ["vscode"],
	},
	{ entryPoints: ["server/src/main.ts"], outfile: "dist/server.js" },
	{
		entryPoints: ["server/src/cli/main.ts"],
		outfile: "dist/cli.js",
		banner: { js: "#!/usr/bin/env node" },
	},
];

await mkdir("dist", { recursive: true });
// The project is of type module; what it ships is CommonJS.
await writeFile("dist/package.json", '{ "type": "commonjs" }\n');
for (const build of builds) {
	const bundle = await context({ ...shared, ...build });
	if (watch) await bundle.watch();
	else {
		await bundle.rebuild();
		await bundle.dispose();
	}
}
if (!watch) await chmod("dist/cli.js", 0o755);
