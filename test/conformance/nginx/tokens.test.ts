/** The parser against what nginx 1.22.1 said of each case (tokens.json; record.ts asks it anew). */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import { assertAgrees, isTokenizers } from "./agree.ts";
import { type Case, cases } from "./cases.ts";
import type { Answer } from "./record.ts";

const answers: ReadonlyMap<string, Answer> = new Map(
	(
		JSON.parse(
			readFileSync(join(import.meta.dirname, "tokens.json"), "utf8"),
		) as Answer[]
	).map((answer) => [answer.name, answer]),
);

test("every case has an answer, and every answer a case", () => {
	assert.deepEqual(
		cases().map(({ name }) => name),
		[...answers.keys()],
	);
	assert.equal(answers.size, cases().length);
});

for (const each of cases()) {
	test(each.name.slice(0, 80), () => {
		const answer = answers.get(each.name);
		assert.ok(answer);
		const text = textOf(each);
		const tree = parseNginx("/nginx.conf", text);
		if (each.shows === "word" && answer.message?.startsWith("invalid value")) {
			const http = tree.directives.find(
				({ name }) => name.text === "http",
			)?.block;
			const gzip = http?.kind === "directives" ? http.directives[0] : undefined;
			const word = /^invalid value "([\s\S]*)" in "gzip" directive/.exec(
				answer.message,
			)?.[1];
			assert.deepEqual(
				gzip?.args.map((arg) => arg.text),
				[word],
			);
		}
		const stumbles =
			each.slip && answer.message && !isTokenizers(answer.message);
		if (!stumbles) assertAgrees(text, tree.errors, answer);
	});
}

function textOf({ bytes }: Case): string {
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
		Buffer.from(bytes, "latin1"),
	);
}
