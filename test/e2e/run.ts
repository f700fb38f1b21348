/** One run of the suite: bundles it, copies the workspace, chooses the host, and makes a test of each report. */

import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { TestContext } from "node:test";
import { build } from "esbuild";
import { runInElectron } from "./host/electron.ts";
import type { Result, Run } from "./host/run.ts";
import { runInWeb } from "./host/web.ts";

/** The desktop's VS Code, where it can be downloaded; else the one from npm. */
export const isElectron = process.env.EDGEWISE_E2E_HOST === "electron";

const root = resolve(import.meta.dirname, "../..");

export interface Extension {
	/** For the names of pictures. */
	readonly name: string;
	/** What is under test: the repository, or the packaged file. */
	readonly vsix?: string;
}

/** Each of the suite's tests becomes a test of this process. */
export async function runSuite(
	t: TestContext,
	{ name, vsix }: Extension,
): Promise<void> {
	const scratch = await mkdtemp(join(await realpath(tmpdir()), "edgewise-"));
	const pictures = join(root, "test/e2e/screenshots", name);
	await rm(pictures, { recursive: true, force: true });
	try {
		const result = await runHere({
			workspace: await copyDeployments(join(scratch, "deployments")),
			extension: vsix ? join(root, "test/e2e/stub") : root,
			suite: await bundleSuite(join(scratch, "suite")),
			...(vsix ? { vsix } : {}),
			scratch,
			pictures,
		});
		for (const { name, failure } of result.reports)
			await t.test(name, () => {
				if (failure !== undefined) throw new Error(failure);
			});
		assert.ok(result.reports.length > 0, `no test ran:\n${result.log}`);
		assert.equal(result.code, 0, `the suite failed:\n${result.log}`);
	} finally {
		await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
	}
}

function runHere(run: Run): Promise<Result> {
	return isElectron ? runInElectron(run) : runInWeb(run);
}

/** Those that are right; each is a project of its own. */
async function copyDeployments(workspace: string): Promise<string> {
	for (const from of [
		"examples/vizora",
		"examples/vizora-containers",
		"test/e2e/workspaces/plain-names",
		"test/e2e/workspaces/includes",
	])
		await cp(join(root, from), join(workspace, basename(from)), {
			recursive: true,
		});
	await mkdir(join(workspace, ".vscode"));
	await writeFile(
		join(workspace, ".vscode/settings.json"),
		JSON.stringify(settings),
	);
	return workspace;
}

const settings = {
	// What is typed is taken back after each test; served to a browser, VS Code saves by itself.
	"files.autoSave": "off",
	// For the pictures: nothing in them but what is ours.
	"chat.disableAIFeatures": true,
	"editor.fontFamily": "DejaVu Sans Mono, Menlo, Consolas, monospace",
	"editor.minimap.enabled": false,
	"window.commandCenter": false,
};

/** VS Code requires the module, so it must be CommonJS. */
async function bundleSuite(folder: string): Promise<string> {
	const outfile = join(folder, "index.js");
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "package.json"), '{ "type": "commonjs" }\n');
	await build({
		entryPoints: [join(root, "test/e2e/suite/index.ts")],
		outfile,
		bundle: true,
		platform: "node",
		format: "cjs",
		target: "node20",
		external: ["vscode"],
		sourcemap: "inline",
		logLevel: "warning",
	});
	return outfile;
}
