/** Installs the VS Code server and the browser from npm into `.vscode-test/host`, once for each lock file. */

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { isUnpackedHere, unpackChromium } from "./chromium.ts";

const locked = import.meta.dirname;
const cache = resolve(locked, "../../../.vscode-test/host");

/** The folder that holds node_modules with code-server, playwright-core and @sparticuz/chromium. */
export async function installHost(): Promise<string> {
	const wanted = await digest();
	const mark = join(cache, "installed");
	if ((await readFile(mark, "utf8").catch(() => "")) === wanted) return cache;
	process.stderr.write("Installing VS Code's server and a browser from npm…\n");
	await rm(cache, { recursive: true, force: true });
	await mkdir(cache, { recursive: true });
	for (const name of ["package.json", "package-lock.json"])
		await copyFile(join(locked, name), join(cache, name));
	// Scripts would compile native parts that a test does not need.
	await npm(cache, "ci", "--ignore-scripts");
	// Not `npm ci`: the shrinkwrap that code-server ships misses one package of its own list.
	await npm(vscodeServer(cache), "install", "--ignore-scripts", "--omit=dev");
	if (isUnpackedHere) await unpackChromium(cache);
	await writeFile(mark, wanted);
	return cache;
}

/** Where code-server keeps the VS Code server. */
export function vscodeServer(host: string): string {
	return join(host, "node_modules/code-server/lib/vscode");
}

async function digest(): Promise<string> {
	const lock = await readFile(join(locked, "package-lock.json"));
	return createHash("sha256").update(lock).digest("hex");
}

async function npm(cwd: string, ...args: string[]): Promise<void> {
	// npm's own file, so that it runs on this Node, whose version the packages ask for.
	const npmOfNode = process.env.npm_execpath;
	const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
	const run = promisify(execFile);
	if (npmOfNode)
		await run(process.execPath, [npmOfNode, ...args, ...quiet], { cwd });
	else
		await run("npm", [...args, ...quiet], {
			cwd,
			env: {
				...process.env,
				PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
			},
			shell: process.platform === "win32",
		});
}
