import assert from "node:assert/strict";
import { test } from "node:test";
import { isGlob, matchGlob } from "../../../server/src/languages/nginx/glob.ts";

const matches: readonly (readonly [string, string, boolean])[] = [
	["*.conf", "a.conf", true],
	["*.conf", ".conf", false],
	["*.conf", ".hidden.conf", false],
	[".*.conf", ".hidden.conf", true],
	["*.conf", "a.conf.bak", false],
	["*.conf", "sub/a.conf", false],
	["/etc/nginx/conf.d/*.conf", "/etc/nginx/conf.d/a.conf", true],
	["/etc/nginx/conf.d/*.conf", "/etc/nginx/conf.d/sub/a.conf", false],
	["/etc/nginx/*/*.conf", "/etc/nginx/conf.d/a.conf", true],
	["/etc/nginx/*/*.conf", "/etc/nginx/.d/a.conf", false],
	["/etc/**/a.conf", "/etc/b/c/a.conf", false],
	["sites-enabled/*", "sites-enabled/a", true],
	["sites-enabled/*", "sites-enabled/a.bak", true],
	["?.conf", "a.conf", true],
	["?.conf", "ab.conf", false],
	["?conf", ".conf", false],
	["[ab].conf", "b.conf", true],
	["[!ab].conf", "b.conf", false],
	["[^ab].conf", "c.conf", true],
	["[a-c]x", "bx", true],
	["[a-c]x", "dx", false],
	["[]a]x", "]x", true],
	["[a-]x", "-x", true],
	["[[:digit:]]0.conf", "10.conf", true],
	["[[:digit:]]0.conf", "a0.conf", false],
	["[.]a", ".a", false],
	["[ab", "[ab", true],
	["{a,b}.conf", "a.conf", false],
	["{a,b}.conf", "{a,b}.conf", true],
	["\\*.conf", "*.conf", true],
	["\\*.conf", "a.conf", false],
	["a*b*c", "aXbYc", true],
	["a*b*c", "aXbY", false],
	["*", "", true],
	["a.conf", "A.conf", false],
];

for (const [pattern, path, expected] of matches) {
	test(`${pattern} ${expected ? "matches" : "does not match"} ${path}`, () => {
		assert.equal(matchGlob(pattern, path), expected);
	});
}

test("a name is a pattern by one of three characters", () => {
	assert.deepEqual(["*.conf", "a?", "[a", "{a,b}", "a.conf"].map(isGlob), [
		true,
		true,
		true,
		false,
		false,
	]);
});

test("stars don't multiply the time", () => {
	const begin = performance.now();
	assert.equal(matchGlob("*a".repeat(200), `${"a".repeat(5000)}b`), false);
	assert.ok(performance.now() - begin < 60_000);
});
