/** Edits of ecosystem files: what they write, what they leave, and that the result says the new thing. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
	removeField,
	removeFields,
	setField,
	setVariable,
} from "../../../server/src/languages/pm2/edit.ts";
import type { Scalar } from "../../../server/src/languages/pm2/edit-content.ts";
import type {
	App,
	Ecosystem,
} from "../../../server/src/languages/pm2/facts.ts";
import { readEcosystem } from "../../../server/src/languages/pm2/read.ts";
import { applyEdits, type Edit } from "../../../server/src/text/edit.ts";

type Change = (text: string, app: App, ecosystem: Ecosystem) => readonly Edit[];

function edited(text: string, change: Change, path: string, index = 0): string {
	const ecosystem = readEcosystem(path, text);
	const app = ecosystem.apps[index];
	assert.ok(app);
	return applyEdits(text, change(text, app, ecosystem));
}

const set =
	(name: string, value: Scalar): Change =>
	(text, app) =>
		setField(text, app, name, value);
const setEnv =
	(name: string, value: Scalar, block?: string): Change =>
	(text, app, ecosystem) =>
		setVariable(text, ecosystem, app, name, value, block);
const remove =
	(name: string): Change =>
	(text, app) =>
		removeField(text, app, name);

const removeAll =
	(...names: readonly string[]): Change =>
	(text, app) =>
		removeFields(text, app, names);

const js = "/srv/ecosystem.config.js";
const json = "/srv/pm2.json";
const yaml = "/srv/pm2.yml";

const cases: readonly (readonly [
	name: string,
	path: string,
	before: string,
	change: Change,
	after: string,
	index?: number,
])[] = [
	[
		"replaces a value and nothing else",
		js,
		"module.exports = { apps: [{ name: 'a', script: 'x', instances: 2 /* two */ }] };",
		set("instances", 1),
		"module.exports = { apps: [{ name: 'a', script: 'x', instances: 1 /* two */ }] };",
	],
	[
		"replaces a constant where it is used, not where it stands",
		js,
		"const n = 2;\nmodule.exports = { apps: [{ name: 'a', script: 'x', instances: n }, { name: 'b', script: 'x', instances: n }] };",
		set("instances", 1),
		"const n = 2;\nmodule.exports = { apps: [{ name: 'a', script: 'x', instances: 1 }, { name: 'b', script: 'x', instances: n }] };",
	],
	[
		"writes the name of a field that was only a name",
		js,
		"const instances = 2;\nmodule.exports = { apps: [{ name: 'a', script: 'x', instances }, { name: 'b', script: 'x', instances }] };",
		set("instances", 1),
		"const instances = 2;\nmodule.exports = { apps: [{ name: 'a', script: 'x', instances: 1 }, { name: 'b', script: 'x', instances }] };",
	],
	[
		"writes the name of a variable that was only a name",
		js,
		"const PORT = 2;\nmodule.exports = { apps: [{ script: 'x', env: { PORT } }] };",
		setEnv("PORT", 3),
		"const PORT = 2;\nmodule.exports = { apps: [{ script: 'x', env: { PORT: 3 } }] };",
	],
	[
		"removes neighbours at the end of a line",
		js,
		"module.exports = { apps: [{ script: 'npm', instances: 2, exec_mode: 'cluster' }] };",
		removeAll("exec_mode", "instances"),
		"module.exports = { apps: [{ script: 'npm' }] };",
	],
	[
		"removes fields of one line that are no neighbours",
		js,
		"module.exports = { apps: [{ exec_mode: 'cluster', script: 'npm', instances: 2 }] };",
		removeAll("instances", "exec_mode"),
		"module.exports = { apps: [{ script: 'npm' }] };",
	],
	[
		"removes lines, with their comments",
		js,
		"module.exports = { apps: [{\n  script: 'npm',\n  instances: 2, // two\n  exec_mode: 'cluster',\n}] };",
		removeAll("instances", "exec_mode"),
		"module.exports = { apps: [{\n  script: 'npm',\n}] };",
	],
	[
		"removes none of several fields, where one can't be removed",
		js,
		"const base = { exec_mode: 'cluster' };\nmodule.exports = { apps: [{ ...base, script: 'npm', instances: 2 }] };",
		removeAll("instances", "exec_mode"),
		"const base = { exec_mode: 'cluster' };\nmodule.exports = { apps: [{ ...base, script: 'npm', instances: 2 }] };",
	],
	[
		"replaces by the alias that the file uses",
		js,
		"module.exports = { apps: [{ script: 'x', execMode: 'fork' }] };",
		set("exec_mode", "cluster"),
		"module.exports = { apps: [{ script: 'x', execMode: 'cluster' }] };",
	],
	[
		"adds in a line of its own, behind the last comma",
		js,
		"module.exports = {\n  apps: [\n    {\n      name: 'a',\n      script: 'x', // the program\n    },\n  ],\n};\n",
		set("exec_mode", "cluster"),
		"module.exports = {\n  apps: [\n    {\n      name: 'a',\n      script: 'x', // the program\n      exec_mode: 'cluster',\n    },\n  ],\n};\n",
	],
	[
		"adds behind a comment where the last comma is missing",
		js,
		'module.exports = {\n\tapps: [{\n\t\tname: "a",\n\t\tscript: "x" // the program\n\t}]\n};\n',
		set("exec_mode", "cluster"),
		'module.exports = {\n\tapps: [{\n\t\tname: "a",\n\t\tscript: "x", // the program\n\t\texec_mode: "cluster"\n\t}]\n};\n',
	],
	[
		"keeps the line breaks of the file",
		js,
		"module.exports = { apps: [{\r\n  name: 'a',\r\n  script: 'x',\r\n}] };\r\n",
		set("instances", 2),
		"module.exports = { apps: [{\r\n  name: 'a',\r\n  script: 'x',\r\n  instances: 2,\r\n}] };\r\n",
	],
	[
		"adds in one line",
		js,
		"module.exports = { apps: [{ name: 'a', script: 'x' }] };",
		set("increment_var", "PORT"),
		"module.exports = { apps: [{ name: 'a', script: 'x', increment_var: 'PORT' }] };",
	],
	[
		"adds with quotes where the keys have them",
		json,
		'{\n  "apps": [\n    {\n      "name": "a",\n      "script": "x"\n    }\n  ]\n}\n',
		set("exec_mode", "cluster"),
		'{\n  "apps": [\n    {\n      "name": "a",\n      "script": "x",\n      "exec_mode": "cluster"\n    }\n  ]\n}\n',
	],
	[
		"overrides what a spread brings, behind it",
		js,
		"const base = { script: 'x', instances: 2 };\nmodule.exports = { apps: [{ name: 'a', ...base }, { name: 'b', ...base }] };",
		set("instances", 1),
		"const base = { script: 'x', instances: 2 };\nmodule.exports = { apps: [{ name: 'a', ...base, instances: 1 }, { name: 'b', ...base }] };",
	],
	[
		"changes the argument of a helper, for its literal makes two apps",
		js,
		"const app = (name, n) => ({ name, script: 'x', instances: n });\nmodule.exports = { apps: [app('a', 2), app('b', 3)] };",
		set("instances", 1),
		"const app = (name, n) => ({ name, script: 'x', instances: n });\nmodule.exports = { apps: [app('a', 1), app('b', 3)] };",
	],
	[
		"leaves a literal alone that makes two apps",
		js,
		"const app = (name) => ({ name, script: 'x', instances: 2 });\nmodule.exports = { apps: [app('a'), app('b')] };",
		set("instances", 1),
		"const app = (name) => ({ name, script: 'x', instances: 2 });\nmodule.exports = { apps: [app('a'), app('b')] };",
	],
	[
		"sets a variable",
		js,
		"module.exports = { apps: [{ script: 'x', env: { NODE_ENV: 'production', PORT: 3000 } }] };",
		setEnv("PORT", 3001),
		"module.exports = { apps: [{ script: 'x', env: { NODE_ENV: 'production', PORT: 3001 } }] };",
	],
	[
		"adds a variable to a block",
		js,
		"module.exports = { apps: [{\n  script: 'x',\n  env: {\n    NODE_ENV: 'production',\n  },\n}] };",
		setEnv("PORT", 3001),
		"module.exports = { apps: [{\n  script: 'x',\n  env: {\n    NODE_ENV: 'production',\n    PORT: 3001,\n  },\n}] };",
	],
	[
		"adds the block too",
		js,
		"module.exports = { apps: [{\n  script: 'x',\n}] };",
		setEnv("PORT", 3001, "env_production"),
		"module.exports = { apps: [{\n  script: 'x',\n  env_production: {\n    PORT: 3001,\n  },\n}] };",
	],
	[
		"adds to an empty block",
		js,
		"module.exports = { apps: [{ script: 'x', env: {} }] };",
		setEnv("PORT", 3001),
		"module.exports = { apps: [{ script: 'x', env: { PORT: 3001 } }] };",
	],
	[
		"lays a variable over a shared environment",
		js,
		"const env = { PORT: 3000 };\nmodule.exports = { apps: [{ name: 'a', script: 'x', env }, { name: 'b', script: 'x', env: env }] };",
		setEnv("PORT", 3001),
		"const env = { PORT: 3000 };\nmodule.exports = { apps: [{ name: 'a', script: 'x', env }, { name: 'b', script: 'x', env: { ...env, PORT: 3001 } }] };",
		1,
	],
	[
		"removes a line with its comment",
		js,
		"module.exports = { apps: [{\n  script: 'x',\n  instances: 2, // two\n  // next\n  time: true,\n}] };",
		remove("instances"),
		"module.exports = { apps: [{\n  script: 'x',\n  // next\n  time: true,\n}] };",
	],
	[
		"removes the first of a line",
		js,
		"module.exports = { apps: [{ instances: 2, script: 'x' }] };",
		remove("instances"),
		"module.exports = { apps: [{ script: 'x' }] };",
	],
	[
		"removes the last of a line",
		js,
		"module.exports = { apps: [{ script: 'x', instances: 2 }] };",
		remove("instances"),
		"module.exports = { apps: [{ script: 'x' }] };",
	],
	[
		"replaces in YAML",
		yaml,
		"apps:\n  - name: a\n    script: x\n    instances: 2 # two\n",
		set("instances", 1),
		"apps:\n  - name: a\n    script: x\n    instances: 1 # two\n",
	],
	[
		"adds in YAML",
		yaml,
		"apps:\n  - name: a\n    script: x # the program\n\n  - name: b\n    script: y\n",
		set("exec_mode", "cluster"),
		"apps:\n  - name: a\n    script: x # the program\n    exec_mode: cluster\n\n  - name: b\n    script: y\n",
	],
	[
		"adds a block in YAML",
		yaml,
		"apps:\n  - name: a\n    script: x\n",
		setEnv("PORT", 3001),
		"apps:\n  - name: a\n    script: x\n    env:\n      PORT: 3001\n",
	],
	[
		"adds behind a nested block in YAML",
		yaml,
		"apps:\n  - name: a\n    script: x\n    env:\n      A: 1\n",
		set("instances", 2),
		"apps:\n  - name: a\n    script: x\n    env:\n      A: 1\n    instances: 2\n",
	],
	[
		"adds a variable in YAML, also where the map is written in braces",
		yaml,
		"apps:\n  - { name: a, script: x, env: { A: b } }\n",
		setEnv("PORT", 3001),
		"apps:\n  - { name: a, script: x, env: { A: b, PORT: 3001 } }\n",
	],
	[
		"overrides what a merge key brings in YAML",
		yaml,
		"base: &base\n  instances: 2\napps:\n  - <<: *base\n    name: a\n    script: x\n  - <<: *base\n    name: b\n",
		set("instances", 1),
		"base: &base\n  instances: 2\napps:\n  - <<: *base\n    name: a\n    script: x\n    instances: 1\n  - <<: *base\n    name: b\n",
	],
	[
		"removes in YAML",
		yaml,
		"apps:\n  - name: a\n    instances: 2 # two\n    script: x\n",
		remove("instances"),
		"apps:\n  - name: a\n    script: x\n",
	],
	[
		"removes the first key of an item in YAML",
		yaml,
		"apps:\n  - instances: 2\n    script: x\n",
		remove("instances"),
		"apps:\n  - script: x\n",
	],
];

for (const [name, path, before, change, after, index] of cases) {
	test(name, () => {
		const result = edited(before, change, path, index);
		assert.equal(result, after);
		assert.deepEqual(readEcosystem(path, result).syntaxErrors, []);
	});
}
