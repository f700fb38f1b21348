// biome-ignore-all lint/suspicious/noTemplateCurlyInString: nginx writes its own variables so.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import { readNginx } from "../../../server/src/languages/nginx/read.ts";
import {
	possibleTexts,
	variableValues,
} from "../../../server/src/languages/nginx/variables.ts";

const config = `
http {
	map $http_x $pool { default api; b "api-b"; ~c $other; hostnames; }
	map $uri $open { include more.map; default a; }
	map $host $wide { ~^(?<captured>.+)$ $captured; default x; }
	map $a $round { default $trip; }
	map $a $trip { default $round; }
	geo $region { default eu; ranges; 10.0.0.0-10.0.0.255 us; }
	geo $remote_addr $country { default de; }
	split_clients $remote_addr $variant { 50% a; * b; }
	server {
		set $other "api-c";
		set $one app:3000;
		set $port 3000;
		location / { set $Port 3001; auth_request_set $user $upstream_http_user; }
		location /u { set $user nobody; set $dynamic $arg_host; }
	}
}
`;
const facts = readNginx(parseNginx("/nginx.conf", config).directives);

const expected: Readonly<
	Record<string, readonly [values: string, complete: boolean]>
> = {
	one: ["app:3000", true],
	port: ["3000 3001", true],
	PORT: ["3000 3001", true],
	pool: ["api api-b api-c", true],
	open: ["a", false],
	wide: ["x", false],
	captured: ["", false],
	round: ["", false],
	region: ["eu us", true],
	country: ["de", true],
	variant: ["a b", true],
	user: ["nobody", false],
	dynamic: ["", false],
	host: ["", false],
};

for (const [name, [values, complete]] of Object.entries(expected)) {
	test(`$${name}`, () => {
		const found = variableValues(facts, name);
		assert.equal(found.values.map(({ value }) => value).join(" "), values);
		assert.equal(found.complete, complete);
	});
}

test("variables in a text, each value where it is set", () => {
	const at = { path: "/nginx.conf", start: 0, end: 1 };
	const found = possibleTexts(facts, { value: "${variant}.example:$port", at });
	assert.deepEqual(
		found.values.map(({ value }) => value),
		["a.example:3000", "a.example:3001", "b.example:3000", "b.example:3001"],
	);
	assert.equal(found.complete, true);
	const [first] = found.values;
	assert.equal(config.slice(first?.at.start, first?.at.end), "a");
	assert.deepEqual(possibleTexts(facts, { value: "plain", at }), {
		values: [{ value: "plain", at }],
		complete: true,
	});
	assert.deepEqual(possibleTexts(facts, { value: "$1:80", at }), {
		values: [],
		complete: false,
	});
});

test("many combinations are no small set", () => {
	const at = { path: "/nginx.conf", start: 0, end: 1 };
	assert.deepEqual(
		possibleTexts(facts, { value: "$port$port$port$port$port", at }),
		{ values: [], complete: false },
	);
});
