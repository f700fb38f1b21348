/** Other people's files: Edgewise's errors are nginx's refusals, and what nginx refuses Edgewise says, as far as the file tells. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { lineAt, lineIndex } from "../../../../server/src/text/line-index.ts";
import { corpus } from "../../../corpus.ts";
import { findingsOf } from "../../../workspace.ts";
import { corpora, filesOf } from "./files.ts";
import { missed, outside, untold } from "./judgement.ts";
import { recorded } from "./record.ts";

interface Said {
	readonly file: string;
	readonly line: number;
	readonly rule: string;
}

describe("other people's nginx files", () => {
	let errors: readonly Said[] = [];
	const refused = recorded().filter(
		({ message }) => !outside.some((each) => each.message.test(message)),
	);

	before(() => {
		errors = corpora.flatMap(errorsIn);
	});

	test("an error is a refusal of nginx's, or is judged", (t) => {
		if (filesOf("corpus/nginx-real").length === 0)
			return t.diagnostic("the corpora are not on this machine");
		const alarms = errors.filter(
			({ file, line, rule }) =>
				!refused.some(
					(each) =>
						each.file === file &&
						(each.line === line || (each.line === undefined && isOfAll(rule))),
				) &&
				!untold.some(
					(each) =>
						each.file === file && each.line === line && each.rule === rule,
				),
		);
		assert.deepEqual(alarms, []);
	});

	test("a refusal of nginx's is an error, or is judged", (t) => {
		if (filesOf("corpus/nginx-real").length === 0)
			return t.diagnostic("the corpora are not on this machine");
		const silent = refused.filter(
			({ file, line }) =>
				!errors.some(
					(each) =>
						each.file === file &&
						(line === undefined ? isOfAll(each.rule) : each.line === line),
				) && !missed.some((each) => each.file === file && each.line === line),
		);
		assert.deepEqual(silent, []);
	});

	test("nothing is judged that is not there any more", (t) => {
		if (filesOf("corpus/nginx-real").length === 0)
			return t.diagnostic("the corpora are not on this machine");
		const past = [
			...untold.filter(
				({ file, line, rule }) =>
					!errors.some(
						(each) =>
							each.file === file && each.line === line && each.rule === rule,
					),
			),
			...missed.filter(
				({ file, line }) =>
					!refused.some((each) => each.file === file && each.line === line),
			),
		];
		assert.deepEqual(past, []);
	});
});

/** Of no line: `no "events" section in configuration`. */
function isOfAll(rule: string): boolean {
	return rule === "events-missing";
}

function errorsIn(name: string): readonly Said[] {
	const folder = corpus(name);
	if (folder === undefined) return [];
	const files = new Map(
		filesOf(name).map((path) => [
			join(folder, path),
			readFileSync(join(folder, path), "utf8"),
		]),
	);
	return findingsOf(files)
		.filter(({ severity }) => severity === "error")
		.map(({ at, rule }) => ({
			file: join(name, at.path.slice(folder.length + 1)),
			line: lineAt(lineIndex(files.get(at.path) ?? ""), at.start) + 1,
			rule,
		}));
}
