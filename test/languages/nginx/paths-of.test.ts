/** What is read off the regular expressions of locations; each claim of "covers" was asked of PCRE too. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readPathRegex } from "../../../server/src/languages/nginx/locations/path-regex.ts";
import {
	covers,
	liesUnder,
	mayMatch,
	mayMatchUnder,
	mayMeet,
	pathsFrom,
} from "../../../server/src/languages/nginx/locations/paths-of.ts";

function read(text: string) {
	const caseless = text.startsWith("* ");
	return readPathRegex(caseless ? text.slice(2) : text, caseless);
}

function isCovered(outer: string, inner: string): boolean {
	const [one, other] = [read(outer), read(inner)];
	return one !== undefined && other !== undefined && covers(one, other);
}

const all = [
	"^/",
	"/",
	"",
	"^",
	".",
	".*",
	"^.*$",
	"^/.*$",
	"^/(.*)$",
	".+",
	"^(.+)$",
	"^(?:/.*)$",
];

const covering: readonly (readonly [outer: string, inner: string])[] = [
	...all.map((each) => [each, "^/x[0-9]+"] as const),
	["\\.php$", "^/admin/.*\\.php$"],
	["\\.php$", "^/(a|b)\\.php$"],
	["\\.(php|phtml)$", "\\.phtml$"],
	["* \\.(png|gif)$", "\\.GIF$"],
	["* \\.(png|gif)$", "* \\.gif$"],
	["^/api", "^/api/(v1|v2)/"],
	["^/api.*$", "^/api/v1"],
	["^/(api|v2)", "^/v2/x"],
	["/\\.", "/\\.ht"],
	["^/a[.]b$", "^/a\\.b$"],
	["(?i)\\.php$", "\\.PHP$"],
	["* /1/", "/1/"],
	["/1/", "* /1/"],
];

const notCovering: readonly (readonly [outer: string, inner: string])[] = [
	["^/$", "^/x"],
	["^$", "^/x"],
	["/$", "^/x"],
	["^.$", "^/x"],
	["^/.", "^/"],
	["/.+", "^/"],
	["\\.php$", "\\.php"],
	["\\.php$", "\\.php(/|$)x"],
	["\\.php$", "* \\.php$"],
	["^/api/", "^/api"],
	["^/api", "/api"],
	["^/api", "^/(api|v2)"],
	["^/a.c", "^/abc"],
	["^/(?!api)", "^/x"],
	["^/a(?=b)", "^/ab"],
	["^/api$", "^/api"],
	["^/x?", "^/x\\x"],
	["\\Q.\\E", "^/x"],
	["^/[a-z]", "^/x"],
	["^/a{2}", "^/aa"],
];

describe("all paths of a regular expression", () => {
	for (const [outer, inner] of covering)
		test(`~ ${outer} takes all of ~ ${inner}`, () =>
			assert.equal(isCovered(outer, inner), true));
	for (const [outer, inner] of notCovering)
		test(`~ ${outer} does not surely take all of ~ ${inner}`, () =>
			assert.equal(isCovered(outer, inner), false));

	test("of a prefix", () => {
		const regex = read("^/api");
		assert.ok(regex);
		assert.equal(covers(regex, pathsFrom("/api/v1")), true);
		assert.equal(covers(regex, pathsFrom("/ap")), false);
	});

	test("lie under a prefix", () => {
		const under = (text: string, prefix: string) => {
			const regex = read(text);
			return regex !== undefined && liesUnder(regex, prefix);
		};
		assert.equal(under("^/static/.*\\.png$", "/static/"), true);
		assert.equal(under("^/(static|img)/", "/static/"), false);
		assert.equal(under("* ^/static/", "/static/"), false);
		assert.equal(under("static", "/static/"), false);
	});
});

describe("some path of a regular expression", () => {
	test("lies under a prefix, unless it begins otherwise", () => {
		assert.equal(mayMatchUnder(read("\\.php$"), "/api/"), true);
		assert.equal(mayMatchUnder(read("^/api"), "/api/v1"), true);
		assert.equal(mayMatchUnder(read("^/api/v1"), "/api"), true);
		assert.equal(mayMatchUnder(read("^/(v1|v2)/"), "/api"), false);
		assert.equal(mayMatchUnder(read("* ^/API"), "/api/"), true);
		assert.equal(mayMatchUnder(read("^/\\d+"), "/api"), true);
		assert.equal(mayMatchUnder(read("\\x2f("), "/api"), true);
	});

	test("is one exact path, unless it begins or ends otherwise", () => {
		assert.equal(mayMatch(read("\\.(png|gif)$"), "/health"), false);
		assert.equal(mayMatch(read("^/h.*$"), "/health"), true);
		assert.equal(mayMatch(read("^/a"), "/health"), false);
	});

	test("is one of another's", () => {
		assert.equal(mayMeet(read("^/a"), read("^/b")), false);
		assert.equal(mayMeet(read("^/a"), read("* ^/A/x")), true);
		assert.equal(mayMeet(read("^/a"), read("\\.php$")), true);
	});
});
