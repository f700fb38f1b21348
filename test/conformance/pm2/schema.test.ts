/** Our list of PM2's fields against PM2's own, where the recording has installed it. */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { schema } from "../../../server/src/languages/pm2/schema.ts";

const theirs = join(
	import.meta.dirname,
	"../../.cache/pm2/node_modules/pm2/lib/API/schema.json",
);

interface PM2Field {
	readonly type: string | readonly string[];
	readonly alias?: string | readonly string[];
	readonly regex?: string;
	readonly min?: number;
}

test("names, types, limits and aliases are PM2's", (t) => {
	if (!existsSync(theirs)) {
		t.diagnostic("PM2 is not installed here: run record.ts once");
		return;
	}
	const fields = JSON.parse(readFileSync(theirs, "utf8")) as Record<
		string,
		PM2Field
	>;
	const own = new Map(schema.map((field) => [field.name, field]));
	const names = Object.keys(fields).filter((name) => !name.startsWith("^"));
	assert.deepEqual(
		names.map((name) => name.replace("exec_interpreter", "interpreter")).sort(),
		[...own.keys()].sort(),
	);
	for (const name of names) {
		const field = fields[name] as PM2Field;
		const mine = own.get(name.replace("exec_interpreter", "interpreter"));
		const aliases = [field.alias ?? []].flat();
		assert.deepEqual(
			[...(mine?.types ?? [])].sort(),
			[field.type].flat().sort(),
			name,
		);
		assert.equal(mine?.pattern?.source, field.regex, name);
		assert.equal(mine?.minimum, field.min, name);
		for (const alias of aliases.filter((each) => each !== mine?.name))
			assert.ok(mine?.aliases?.includes(alias), `${name}: ${alias}`);
	}
});
