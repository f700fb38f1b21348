/** The bundles as people get them: in a folder with nothing else, on the oldest Node that they run on. */

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { copyFile, cp, mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestContext } from "node:test";

const root = resolve(import.meta.dirname, "../..");

/** Node 20, whatever runs the tests. */
export const node20 = join(
	root,
	"node_modules/node20/bin",
	process.platform === "win32" ? "node.exe" : "node",
);

/** A folder that holds this bundle of dist/ alone, and goes when the test ends. Says where the bundle is. */
export async function alone(t: TestContext, bundle: string): Promise<string> {
	const built = join(root, "dist", bundle);
	assert.ok(existsSync(built), `npm run build makes dist/${bundle}`);
	const folder = join(await temporary(t), "dist");
	await mkdir(folder);
	for (const name of [bundle, "package.json"])
		await copyFile(join(root, "dist", name), join(folder, name));
	return join(folder, bundle);
}

/** A copy of one of the examples, which goes when the test ends. */
export async function example(t: TestContext, name: string): Promise<string> {
	const folder = join(await temporary(t), name);
	await cp(join(root, "examples", name), folder, { recursive: true });
	return folder;
}

async function temporary(t: TestContext): Promise<string> {
	const folder = await mkdtemp(
		join(await realpath(tmpdir()), "edgewise-bundle-"),
	);
	t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}
