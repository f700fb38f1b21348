/** Files that nobody means well with: the workspace opens, in time, and says what it found of the rest. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorkspace } from "../../server/src/session/workspace.ts";
import { settingsFor } from "../../server/src/topology/settings-for.ts";
import { memoryFiles } from "./memory-files.ts";
import { stackIn, stackProblem } from "./stack.ts";

/** In milliseconds; what hangs takes for ever, what is only slow far less. */
const patience = 60_000;

const deep = 20_000;
const hostile: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"a YAML bomb": {
		"docker-compose.yml": `a: &a ["x","x","x","x","x","x","x","x","x"]\n${[
			..."bcdefghijklm",
		]
			.map((name, i) => {
				const before = `*${"abcdefghijklm"[i]}`;
				return `${name}: &${name} [${Array(9).fill(before).join(",")}]\n`;
			})
			.join("")}services: *m\n`,
	},
	"a bomb of merged keys": {
		"docker-compose.yml": `x-a: &a { k0: v }\n${Array.from({ length: 30 }, (_, i) => `x-${i}: &m${i}\n  <<: [*${i ? `m${i - 1}` : "a"}, *${i ? `m${i - 1}` : "a"}]\n  k${i}: v\n`).join("")}services:\n  a:\n    image: x\n    environment:\n      <<: *m29\n`,
	},
	"a circle of includes": {
		"nginx.conf": "worker_processes 1;\nevents {}\ninclude a.conf;\n",
		"a.conf": "include b.conf;\n",
		"b.conf": "include a.conf;\ninclude nginx.conf;\n",
	},
	"compose files that include each other": {
		"docker-compose.yml": "include: [a.yml, a.yml]\nservices: {}\n",
		"a.yml": "include: [docker-compose.yml, b.yml]\nservices: {}\n",
		"b.yml": "include: [a.yml]\nservices: {}\n",
	},
	"a PM2 file that would loop for ever": {
		"ecosystem.config.js":
			"while (true) {}\nfor (;;) {}\nfunction f() { return f(); }\nconst a = f();\nmodule.exports = { apps: f() };\n",
	},
	"a PM2 file that would grow for ever": {
		"ecosystem.config.js":
			'const f = (n) => "x".repeat(1e9).split("").map(() => f(n + 1));\nmodule.exports = { apps: Array(1e9).fill({ name: "a".repeat(1e9), script: f(0) }) };\n',
	},
	"deep nesting": {
		"nginx.conf": `worker_processes 1;\n${"a {".repeat(deep)}`,
		"docker-compose.yml": `services: ${"[".repeat(deep)}`,
		"ecosystem.config.js": `module.exports = ${"[".repeat(deep)}`,
		"edgewise.json": "[".repeat(deep),
	},
	"deep nesting that closes": {
		"nginx.conf": `worker_processes 1;\n${"a {".repeat(deep)}${"}".repeat(deep)}\n`,
		"docker-compose.yml": `services: ${"{a: ".repeat(deep)}${"}".repeat(deep)}`,
		"ecosystem.config.js": `module.exports = ${"[".repeat(deep)}${"]".repeat(deep)}`,
	},
	"one line of a megabyte": {
		"nginx.conf": `worker_processes 1;\nset $a "${`$\{b}\\"`.repeat(150_000)}";\n`,
		"docker-compose.yml": `services:\n  a:\n    image: "${`$\{A:-`.repeat(50_000)}"\n`,
		".env": `A=${`$\{A}`.repeat(100_000)}\n`,
		"ecosystem.config.js": `module.exports = { apps: [{ name: ${'"a"+'.repeat(20_000)}"a" }] };\n`,
	},
	"names that are a language's own": {
		"docker-compose.yml":
			"services:\n  __proto__:\n    image: nginx\n  constructor:\n    image: x\n    depends_on: [toString, hasOwnProperty]\n    environment: { __proto__: x }\n",
		"nginx.conf":
			"worker_processes 1;\nhttp { upstream __proto__ { server constructor:80; }\n server { location / { proxy_pass http://__proto__; } } }\n",
		"edgewise.json": '{ "__proto__": 1, "rules": { "__proto__": "off" } }',
	},
};

for (const [name, texts] of Object.entries(hostile)) {
	test(name, { timeout: patience }, async () => {
		const files = memoryFiles([
			...stackIn("/w/well-meant"),
			...Object.entries(texts).map(
				([path, text]) => [`/w/${path}`, text] as const,
			),
		]);
		const workspace = createWorkspace({
			files,
			settings: (directory, look) => settingsFor(directory, look, {}, {}),
			scanOptions: () => ({ hidden: [], exclude: [] }),
			onChecked: () => {},
			onCrash: (what, error) => {
				throw new Error(`${what} failed`, { cause: error });
			},
		});
		const started = performance.now();
		await workspace.open(["/w"]);
		assert.ok(performance.now() - started < patience);
		const others = workspace.projects
			.of("/w/well-meant/docker-compose.yml")
			.flatMap(({ findings }) => findings.map(({ rule }) => rule));
		assert.ok(others.includes(stackProblem), "the others are checked");
	});
}
