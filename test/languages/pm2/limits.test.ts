/** Files that would run for ever, nest without end, grow without bound, or reach into the reader: a limit, no hang, no harm. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { commentsOf } from "../../../server/src/languages/pm2/read.ts";
import { runtime } from "../../../server/src/languages/pm2/runtime.ts";
import { violations } from "../../../server/src/languages/pm2/validate.ts";
import { cases } from "../../conformance/pm2/case.ts";
import { read } from "./describe.ts";

const many = 20_000;

const unreadable: Readonly<Record<string, string>> = {
	"loops for ever": "while (true) {} module.exports = { apps: [] };",
	"grows for ever":
		"const apps = []; for (;;) apps.push(apps.length); module.exports = { apps };",
	"calls itself for ever":
		"const f = (n) => f(n + 1); module.exports = { apps: [f(0)] };",
	"calls itself through a list":
		"const f = (n) => [n].map(f); module.exports = { apps: f(0) };",
	"nests lists": `module.exports = ${"[".repeat(many)}${"]".repeat(many)}`,
	"nests calls": `module.exports = ${"f(".repeat(many)}${")".repeat(many)}`,
	"nests functions": `module.exports = ${"() => ".repeat(many)}1`,
	"nests blocks": `${"{".repeat(many)}${"}".repeat(many)}`,
	"nests ternaries": `module.exports = ${"a ? b : ".repeat(many)}1`,
	"opens brackets and stops": `module.exports = ${"[{a:".repeat(many)}`,
	"doubles a list":
		"let a = ['x']; for (let i = 0; i < 60; i++) a = [a, a]; module.exports = { apps: a };",
	"asks for a huge list":
		"module.exports = { apps: Array.from({ length: 1e9 }, () => ({ name: 'a', script: 'x' })) };",
	"has too many conditions": `const a = []; ${Array.from({ length: 40 }, (_, i) => `if (process.env.A${i}) a.push(${i});`).join("")} module.exports = { apps: a };`,
};

for (const [name, text] of Object.entries(unreadable)) {
	test(`a file that ${name}`, () => {
		const ecosystem = within(2000, () => read(text));
		assert.deepEqual(ecosystem.apps, []);
		assert.equal(
			ecosystem.complete && ecosystem.loading.kind === "loaded",
			false,
		);
	});
}

test("a long sum is no deep one", () => {
	const text = `module.exports = { apps: [{ name: ${Array(5000).fill("'a'").join(" + ")}, script: 'x' }] };`;
	assert.equal(read(text).apps[0]?.name, "a".repeat(5000));
});

test("a text that doubles without end is unknown, its app is not", () => {
	const text =
		"let s = 'x'; for (let i = 0; i < 60; i++) s += s; module.exports = { apps: [{ name: s, script: 'x', instances: 2 }] };";
	const [app] = read(text).apps;
	assert.equal(app?.name, undefined);
	assert.equal(app?.fields.get("name")?.value.kind, "unknown");
	assert.equal(app?.fields.get("instances")?.value.kind, "plain");
});

test("repeat and padStart ask for no memory", () => {
	const text =
		"module.exports = { apps: [{ name: 'x'.repeat(2 ** 29), script: 'y'.padStart(2 ** 29) }] };";
	const [app] = within(500, () => read(text)).apps;
	assert.equal(app?.fields.get("name")?.value.kind, "unknown");
	assert.equal(app?.fields.get("script")?.value.kind, "unknown");
});

test("an object that holds itself ends", () => {
	const text =
		"const a = { name: 'a', script: 'x' }; a.self = a; a.list = [a, [a]]; module.exports = { apps: [a] };";
	assert.equal(within(2000, () => read(text)).apps[0]?.name, "a");
});

test("a thousand apps with a condition each stay a thousand apps", () => {
	const text =
		"module.exports = { apps: Array.from({ length: 1000 }, (_, i) => ({ name: 'a' + i, script: 'x', env: { PORT: process.env['P' + i] || 3000 + i } })) };";
	const ecosystem = within(2000, () => read(text));
	assert.equal(ecosystem.apps.length, 1000);
	assert.equal(ecosystem.complete, true);
});

test("a sum of many conditions does not explode", () => {
	const sum = Array.from(
		{ length: 40 },
		(_, i) => `(process.env.A${i} ? 1 : 2)`,
	).join(" + ");
	const text = `module.exports = { apps: [{ name: 'a', script: 'x', instances: ${sum} }] };`;
	const [app] = within(2000, () => read(text)).apps;
	assert.equal(app?.fields.get("instances")?.value.kind, "unknown");
});

test("an alias bomb in YAML is a limit", () => {
	const levels = "bcdefghijk".split("");
	const text = [
		"a: &a [x, x, x, x, x, x, x, x, x]",
		...levels.map(
			(name, i) =>
				`${name}: &${name} [${Array(9).fill(`*${"abcdefghij"[i]}`).join(", ")}]`,
		),
		"apps: *k",
	].join("\n");
	const ecosystem = within(2000, () => read(text, { path: "/srv/pm2.yml" }));
	assert.deepEqual(ecosystem.apps, []);
	assert.equal(ecosystem.complete, false);
});

test("YAML and JSON that nest without end", () => {
	for (const path of ["/srv/pm2.yml", "/srv/pm2.json"]) {
		const ecosystem = within(5000, () => read("[".repeat(5000), { path }));
		assert.deepEqual(ecosystem.apps, []);
		assert.ok(ecosystem.syntaxErrors.length > 0);
	}
});

test("no prototype is touched", () => {
	const text = `Object.prototype.polluted = 1; const o = {}; o.__proto__ = { polluted: 1 }; o['constructor'] = { prototype: 1 };
	module.exports = { apps: [{ name: 'a', script: 'x', ['__proto__']: { polluted: 1 }, ...JSON.parse('{"__proto__": {"polluted": 1}}'), toString: 1 }] };`;
	const [app] = read(text).apps;
	assert.equal(app?.name, "a");
	assert.equal(Reflect.get({}, "polluted"), undefined);
	assert.equal(
		read(
			"module.exports = { apps: [{ name: ({}).constructor, script: 'x' }] };",
		).apps[0]?.name,
		undefined,
	);
});

test("nothing of the file is run, no regular expression either", () => {
	const text = `const evil = /^(a+)+$/; globalThis.ran = true; eval('globalThis.ran = true'); new Function('globalThis.ran = true')();
	require('fs').writeFileSync('/tmp/ran', ''); process.exit(3);
	module.exports = { apps: [{ name: 'a', script: 'x', instances: evil.test('${"a".repeat(64)}!') ? 1 : 2 }] };`;
	const ecosystem = within(1000, () => read(text));
	assert.equal(ecosystem.apps[0]?.name, "a");
	assert.equal(Reflect.get(globalThis, "ran"), undefined);
});

test("every prefix of every case is read", () => {
	for (const each of cases())
		for (const [name, text] of each.files)
			if (name === each.ecosystem)
				for (let end = 0; end <= text.length; end++)
					assertReads(`/srv/${name}`, text.slice(0, end));
});

test("every case with one character missing, or a bracket too many, is read", () => {
	for (const each of cases()) {
		const text = each.files.get(each.ecosystem) ?? "";
		const path = `/srv/${each.ecosystem}`;
		for (let at = 0; at < text.length; at += 3) {
			assertReads(path, text.slice(0, at) + text.slice(at + 1));
			assertReads(path, `${text.slice(0, at)}}${text.slice(at)}`);
		}
	}
});

/** All places lie in the text, and whatever is asked of an app is answered. */
function assertReads(path: string, text: string): void {
	const ecosystem = read(text, { path });
	for (const { at } of ecosystem.syntaxErrors)
		assert.ok(0 <= at.start && at.start <= at.end && at.end <= text.length);
	for (const app of ecosystem.apps) {
		assert.ok(app.at.start >= 0 && app.at.end <= text.length);
		runtime(app, ecosystem);
		violations(app);
	}
	for (const { start, end } of commentsOf(path, text))
		assert.ok(0 <= start && start < end && end <= text.length);
}

/** Far above what it takes; a loop without end is what must not pass. */
function within<T>(milliseconds: number, work: () => T): T {
	const start = performance.now();
	const result = work();
	// Far above what it takes: it tells a hang, not a slow machine.
	assert.ok(performance.now() - start < milliseconds * 20);
	return result;
}
