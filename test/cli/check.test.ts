import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { stack, stackProblem, stackRepair } from "../session/stack.ts";
import { edgewise, folder } from "./terminal.ts";

const repaired = stack["docker-compose.yml"] + stackRepair;

test("--format json is the object that interfaces promise", async (t) => {
	const root = await folder(t, stack);
	const { code, out, err } = await edgewise(root, [
		"check",
		"--format",
		"json",
	]);
	assert.equal(err, "");
	assert.equal(code, 0);
	const report = JSON.parse(out);
	assert.deepEqual(Object.keys(report), [
		"version",
		"root",
		"projects",
		"findings",
		"summary",
	]);
	assert.equal(report.version, 1);
	assert.equal(report.root, root);
	assert.deepEqual(report.projects[0].files, [
		"docker-compose.yml",
		"ecosystem.config.js",
		"nginx/nginx.conf",
	]);
	const [finding, ...more] = report.findings;
	assert.deepEqual(more, []);
	assert.deepEqual(Object.keys(finding), [
		"rule",
		"severity",
		"message",
		"file",
		"range",
		"related",
		"fixes",
	]);
	assert.equal(finding.rule, stackProblem);
	assert.equal(finding.file, "docker-compose.yml");
	assert.deepEqual(finding.range, {
		start: { line: 1, character: 2 },
		end: { line: 1, character: 7 },
	});
	assert.deepEqual(finding.related[0].range.start, { line: 3, character: 11 });
	assert.equal(finding.related[0].file, "nginx/nginx.conf");
	assert.equal(finding.fixes[0].preferred, true);
	assert.equal(finding.fixes[0].edits[0].file, "docker-compose.yml");
	assert.deepEqual(report.summary, {
		error: 0,
		warning: 1,
		info: 0,
		hint: 0,
		files: 3,
	});
});

test("the same files give the same bytes, whatever order they were written in", async (t) => {
	const copies = Object.fromEntries(
		["b", "a", "c/d"].flatMap((name) =>
			Object.entries(stack).map(
				([path, text]) => [`${name}/${path}`, text] as const,
			),
		),
	);
	const one = await folder(t, copies);
	const other = await folder(
		t,
		Object.fromEntries(Object.entries(copies).reverse()),
	);
	const args = ["check", "--format", "json"];
	const first = (await edgewise(one, args)).out.replaceAll(one, "ROOT");
	const second = (await edgewise(other, args)).out.replaceAll(other, "ROOT");
	assert.equal(first, second);
	const files = JSON.parse(first).findings.map(
		({ file }: { file: string }) => file,
	);
	assert.deepEqual(files, files.toSorted());
	assert.equal(files.length, 3);
});

test("several paths give one report, as seen from the folder above them", async (t) => {
	const root = await folder(t, {
		"a/nginx.conf": "worker_processes 1;\nevents {\n",
		"b/nginx.conf": "worker_processes 1;\nevents {\n",
		"c/nginx.conf": "worker_processes 1;\nevents {\n",
	});
	const { out, code } = await edgewise(root, [
		"check",
		"a",
		"b/",
		"--format",
		"json",
	]);
	const report = JSON.parse(out);
	assert.equal(code, 1);
	assert.equal(report.root, root);
	assert.deepEqual(
		report.findings.map(({ file }: { file: string }) => file),
		["a/nginx.conf", "b/nginx.conf"],
	);
});

test("a file means the projects that read it, wherever they begin", async (t) => {
	const root = await folder(t, {
		...stack,
		".git/HEAD": "",
		"other/nginx.conf": "worker_processes 1;\nevents {\n",
		"other/docker-compose.yml": "services:\n  a:\n    image: alpine\n",
	});
	for (const [cwd, path] of [
		[root, "nginx/nginx.conf"],
		[join(root, "nginx"), "nginx.conf"],
		["/", join(root, "nginx/nginx.conf")],
	] as const) {
		const { out } = await edgewise(cwd, ["check", path, "--format", "json"]);
		const report = JSON.parse(out);
		assert.equal(report.root, root);
		assert.equal(report.projects.length, 1);
		assert.deepEqual(
			report.findings.map(({ rule }: { rule: string }) => rule),
			[stackProblem],
		);
	}
});

