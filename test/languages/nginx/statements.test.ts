import assert from "node:assert/strict";
import { test } from "node:test";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import {
	allStatements,
	blockAround,
	levelsOf,
	type Statement,
	statementNames,
	statementsNamed,
	statementsWith,
	statementsWithVariables,
} from "../../../server/src/languages/nginx/statements.ts";

const { directives } = parseNginx(
	"/nginx.conf",
	`
http {
	map $host $site { default "a"; server $1; ~(?<name>x) b; }
	root /a;
	server {
		listen 80;
		location ~ (x) { root /b; return 200 $uri; }
	}
	root /c;
}
`,
);

function words({ directive: { name, args } }: Statement): string {
	return [name, ...args].map(({ text }) => text).join(" ");
}

test("all statements stand in the order in which nginx reads them", () => {
	assert.deepEqual(allStatements(directives).map(words), [
		"http",
		"map $host $site",
		"default a",
		"server $1",
		"~(?<name>x) b",
		"root /a",
		"server",
		"listen 80",
		"location ~ (x)",
		"root /b",
		"return 200 $uri",
		"root /c",
	]);
});

test("an entry of a table is no directive of its name", () => {
	assert.deepEqual(statementsNamed(directives, "server").map(words), [
		"server",
	]);
	assert.ok(![...statementNames(directives)].includes("default"));
});

test("directives of several names come in one order", () => {
	assert.deepEqual(
		statementsWith(directives, (name) => /^(return|root)$/.test(name)).map(
			words,
		),
		["root /a", "root /b", "return 200 $uri", "root /c"],
	);
});

test("every word with a variable or a capture is among those that may have one", () => {
	assert.deepEqual(statementsWithVariables(directives).map(words), [
		"map $host $site",
		"server $1",
		"~(?<name>x) b",
		"location ~ (x)",
		"return 200 $uri",
	]);
});

test("a statement knows the blocks around it, from the inside out", () => {
	const [inner] = statementsNamed(directives, "return");
	assert.ok(inner);
	assert.deepEqual(
		levelsOf(inner).map((level) => level.map(({ name }) => name.text)),
		[
			["root", "return"],
			["listen", "location"],
			["map", "root", "server", "root"],
			["http"],
		],
	);
	assert.equal(blockAround(inner, "server")?.directive.name.text, "server");
	assert.equal(blockAround(inner, "if"), undefined);
});
