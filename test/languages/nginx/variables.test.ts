// biome-ignore-all lint/suspicious/noTemplateCurlyInString: nginx writes its own variables so.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import {
	type PossibleTexts,
	partOfText,
	possibleTexts,
	variableValues,
} from "../../../server/src/languages/nginx/possible-texts.ts";
import { readNginx } from "../../../server/src/languages/nginx/read.ts";
import type { Place } from "../../../server/src/text/place.ts";

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
		const found = variableValues(facts.variables, name);
		assert.equal(found.values.map(({ value }) => value).join(" "), values);
		assert.equal(found.complete, complete);
	});
}

test("variables in a text, each value where it is set", () => {
	const found = possible("${variant}.example:$port");
	assert.deepEqual(
		found.values.map(({ value }) => value),
		["a.example:3000", "a.example:3001", "b.example:3000", "b.example:3001"],
	);
	assert.equal(found.complete, true);
	assert.equal(found.combined, true, "two variables vary");
	const [first] = found.values;
	assert.ok(first);
	assert.equal(written(first.at), "a");
	assert.equal(written(partOfText(first, 10, 14)), "3000");
	assert.equal(written(partOfText(first, 0, 4)), "a", "put together");
});

test("one variable that varies gives no combinations", () => {
	assert.equal(possible("$one/$variant").combined, false);
});

test("a text without variables is itself", () => {
	const found = possible("plain");
	assert.deepEqual(
		found.values.map(({ value }) => value),
		["plain"],
	);
	assert.equal(found.complete, true);
});

test("what nothing sets is not known", () => {
	const { values, complete } = possible("$1:80");
	assert.deepEqual({ values, complete }, { values: [], complete: false });
});

test("many combinations are no small set", () => {
	const { values, complete } = possible("$port$port$port$port$port");
	assert.deepEqual({ values, complete }, { values: [], complete: false });
});

function possible(text: string): PossibleTexts {
	const at = { path: "/other.conf", start: 0, end: text.length };
	return possibleTexts(facts.variables, { text, quote: undefined, at });
}

function written({ start, end }: Place): string {
	return config.slice(start, end);
}