test("outside of a repository a file's workspace is where the command was called", async (t) => {
	const root = await folder(t, stack);
	const { out } = await edgewise(root, [
		"check",
		"nginx/nginx.conf",
		"--format",
		"json",
	]);
	assert.equal(JSON.parse(out).root, root);
	assert.equal(JSON.parse(out).findings.length, 1);
});

test("the exit code follows --fail-on", async (t) => {
	const root = await folder(t, stack);
	const expected = { error: 0, warning: 1, info: 1, never: 0 };
	for (const [level, code] of Object.entries(expected)) {
		const ran = await edgewise(root, ["check", "--fail-on", level]);
		assert.equal(ran.code, code, level);
	}
});

test("a file that can't be parsed is a finding", async (t) => {
	const root = await folder(t, {
		"docker-compose.yml": "services:\n  a: [\n",
		"ecosystem.config.js": "module.exports = {{{",
		"nginx.conf": "worker_processes 1;\nevents {",
	});
	const { code, out } = await edgewise(root, ["check", "--format", "json"]);
	assert.equal(code, 1);
	const rules = JSON.parse(out).findings.map(
		({ rule }: { rule: string }) => rule,
	);
	for (const rule of ["compose-syntax", "nginx-syntax", "pm2-syntax"])
		assert.ok(rules.includes(rule), rule);
});

