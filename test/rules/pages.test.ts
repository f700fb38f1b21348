/**
 * Every rule's page holds: Wrong gives exactly the marked findings, the preferred fix turns it
 * into Right, Right and the silent cases give nothing.
 */

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { ruleInfos } from "../../server/src/rules/registry.ts";
import type { RuledFinding } from "../../server/src/rules/rule.ts";
import { type Fixture, type Mark, parseFixture, root } from "../fixture.ts";
import { editFiles, type Files, findingsOf } from "../workspace.ts";
import { readPage } from "./page.ts";

for (const { id } of ruleInfos) {
	describe(id, () => {
		const page = readPage(id);

		it("has a page with the agreed headings", () => {
			assert.equal(page.title, id);
			assert.deepEqual(
				page.headings.filter((heading) => heading !== "Why it matters"),
				["Wrong", "Right", "When it stays silent"],
			);
			assert.equal(
				page.wrong.length,
				page.right.length,
				"each Wrong has its Right",
			);
			assert.ok(page.wrong.length > 0);
			assert.ok(page.silent.length > 0, "a silent case is shown");
		});

		for (const [i, text] of page.wrong.entries()) {
			const wrong = parseFixture(text);
			const right = parseFixture(page.right[i] ?? "");

			it(`finds exactly what is marked in Wrong ${i + 1}`, () => {
				assert.deepEqual(
					findingsOf(wrong.files).map((finding) =>
						describeFinding(finding, wrong),
					),
					[...wrong.marks]
						.sort(byPlace)
						.map((mark) => describeMark(mark, id, wrong)),
				);
			});

			it(`has nothing to say of Right ${i + 1}`, () => {
				assert.deepEqual(
					findingsOf(right.files).map((finding) =>
						describeFinding(finding, right),
					),
					[...right.marks]
						.sort(byPlace)
						.map((mark) => describeMark(mark, id, right)),
				);
			});

			const preferred = findingsOf(wrong.files).some(
				({ rule, fixes }) => rule === id && fixes?.some((fix) => fix.preferred),
			);
			if (preferred) {
				it(`turns Wrong ${i + 1} into Right ${i + 1} by its preferred fix`, () => {
					assert.deepEqual(
						byName(fixAll(wrong.files, id)),
						byName(right.files),
					);
				});
			}
		}

		for (const [i, text] of page.silent.entries()) {
			it(`stays silent in case ${i + 1}`, () => {
				const silent = parseFixture(text);
				assert.deepEqual(
					findingsOf(silent.files).map((finding) =>
						describeFinding(finding, silent),
					),
					[...silent.marks]
						.sort(byPlace)
						.map((mark) => describeMark(mark, id, silent)),
				);
			});
		}
	});
}

describe("pages and rule files", () => {
	it("come in pairs, and each is registered", () => {
		const folder = join(import.meta.dirname, "../../server/src/rules");
		const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));
		assert.deepEqual(
			pages.map((name) => name.slice(0, -3)).sort(),
			ruleInfos.map(({ id }) => id).sort(),
		);
		for (const { id } of ruleInfos)
			assert.ok(readdirSync(folder).includes(`${id}.ts`), `${id}.ts`);
	});
});

/** The preferred fixes of one rule, one after the other, as somebody would click them. */
function fixAll(files: Files, rule: string): Files {
	for (let round = 0; round < 20; round++) {
		const fix = findingsOf(files)
			.filter((finding) => finding.rule === rule)
			.flatMap((finding) => finding.fixes ?? [])
			.find((candidate) => candidate.preferred);
		if (!fix) return files;
		files = editFiles(files, fix.edits());
	}
	throw new Error(`the preferred fix of ${rule} does not end its finding`);
}

function describeFinding(
	{ at, severity, rule, message }: RuledFinding,
	{ files }: Fixture,
): string {
	return line(at, severity, rule, message, files);
}

/** A mark may give the beginning of a message; then it is compared as far as it goes. */
function describeMark(mark: Mark, page: string, fixture: Fixture): string {
	const rule = mark.rule ?? page;
	if (!mark.words.endsWith("…"))
		return line(mark, mark.severity, rule, mark.words, fixture.files);
	const beginning = mark.words.slice(0, -1);
	const full = findingsOf(fixture.files).find(
		(finding) => finding.rule === rule && finding.message.startsWith(beginning),
	);
	return line(
		mark,
		mark.severity,
		rule,
		full?.message ?? mark.words,
		fixture.files,
	);
}

function line(
	at: { readonly path: string; readonly start: number; readonly end: number },
	severity: string,
	rule: string,
	message: string,
	files: Files,
): string {
	const text = files.get(at.path) ?? "";
	const number = text.slice(0, at.start).split("\n").length;
	const name = at.path.slice(root.length + 1);
	return `${name}:${number} «${text.slice(at.start, at.end)}» ${severity} ${rule}: ${message}`;
}

function byPlace(a: Mark, b: Mark): number {
	return a.path < b.path
		? -1
		: a.path > b.path
			? 1
			: a.start - b.start || a.end - b.end;
}

function byName(files: Files): Record<string, string> {
	return Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
