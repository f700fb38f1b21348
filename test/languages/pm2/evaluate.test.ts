/** What the interpreter makes of the ways in which people compute their apps. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { described } from "./describe.ts";

const app = (fields: string) =>
	`module.exports = { apps: [{ name: 'a', script: 'x', ${fields} }] };`;

const production = "NODE_ENV is production";
const other = "NODE_ENV is not production";

const cases: readonly (readonly [
	name: string,
	text: string,
	expected: readonly string[],
])[] = [
	[
		"literals",
		app("instances: 2, env: { PORT: 3000 }"),
		["a: cluster 2 @3000"],
	],
	[
		"constants, templates, sums",
		`const base = 3000, name = \`\${'a'}\`; module.exports = { apps: [{ name, script: 'x', env: { PORT: base + 5 * 2 } }] };`,
		["a: fork 1 @3010"],
	],
	[
		"a comparison with an environment variable",
		app(
			"instances: process.env.NODE_ENV === 'production' ? 2 : 1, env: { PORT: 3000 }",
		),
		[`a: cluster 2[${production}]|1[${other}] @3000`],
	],
	[
		"the other way round, negated, kept in a constant",
		`const dev = !('production' === process.env.NODE_ENV); ${app("instances: dev ? 1 : 2, env: { PORT: dev ? 3001 : 3000 }")}`,
		[
			`a: cluster 2[${production}]|1[${other}] @3000[${production}],3001[${other}]`,
		],
	],
	[
		"a default for an environment variable",
		app("env: { PORT: process.env.PORT || 3000 }"),
		["a: fork 1 @3000[PORT is not set]?"],
	],
	[
		"a default that is parsed",
		app(
			"instances: parseInt(process.env.N ?? '2', 10), env: { PORT: +process.env.PORT || 3000 }",
		),
		[
			"a: cluster[N is set]|fork[N is set]|cluster[N is not set] ?[N is set]|2[N is not set] @3000[PORT is not set]?",
		],
	],
	[
		"a default by destructuring",
		`const { PORT = 3000 } = process.env; ${app("env: { PORT }")}`,
		["a: fork 1 @3000[PORT is not set]?"],
	],
	[
		"the machine's processors",
		`const os = require('node:os'); ${app("instances: Math.max(1, os.cpus().length - 1)")}`,
		["a: cluster one for each processor @?"],
	],
	[
		"spread, with what stands behind it winning",
		`const base = { script: 'x', instances: 2, env: { PORT: 1 } }; module.exports = { apps: [{ ...base, name: 'a', env: { ...base.env, PORT: 3000 } }] };`,
		["a: cluster 2 @3000"],
	],
	[
		"a spread under a condition",
		app("...(process.env.CI && { instances: 2 })"),
		[
			"a: cluster[CI is set]|fork[CI is not set] 2[CI is set]|1[CI is not set] @?",
		],
	],
	[
		"a spread of what is not known may bring anything, and change what stands before it",
		`const c = require('./nowhere'); module.exports = { apps: [{ name: 'a', script: 'x', instances: 2, ...c }, { ...c, name: 'b', instances: 2, exec_mode: 'fork', env: { PORT: 3000 } }] };`,
		["?: cluster|fork ? @?", "b: fork 2 @3000"],
	],
	[
		"map over literals",
		`const sites = { web: 3000, admin: 3001 }; module.exports = { apps: Object.entries(sites).map(([name, PORT], i) => ({ name, script: 'x', instances: i + 1, env: { PORT } })) };`,
		["web: cluster 1 @3000", "admin: cluster 2 @3001"],
	],
	[
		"Array.from, filter, flatMap, concat, fill, keys",
		`const three = Array.from({ length: 3 }, (_, i) => i).filter((i) => i > 0);
		const apps = three.flatMap((i) => [{ name: 'a' + i, script: 'x' }]).concat([...Array(1).keys()].map(() => ({ name: 'k', script: 'x' })), new Array(1).fill('f').map((name) => ({ name, script: 'x' })));
		module.exports = { apps };`,
		["a1: fork 1 @?", "a2: fork 1 @?", "k: fork 1 @?", "f: fork 1 @?"],
	],
	[
		"Object.assign, fromEntries, destructuring with rest",
		`const { script, ...rest } = Object.assign({}, { script: 'x', name: 'a' }, Object.fromEntries([['instances', 2]])); module.exports = { apps: [{ ...rest, script }] };`,
		["a: cluster 2 @?"],
	],
	[
		"helpers with defaults, rest and destructured parameters",
		`function app({ name, port = 3000 }, ...more) { return { name, script: 'x', instances: more.length, env: { PORT: port } }; }
		module.exports = { apps: [app({ name: 'a' }, 1, 2), app({ name: 'b', port: 3001 }, 1)] };`,
		["a: cluster 2 @3000", "b: cluster 1 @3001"],
	],
	[
		"statements that build the list",
		`const apps = []; for (const [i, name] of ['a', 'b'].entries()) { if (i === 1) continue; apps.push({ name, script: 'x' }); }
		for (let port = 3000; port < 3002; port++) apps.push({ name: 'p' + port, script: 'x', env: { PORT: port } });
		apps[0].instances = 2; exports.apps = apps;`,
		["a: cluster 2 @?", "p3000: fork 1 @3000", "p3001: fork 1 @3001"],
	],
	[
		"a branch on the environment, seen by all that follows",
		`let n = 1; const apps = [{ name: 'a', script: 'x', env: { PORT: 3000 } }];
		if (process.env.NODE_ENV === 'production') { n = 4; apps.push({ name: 'b', script: 'x', env: { PORT: 3001 } }); }
		apps[0].instances = n; module.exports = { apps };`,
		[
			`a: cluster 4[${production}]|1[${other}] @3000`,
			`b: fork[${production}] 1[${production}] @3001[${production}]`,
		],
	],
	[
		"an app that is only there under a condition",
		`const apps = [{ name: 'a', script: 'x' }]; if (process.env.WITH_B) apps.push({ name: 'b', script: 'x' }); module.exports = { apps };`,
		["a: fork 1 @?", "b: fork[WITH_B is set] 1[WITH_B is set] @?"],
	],
	[
		"switch",
		`let n; switch (process.env.NODE_ENV) { case 'production': n = 4; break; default: n = 1; } ${app("instances: n")}`,
		[`a: cluster 4[${production}]|1[${other}] @?`],
	],
	[
		"conditions that speak of one thing go together",
		`const p = process.env.NODE_ENV === 'production'; ${app("increment_var: 'PORT', instances: p ? 2 : 1, env: { PORT: p ? 4000 : 3000 }")}`,
		[
			`a: cluster 2[${production}]|1[${other}] @4000[${production}],4001[${production}],3000[${other}]`,
		],
	],
	[
		"what a file throws without is taken as given",
		`if (!process.env.SECRET) throw new Error('SECRET'); ${app("instances: 2")}`,
		["a: cluster 2 @?"],
	],
	[
		"an IIFE, optional chaining, a sequence",
		`module.exports = (() => { const c = { a: { port: 3000 } }; return { apps: [{ name: 'a', script: (0, 'x'), env: { PORT: c?.a?.port, OTHER: c.b?.port } }] }; })();`,
		["a: fork 1 @3000"],
	],
	[
		"process.env spread over and under a port",
		`module.exports = { apps: [{ name: 'a', script: 'x', env: { ...process.env, PORT: 3000 } }, { name: 'b', script: 'x', env: { PORT: 3001, ...process.env } }] };`,
		["a: fork 1 @3000", "b: fork 1 @3001[PORT is not set]?"],
	],
	[
		"a variable that the file itself sets",
		`process.env.PORT = '3000'; ${app("env: { PORT: process.env.PORT }")}`,
		["a: fork 1 @3000"],
	],
	[
		"a loop whose end is not known leaves the list open",
		`const apps = [{ name: 'a', script: 'x' }]; for (let i = 0; i < require('os').cpus().length; i++) apps.push({ name: 'w' + i, script: 'x' }); module.exports = { apps };`,
		["a: fork 1 @?", "… some of the apps are only known at run time"],
	],
	[
		"a list that a function of another package was given",
		`const apps = [{ name: 'a', script: 'x' }]; require('some-package')(apps); module.exports = { apps };`,
		["a: fork 1 @?", "… some of the apps are only known at run time"],
	],
	[
		"a list that grows for each folder of the disk",
		`const apps = []; require('fs').readdirSync('apps').forEach((name) => apps.push({ name, script: 'x' })); module.exports = { apps };`,
		["… some of the apps are only known at run time"],
	],
	[
		"a list that grows by a helper in a loop whose end is not known",
		`const apps = []; let n = 1; const add = () => { apps.push({ name: 'a' + n++, script: 'x' }); };
		while (more()) add(); module.exports = { apps: [...apps, { name: 'n', script: 'x', instances: n }] };`,
		["n: cluster|fork ? @?", "… some of the apps are only known at run time"],
	],
	[
		"Object.keys(...).forEach that fills objects",
		`const env = {}; Object.keys({ PORT: 1 }).forEach((key, i) => { env[key] = 3000 + i; }); ${app("env")}`,
		["a: fork 1 @3000"],
	],
	[
		"more questions than can be followed",
		`const apps = []; ${"abcdefgh"
			.split("")
			.map(
				(x) =>
					`if (process.env.${x}) apps.push({ name: '${x}', script: 'x' });`,
			)
			.join(" ")} module.exports = { apps };`,
		["… it depends on too many conditions"],
	],
];

for (const [name, text, expected] of cases)
	test(name, () => assert.deepEqual(described(text), expected));

test("with an environment, NODE_ENV is decided", () => {
	const text = app("instances: process.env.NODE_ENV === 'production' ? 2 : 1");
	assert.deepEqual(described(text, { environment: "production" }), [
		"a: cluster 2 @?",
	]);
	assert.deepEqual(described(text, { environment: "staging" }), [
		"a: cluster 1 @?",
	]);
});

test("modules and JSON of the workspace are read, and asked for", () => {
	const files: Readonly<Record<string, string>> = {
		"/srv/app/apps/index.js":
			"exports.make = (name, port) => ({ name, script: 'x', env: { PORT: port } });",
		"/srv/app/package.json": '{ "name": "shop" }',
		"/srv/app/port.json": "3001",
	};
	const asked: string[] = [];
	const text = `const { make } = require('./apps'); const { name } = require('./package.json'); const fs = require('fs');
	const port = JSON.parse(fs.readFileSync(require('path').join(__dirname, 'port.json'), 'utf8'));
	module.exports = { apps: [make(name, 3000), make('b', port), ...require('./none').apps] };`;
	const load = (wanted: string) => {
		asked.push(wanted);
		return files[wanted];
	};
	assert.deepEqual(described(text, { load }), [
		"shop: fork 1 @3000",
		"b: fork 1 @3001",
		"… some of the apps are only known at run time",
	]);
	assert.ok(asked.includes("/srv/app/none.js"));
	assert.ok(asked.includes("/srv/app/none/index.js"));
});

test("ES modules: default, names, other files", () => {
	const files: Readonly<Record<string, string>> = {
		"/srv/app/base.mjs":
			"export default { script: 'x' }; export let port = 3000; port += 1; export { port as other };",
	};
	const text = `import base, { other as p } from './base.mjs'; import * as all from './base.mjs';
	export const apps = [{ ...base, name: 'a', env: { PORT: p } }, { ...all.default, name: 'b', env: { PORT: all.port } }];`;
	assert.deepEqual(
		described(text, {
			path: "/srv/app/ecosystem.config.mjs",
			load: (wanted) => files[wanted],
		}),
		["a: fork 1 @3001", "b: fork 1 @3001"],
	);
});

test("files that require one another come to an end", () => {
	const text = `const other = require('./b'); ${app("instances: other.n")}`;
	const load = (wanted: string) =>
		wanted === "/srv/app/b.js"
			? "module.exports = { n: require('./ecosystem.config.js').n };"
			: undefined;
	assert.deepEqual(described(text, { load }), ["a: cluster|fork ? @?"]);
});
