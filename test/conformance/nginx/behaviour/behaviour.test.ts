/** What rules and their pages claim of nginx, against what the real one was seen to do (record.ts). */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { render } from "../../../../server/src/languages/nginx/template.ts";
import { root } from "../../../fixture.ts";
import { findingsOf } from "../../../workspace.ts";
import { asked } from "./refusals.ts";
import { templates, variables } from "./templates.ts";

interface Answer {
	readonly accepted: boolean;
	readonly said: readonly string[];
}

const recorded: {
	readonly refusals: Readonly<Record<string, Answer>>;
	readonly observations: Readonly<Record<string, unknown>>;
	readonly templates: readonly string[];
} = JSON.parse(
	readFileSync(join(import.meta.dirname, "behaviour.json"), "utf8"),
);

/** nginx starts, and no request arrives: an error all the same. */
const failsLater = new Set([
	"a server of digits",
	"a variable host without resolver",
]);

describe("what nginx -t says", () => {
	it("is recorded for every question", () => {
		assert.deepEqual(
			Object.keys(recorded.refusals),
			asked.map(({ name }) => name),
		);
	});

	for (const { name, http } of asked) {
		const answer = recorded.refusals[name];
		if (!answer?.accepted || failsLater.has(name)) continue;
		it(`accepts ${name}, and no rule calls it an error`, () => {
			const path = `${root}/nginx.conf`;
			const found = findingsOf(
				new Map([[path, `events {}\nhttp {\n${http}\n}\n`]]),
			);
			assert.deepEqual(
				found.filter(({ severity }) => severity === "error"),
				[],
			);
		});
	}

	it("depends on the order of backup and the balancing method (33)", () => {
		const { refusals } = recorded;
		const refused = "balancing method does not support parameter";
		for (const method of ["ip_hash", "hash", "random"])
			assert.match(
				refusals[`${method} before backup`]?.said[0] ?? "",
				new RegExp(refused),
			);
		assert.equal(refusals["ip_hash behind backup"]?.accepted, true);
		assert.equal(refusals["least_conn before backup"]?.accepted, true);
	});

	it("warns of a keepalive before the method (34)", () => {
		assert.deepEqual(recorded.refusals["keepalive before ip_hash"]?.said, [
			"warn: load balancing method redefined",
		]);
		assert.deepEqual(recorded.refusals["keepalive behind ip_hash"]?.said, []);
	});

	it("refuses names that do not resolve, used or not (29)", () => {
		for (const name of [
			"unknown host in an upstream that nobody uses",
			"unknown host in proxy_pass",
			"misspelt upstream",
		])
			assert.match(
				recorded.refusals[name]?.said[0] ?? "",
				/^emerg: host not found in upstream/,
			);
	});
});

describe("what envsubst makes of a template", () => {
	for (const [i, template] of templates.entries())
		it(template, () => {
			const given = new Map(Object.entries(variables));
			assert.equal(render(template, given).text, recorded.templates[i]);
		});
});

const expected: Readonly<Record<string, unknown>> = {
	"the URI behind proxy_pass (39)": {
		"/a/users": "/users",
		"/b/users": "//users",
		"/bus": "/us",
		"/c/users": "/c/users",
		"/d/users": "/v1users",
		"/e/users": "/v1//users",
		"/socket.io/?EIO=4": "/?EIO=4",
	},
	"max_fails of a single server (35)": [502, 502, 200],
	"max_fails of two servers (35)": {
		default: [502, 502, 502],
		"max_fails=0": [502, 502, 200],
	},
	"https to a plain port (36)": { status: 502, log: true },
	"a header of its own drops those of the server (40)": {
		kept: "1",
		own: null,
	},
	"connections of ten requests (43, 45)": {
		"keepalive alone": 10,
		"with HTTP/1.1": 10,
		'with Connection ""': 10,
		"with both": 1,
		'with Connection "upgrade"': 1,
		"with the map that closes": 10,
		"with the map that keeps": 1,
	},
	"a WebSocket's headers (48, 49)": {
		nothing: 200,
		"Upgrade alone": 200,
		"Connection alone": 200,
		both: 101,
		"both with HTTP/1.1": 101,
	},
	"a reload with a name that does not resolve (41)": {
		refused: true,
		still: 200,
	},
	"a dead server among live ones (38)": [200],
	"a port that is taken (31)": {
		"-t accepts it": true,
		started: "nginx ended at once",
	},
};

describe("what nginx does with requests", () => {
	it("is recorded, and no more than is expected", () => {
		assert.deepEqual(Object.keys(recorded.observations), Object.keys(expected));
	});
	for (const [name, seen] of Object.entries(expected))
		it(name, () => assert.deepEqual(recorded.observations[name], seen));
});
