/** The examples of nginx's own documentation: none is refused but those that nginx refuses too. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { Format, find, getDirectives } from "@nginx/reference-lib";
import { root } from "../../fixture.ts";
import { findingsOf } from "../../workspace.ts";

/** The rule that speaks of a directive's example, and is right. */
const mistaken: Readonly<Record<string, string>> = {
	// `proxy_pass localhost:8000;`
	proxy_allow_upstream: "pass-scheme",
	// `http://$upstream:port/`: the port is the word.
	proxy_redirect: "directive-value",
	// Several examples in one.
	sticky: "upstream-duplicate",
	uwsgi_pass: "directive-duplicate",
};

const examples = examplesOf();

describe("nginx's documentation", () => {
	it("has its examples", () => {
		assert.ok(examples.size > 200);
	});

	for (const [text, names] of examples)
		it(`has an example at ${names.join(", ")}`, () => {
			const right = names.map((name) => mistaken[name]);
			assert.deepEqual(
				errorsIn(text).filter((rule) => !right.includes(rule)),
				[],
			);
		});
});

/** Text → the directives at which it stands; `...` and prose in the place of statements are left out. */
function examplesOf(): ReadonlyMap<string, readonly string[]> {
	const found = new Map<string, string[]>();
	for (const { name, module } of getDirectives()) {
		const text = find(name, module, Format.Markdown) ?? "";
		for (const [, example = ""] of text.matchAll(/```\n([\s\S]*?)```/g)) {
			if (/\.\.\./.test(example) || !/[;}]\s*$/.test(example)) continue;
			// Cut off.
			if (example.split("{").length !== example.split("}").length) continue;
			// Of njs.
			if (/\bexport default\b|^\s*function\b/m.test(example)) continue;
			const names = found.get(example);
			if (!names) found.set(example, [name]);
			else if (!names.includes(name)) names.push(name);
		}
	}
	return found;
}

function errorsIn(example: string): readonly string[] {
	const isMain = /^\s*(http|stream|mail)\s*\{/m.test(example);
	const text =
		isMain && !example.includes("events") ? `events {}\n${example}` : example;
	const path = join(root, isMain ? "nginx.conf" : "conf.d/example.conf");
	return findingsOf(new Map([[path, text]]))
		.filter(({ severity }) => severity === "error")
		.map(({ rule }) => rule);
}