test("what can't be done is one line and exit code 2", async (t) => {
	const root = await folder(t, {
		...stack,
		"bad.json": '{\n  "platform": "mac"\n}\n',
	});
	const wrong: readonly (readonly [readonly string[], RegExp])[] = [
		[["check", "none"], /none: can't be read/],
		[["check", "a", "--bogus"], /--bogus/],
		[
			["check", "--format", "xml"],
			/--format xml: must be one of pretty, json, github/,
		],
		[["check", "--format"], /--format/],
		[["check", "--fail-on", "hint"], /--fail-on hint: must be one of/],
		[
			["check", "--platform", "mac"],
			/--platform mac: must be one of any, linux, desktop/,
		],
		[["check", "--config", "none.json"], /--config none\.json: can't be read/],
		[
			["check", "--config", "bad.json"],
			/--config bad\.json:2:15: platform must be/,
		],
		[["rules", "none"], /there is no rule none/],
		[["rules", "__proto__"], /there is no rule __proto__/],
		[["rules", "a", "b"], /takes one rule/],
		[["server"], /needs --stdio/],
		[["server", "--stdio", "x"], /needs --stdio/],
		[["toString"], /unknown command toString/],
		[["topology"], /unknown command topology/],
	];
	for (const [args, message] of wrong) {
		const { code, out, err } = await edgewise(root, args);
		assert.equal(code, 2, args.join(" "));
		assert.equal(out, "");
		assert.match(err, /^edgewise: [^\n]+\n$/);
		assert.match(err, message);
	}
});

test("--fix writes every safe fix, says what it was, and leaves the rest of the file alone", async (t) => {
	const commented = (stack["docker-compose.yml"] ?? "").replace(
		"  nginx:",
		"  # the edge\r\n  nginx: # here",
	);
	const root = await folder(t, {
		...stack,
		"docker-compose.yml": commented,
		"b/docker-compose.yml": stack["docker-compose.yml"] ?? "",
		"b/nginx/nginx.conf": stack["nginx/nginx.conf"] ?? "",
	});
	const { code, err, out } = await edgewise(root, [
		"check",
		"--fix",
		"--fail-on",
		"warning",
	]);
	assert.equal(code, 0);
	assert.match(out, /^Nothing found/);
	assert.match(
		err,
		/^fixed docker-compose\.yml: Add .*\nfixed b\/docker-compose\.yml: Add .*\n$/,
	);
	const text = await readFile(join(root, "docker-compose.yml"), "utf8");
	assert.ok(text.startsWith(commented.trimEnd()));
	assert.match(text, /host\.docker\.internal:host-gateway/);
	const again = await edgewise(root, ["check", "--fix"]);
	assert.equal(again.err, "");
});

test("--fix does not touch a file that is not UTF-8", async (t) => {
	const bytes = Buffer.from(
		`# caf\u00e9\n${stack["docker-compose.yml"]}`,
		"latin1",
	);
	const root = await folder(t, { ...stack, "docker-compose.yml": bytes });
	const { code, err } = await edgewise(root, ["check", "--fix"]);
	assert.equal(code, 2);
	assert.match(err, /docker-compose\.yml: is not UTF-8/);
	assert.deepEqual(await readFile(join(root, "docker-compose.yml")), bytes);
});

test("edgewise.json holds, --config takes its place, options win over both", async (t) => {
	const root = await folder(t, {
		...stack,
		"edgewise.json": `{ "rules": { "${stackProblem}": "error" } }`,
		"ci/strict.json": `{ "rules": { "${stackProblem}": "info" }, "platform": "linux" }`,
		"ci/quiet.json": '{ "exclude": ["../docker-compose.yml"] }',
	});
	const severities = async (...args: string[]) => {
		const { out } = await edgewise(root, [
			"check",
			"--format",
			"json",
			...args,
		]);
		return JSON.parse(out).findings.map(
			({ severity }: { severity: string }) => severity,
		);
	};
	assert.deepEqual(await severities(), ["error"]);
	assert.deepEqual(await severities("--config", "ci/strict.json"), ["info"]);
	assert.deepEqual(await severities("--config", "ci/quiet.json"), []);
	assert.deepEqual(
		await severities("--config", "ci/strict.json", "--platform", "desktop"),
		[],
	);
	assert.deepEqual(await severities("--platform", "desktop"), []);
});

test("--env picks PM2's environment", async (t) => {
	const root = await folder(t, {
		...stack,
		"docker-compose.yml": repaired,
		"ecosystem.config.js": `module.exports = { apps: [{
  name: "api", script: "server.js",
  env: { PORT: 4000 }, env_production: { PORT: 3000 },
}] };
`,
	});
	const rules = async (...args: string[]) => {
		const { out } = await edgewise(root, [
			"check",
			"--format",
			"json",
			...args,
		]);
		return JSON.parse(out).findings.length;
	};
	assert.equal(await rules("--env", "production"), 0);
	assert.ok((await rules("--env", "development")) > 0);
});

test("a file that is too large is named, and the rest is checked", async (t) => {
	const root = await folder(t, {
		...stack,
		"large.conf": Buffer.alloc(20_000_000, "#"),
		"binary.conf": Buffer.from([0, 1, 2, 3]),
	});
	const { code, out, err } = await edgewise(root, ["check"]);
	assert.equal(code, 0);
	assert.match(out, /1 warning in 3 files/);
	assert.deepEqual(err.trim().split("\n").sort(), [
		"edgewise: binary.conf is not text; it is not read.",
		"edgewise: large.conf is larger than 4 MB; it is not read.",
	]);
});

test("a folder with nothing to check is no failure", async (t) => {
	const root = await folder(t, { "README.md": "" });
	const { code, out } = await edgewise(root, ["check"]);
	assert.equal(code, 0);
	assert.match(out, /^No compose, nginx or PM2 files/);
});

test("nothing of the workspace is executed", async (t) => {
	const root = await folder(t, {
		...stack,
		"ecosystem.config.js": `require("fs").writeFileSync(__dirname + "/ran", "");
${stack["ecosystem.config.js"]}`,
	});
	await edgewise(root, ["check", "--fix"]);
	await assert.rejects(readFile(join(root, "ran")), { code: "ENOENT" });
});
