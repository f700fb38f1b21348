/** Other people's files: Edgewise's errors are nginx's refusals, and what nginx refuses Edgewise says, as far as the file tells. */

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { errors, type Said } from "./errors.ts";
import { corpora, filesOf } from "./files.ts";
import { type Judged, missed, outside, untold } from "./judgement.ts";
import { type Recorded, recorded, saying } from "./record.ts";

const absent = corpora.every((name) => filesOf(name).length === 0);

describe("other people's nginx files", {
	skip: absent && "the corpora are not on this machine",
}, () => {
	const table = recorded();
	const silent = table.filter(({ says }) => says === undefined);
	let found: readonly Said[] = [];

	before(() => {
		found = errors();
	});

	test("the errors are those that stand beside a refusal, or are judged", () => {
		const expected = [
			...table.flatMap((each) =>
				(each.says ?? []).map((say) => `${each.file} ${say}${at(each)}`),
			),
			...untold.map((each) => `${each.file} ${saying(each)}${at(each)}`),
		];
		const actual = found.map(
			(each) =>
				`${each.file} ${saying(each)}${each.rule === "events-missing" ? "" : at(each)}`,
		);
		assert.deepEqual(actual.sort(), expected.sort());
	});

	test("a refusal without an error is judged", () => {
		const open = silent.filter(
			(each) =>
				!outside.some(({ message }) => message.test(each.message)) &&
				!missed.some((judged) => isOf(judged, each)),
		);
		assert.deepEqual(open, []);
	});

	test("nothing is judged that is not there any more", () => {
		const past = [
			...outside.filter(
				({ message }) => !silent.some((each) => message.test(each.message)),
			),
			...missed.filter((judged) => !silent.some((each) => isOf(judged, each))),
		];
		assert.deepEqual(past, []);
	});
});

/** Of a missing events block nginx names no line. */
function at({ line }: { readonly line?: number }): string {
	return line === undefined ? "" : ` in line ${line}`;
}

function isOf(judged: Judged, { file, line }: Recorded): boolean {
	return judged.file === file && judged.line === line;
}
