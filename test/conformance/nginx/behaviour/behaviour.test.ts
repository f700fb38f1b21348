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
	"answers that a configuration does not show": {
		"/files../secret.txt": "200 | secret",
		"/moved%0d%0aX-Own:1": "302 | Location: http://example.com/moved | X-Own:1",
		"/dots/%0d%0aX-Own:1": "302 | Location: http://example.com/ | X-Own:1",
		"/any/a%0d%0aX-Own:1": "404",
		"/rewritten%0d%0aX-Own:1":
			"302 | Location: http://example.com/rewritten | X-Own:1",
		"/header%0d%0aX-Own:1": "200 | X-Page: /header | X-Own:1 | ok",
		"/capture/a%20b":
			"200 | GET /a b HTTP/1.0\r\nHost: service\r\nConnection: close",
		"/capture/a%3Fb":
			"200 | GET /a?b HTTP/1.0\r\nHost: service\r\nConnection: close",
		"/capture/a?b=1":
			"200 | GET /a HTTP/1.0\r\nHost: service\r\nConnection: close",
		"/uri%0d%0aX-Own:1":
			"200 | GET /uri\r\nX-Own:1 HTTP/1.0\r\nHost: service\r\nConnection: close",
		"/encoded/a%20b%3Fc":
			"200 | GET /a%20b%3Fc HTTP/1.0\r\nHost: service\r\nConnection: close",
		"/plain/a%2Fb%20c":
			"200 | GET /a/b%20c HTTP/1.0\r\nHost: service\r\nConnection: close",
		"/sent%0d%0aX-Own:1":
			"200 | GET /sent%0d%0aX-Own:1 HTTP/1.0\r\nX-Page: /sent\r\nX-Own:1\r\nHost: service\r\nConnection: close",
		"/tried": "200 | page",
		"/forgotten": "404",
		"/two?a=1&b=1": "200 | X-B: 1 | ok",
		"/small": "413",
		"/empty": "500",
		"/found": "200 | GET /found HTTP/1.0\r\nHost: service\r\nConnection: close",
		"/denied": "200 | secret",
		"/allowed/page.txt": "200 | data",
		"/long/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-": "500",
	},
	"which location answers": {
		"/": 0,
		"/x": 0,
		"/x.json": 0,
		"/api/": 1,
		"/api/x": 1,
		"/api/x.json": 2,
		"/api/inner/x": 3,
		"/api/inner/x.json": 2,
		"/api/x.png": 8,
		"/api/old": 9,
		"/api/old.json": 2,
		"/api/old.png": 8,
		"/api/v2/x": 4,
		"/api/v2/x.json": 4,
		"/api/v2/x.php": 10,
		"/api/health": 5,
		"/api/health/x": 1,
		"/static/x": 6,
		"/static/x.PNG": 6,
		"/static/x.map": 7,
		"/x.PNG": 8,
		"/x.php": 10,
		"/admin/x.php": 10,
		"/shop/x": 13,
		"/shop/x.php": 10,
	},
};

describe("what nginx does with requests", () => {
	it("is recorded, and no more than is expected", () => {
		assert.deepEqual(Object.keys(recorded.observations), Object.keys(expected));
	});
	for (const [name, seen] of Object.entries(expected))
		it(name, () => assert.deepEqual(recorded.observations[name], seen));
});
