// biome-ignore-all lint/suspicious/noTemplateCurlyInString: nginx writes its own variables so.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
	asWord,
	changeWord,
	insertAfter,
	insertBefore,
	insertFirst,
	removeDirective,
} from "../../../server/src/languages/nginx/edit.ts";
import { childrenOf } from "../../../server/src/languages/nginx/find.ts";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import type { Directive } from "../../../server/src/languages/nginx/tree.ts";
import { applyEdits, type Edit } from "../../../server/src/text/edit.ts";

const upstream = `upstream a {
    # primaries
    server b:1; # one
    server b:2;

    keepalive 8;
}
`;

test("inserts behind a directive and its comment, indented like it", () => {
	edits(
		upstream,
		"server",
		insertAfter,
		["server c:1;", "server c:2;"],
		upstream.replace("# one\n", "# one\n    server c:1;\n    server c:2;\n"),
	);
	edits(
		"upstream a { server b:1; }",
		"server",
		insertAfter,
		["server c;"],
		"upstream a { server b:1;\nserver c; }",
	);
	edits(
		"a {\r\n\tserver b;\r\n}\r\n",
		"server",
		insertAfter,
		["server c;"],
		"a {\r\n\tserver b;\r\n\tserver c;\r\n}\r\n",
	);
	edits(
		"server b;",
		"server",
		insertAfter,
		["server c;"],
		"server b;\nserver c;",
	);
});

test("inserts before a directive", () => {
	edits(
		upstream,
		"keepalive",
		insertBefore,
		["ip_hash;"],
		upstream.replace("    keepalive", "    ip_hash;\n    keepalive"),
	);
	edits("server b;", "server", insertBefore, ["a;", "b;"], "a;\nb;\nserver b;");
});

test("inserts first in a block", () => {
	edits(
		upstream,
		"upstream",
		insertFirst,
		["ip_hash;"],
		upstream.replace("{\n", "{\n    ip_hash;\n"),
	);
	edits("a { b; }", "a", insertFirst, ["c;"], "a { c; b; }");
	edits("a {}", "a", insertFirst, ["c;"], "a {\n    c;\n}");
	edits(
		"x {\n\ta { }\n\tb;\n}",
		"a",
		insertFirst,
		["c;"],
		"x {\n\ta {\n\t\tc;\n\t}\n\tb;\n}",
	);
	edits(
		"a { # why\n  b;\n}",
		"a",
		insertFirst,
		["c;"],
		"a { # why\n  c;\n  b;\n}",
	);
	edits(
		"a {\n}\n",
		"a",
		insertFirst,
		["c {\n    d;\n}"],
		"a {\n    c {\n        d;\n    }\n}\n",
	);
	const [simple] = parseNginx("/a", "a b;").directives;
	assert.equal(simple && insertFirst("a b;", simple, ["c;"]), undefined);
});

test("removes a directive with its line and its comment", () => {
	removes(upstream, "server", upstream.replace("    server b:1; # one\n", ""));
	removes("a {\n  b;\n  c;\n}\n", "b", "a {\n  c;\n}\n");
	removes("a {\n  b;\n\n  c;\n}\n", "b", "a {\n  c;\n}\n");
	removes("a {\n  c;\n\n  b;\n\n  d;\n}\n", "b", "a {\n  c;\n\n  d;\n}\n");
	removes("a {\n  c;\n\n  b;\n}\n", "b", "a {\n  c;\n}\n");
	removes(
		"a {\r\n  c;\r\n\r\n  b;\r\n\r\n  d;\r\n}\r\n",
		"b",
		"a {\r\n  c;\r\n\r\n  d;\r\n}\r\n",
	);
	removes("a {\n  c;\n  b\n    x\n    y;\n}\n", "b", "a {\n  c;\n}\n");
	removes("a { b; c; }", "b", "a { c; }");
	removes("a { c; b; }", "b", "a { c; }");
	removes("a { b; }", "b", "a { }");
	removes("b; c;\nd;\n", "b", "c;\nd;\n");
	removes("c; b; # why\nd;\n", "b", "c; # why\nd;\n");
	removes("c;\nb;", "b", "c;\n");
	removes("b;", "b", "");
	removes("a {\n  b {\n    c;\n  }\n  d;\n}\n", "b", "a {\n  d;\n}\n");
});

test("changes a word, in quotes where it needs them or had them", () => {
	const change = (source: string, newText: string) => {
		const word = parseNginx("/a", source).directives[0]?.args[0];
		assert.ok(word);
		return applyEdits(source, [changeWord(word, newText)]);
	};
	assert.equal(change("a b;", "c"), "a c;");
	assert.equal(change("a b;", "c d"), 'a "c d";');
	assert.equal(change("a 'b';", "c"), "a 'c';");
	assert.equal(change("a 'b';", "it's"), "a 'it\\'s';");
});

test("any text can be written as a word", () => {
	for (const text of [
		"a",
		"",
		"a b",
		'a"b',
		'"a"',
		"#a",
		"a#b",
		"}",
		"a}",
		"{",
		"a{b}",
		"${a}",
		"$a",
		"a;b",
		"a\\b",
		"\\d+\\.",
		"a\nb",
		"a\tb",
		"'",
		"^/(\\d{3})$",
		'it\'s "so"',
		"größe",
	]) {
		const [directive] = parseNginx("/a", `x ${asWord(text)} y;`).directives;
		assert.deepEqual(
			directive?.args.map((word) => word.text),
			[text, "y"],
			text,
		);
	}
});

type Insert = (
	text: string,
	directive: Directive,
	statements: readonly string[],
) => Edit | undefined;

function edits(
	source: string,
	name: string,
	insert: Insert,
	statements: readonly string[],
	expected: string,
): void {
	const edit = insert(source, named(source, name), statements);
	assert.ok(edit);
	const result = applyEdits(source, [edit]);
	assert.equal(result, expected);
	assert.deepEqual(parseNginx("/a", result).errors, []);
}

function removes(source: string, name: string, expected: string): void {
	assert.equal(
		applyEdits(source, [removeDirective(source, named(source, name))]),
		expected,
	);
}

function named(source: string, name: string): Directive {
	const search = (directives: readonly Directive[]): Directive | undefined => {
		for (const directive of directives) {
			const found =
				directive.name.text === name
					? directive
					: search(childrenOf(directive));
			if (found) return found;
		}
		return undefined;
	};
	const found = search(parseNginx("/a", source).directives);
	assert.ok(found);
	return found;
}
