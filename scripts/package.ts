/** Makes dist/edgewise-VERSION.vsix, and refuses one that grew beyond its budget. */

import { readFile, stat } from "node:fs/promises";
import { createVSIX } from "@vscode/vsce";

const budget = 2 * 1024 * 1024;

const { name, version } = JSON.parse(await readFile("package.json", "utf8"));
const packagePath = `dist/${name}-${version}.vsix`;
await createVSIX({
	packagePath,
	// All that is needed is in the bundles.
	dependencies: false,
	// There is no address yet that the README's links could lead to.
	rewriteRelativeLinks: false,
	allowMissingRepository: true,
});
const { size } = await stat(packagePath);
process.stdout.write(`${packagePath}: ${Math.ceil(size / 1024)} KB\n`);
if (size > budget) {
	process.stderr.write(`More than ${budget / 1024} KB\n`);
	process.exitCode = 1;
}
