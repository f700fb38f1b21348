/** dist/cli.js by itself. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import manifest from "../../package.json" with { type: "json" };
import { alone, example, node20 } from "./empty-folder.ts";

function run(cli: string, ...args: string[]) {
	// A workflow's runner changes the default format.
	const { GITHUB_ACTIONS, ...env } = process.env;
	return spawnSync(node20, [cli, ...args], { encoding: "utf8", env });
}

test("check prints JSON, the same for the same input", async (t) => {
	const cli = await alone(t, "cli.js");
	const folder = await example(t, "broken");
	const first = run(cli, "check", folder, "--format", "json");
	const report = JSON.parse(first.stdout);
	assert.equal(report.version, 1);
	assert.equal(report.root, folder);
	assert.deepEqual(
		report.findings.map(({ file, rule }: Record<string, string>) => [
			file,
			rule,
		]),
		[
			["docker-compose.yml", "host-gateway-missing"],
			["ecosystem.config.js", "sticky-defeated"],
			["nginx/nginx.conf", "upstream-instance-mismatch"],
		],
	);
	const again = run(cli, "check", folder, "--format", "json");
	assert.equal(again.stdout, first.stdout);
});

test("the exit code says how grave it is", async (t) => {
	const cli = await alone(t, "cli.js");
	const broken = await example(t, "broken");
	const right = await example(t, "vizora");
	assert.equal(run(cli, "check", right, "--fail-on", "info").status, 0);
	assert.equal(run(cli, "check", broken).status, 1);
	assert.equal(run(cli, "check", broken, "--fail-on", "warning").status, 1);
	assert.equal(run(cli, "check", broken, "--fail-on", "never").status, 0);
	const unknown = run(cli, "check", join(broken, "nowhere"));
	assert.equal(unknown.status, 2);
	assert.match(unknown.stderr, /^edgewise: .*nowhere.*\n$/);
});

test("--fix repairs what is safe", async (t) => {
	const cli = await alone(t, "cli.js");
	const folder = await example(t, "broken");
	const { stderr } = run(cli, "check", folder, "--fix");
	assert.match(stderr, /docker-compose\.yml/);
	assert.match(
		await readFile(join(folder, "docker-compose.yml"), "utf8"),
		/host\.docker\.internal:host-gateway/,
	);
	assert.equal(run(cli, "check", folder, "--fail-on", "warning").status, 0);
});

test("the pages are inside", async (t) => {
	const cli = await alone(t, "cli.js");
	const { stdout } = run(cli, "rules", "stateful-scaled");
	const page = new URL(
		"../../server/src/rules/stateful-scaled.md",
		import.meta.url,
	);
	assert.equal(stdout, await readFile(page, "utf8"));
});

test("it knows its version", async (t) => {
	const { stdout } = run(await alone(t, "cli.js"), "--version");
	assert.equal(stdout, `${manifest.version}\n`);
});
