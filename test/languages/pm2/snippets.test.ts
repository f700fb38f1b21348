/** Each snippet, inserted as it is offered, is an app that runs as its detail says. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { pm2Snippets } from "../../../server/src/languages/pm2/snippets.ts";
import { violations } from "../../../server/src/languages/pm2/validate.ts";
import { described, read } from "./describe.ts";

const expected: Readonly<Record<string, string>> = {
	"pm2-cluster": "middleware: cluster 2 @3000",
	"pm2-port-per-instance": "realtime: fork 2 @3002,3003",
	"pm2-single": "realtime: cluster 1 @3002",
};

for (const { label, body } of pm2Snippets) {
	test(label, () => {
		const filled = body.replace(/\$\{\d+:([^}]*)\}/g, "$1").replace(/\$0/g, "");
		const text = `module.exports = { apps: [\n${filled}\n] };`;
		assert.deepEqual(described(text), [expected[label]]);
		assert.deepEqual(read(text).apps.flatMap(violations), []);
	});
}
