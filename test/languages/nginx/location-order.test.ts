/** Who is asked before a location, held against which one nginx let answer (recorded). */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Location } from "../../../server/src/languages/nginx/facts.ts";
import { takenFrom } from "../../../server/src/languages/nginx/locations/never-asked.ts";
import { rivalsOf } from "../../../server/src/languages/nginx/locations/order.ts";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import { readNginx } from "../../../server/src/languages/nginx/read.ts";
import recorded from "../../conformance/nginx/behaviour/behaviour.json" with {
	type: "json",
};
import { config } from "../../conformance/nginx/behaviour/locations.ts";

const facts = readNginx(
	parseNginx("nginx.conf", `http { server { ${config()} } }`).directives,
);
const [server] = facts.servers;
assert.ok(server);

const all = nested(server.locations);
const answered = Object.entries(
	recorded.observations["which location answers"],
);

describe("which location answers", () => {
	for (const [path, number] of answered)
		test(path, () => {
			const winner = all[number];
			assert.ok(winner);
			assert.equal(takenFrom(winner, server), undefined);
			for (const other of all)
				if (other !== winner && matches(other, path))
					assert.ok(
						losesTo(winner, other),
						`${other.pattern.value} can lose to ${winner.pattern.value}`,
					);
		});

	test("what is taken from a location is never answered by it", () => {
		const numbers = new Set(answered.map(([, number]) => number));
		const taken = all.filter((each) => takenFrom(each, server));
		assert.deepEqual(
			taken.map(({ pattern }) => pattern.value),
			["^/admin/.*\\.php$", "/shop"],
		);
		for (const each of taken) assert.ok(!numbers.has(all.indexOf(each)));
	});
});

/** It, or what it stands in, is asked before the other, or before what that stands in. */
function losesTo(winner: Location, other: Location): boolean {
	assert.ok(server);
	const before = rivalsOf(other, server).map(({ location }) => location);
	return (
		chain(winner).some((each) => before.includes(each)) ||
		(other.parent !== undefined && losesTo(winner, other.parent))
	);
}

function chain(location: Location | undefined): readonly Location[] {
	return location ? [location, ...chain(location.parent)] : [];
}

function nested(locations: readonly Location[]): readonly Location[] {
	return locations.flatMap((each) => [each, ...nested(each.locations)]);
}

/** These patterns are the same to JavaScript. */
function matches(
	{ modifier, pattern, parent }: Location,
	path: string,
): boolean {
	if (parent && !matches(parent, path)) return false;
	switch (modifier) {
		case "=":
			return path === pattern.value;
		case "~":
			return new RegExp(pattern.value).test(path);
		case "~*":
			return new RegExp(pattern.value, "i").test(path);
		default:
			return path.startsWith(pattern.value);
	}
}
