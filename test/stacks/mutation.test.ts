/**
 * Each fault, put into each stack without one, is found at its place and by nobody else, and
 * the preferred fix brings the stack back to silence.
 */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RuledFinding } from "../../server/src/rules/rule.ts";
import { editFiles, type Files, findingsOf, projectsOf } from "../workspace.ts";
import { addressFaults } from "./address-faults.ts";
import { fileFaults } from "./file-faults.ts";
import type { Mutant } from "./mutant.ts";
import { serviceFaults } from "./service-faults.ts";
import { exampleStacks, stacksIn } from "./stacks.ts";
import { writtenFaults } from "./written-faults.ts";

const faults = [
	...addressFaults,
	...serviceFaults,
	...fileFaults,
	...writtenFaults,
];

const stacks = [...stacksIn("clean"), ...exampleStacks()];

for (const { rule, name = "", inject } of faults) {
	describe(`${rule} ${name}`.trim(), () => {
		const mutants = stacks.flatMap((stack) =>
			projectsOf(stack.files)
				.flatMap((project) => inject(stack.files, project))
				.filter((each) => each !== undefined)
				.map((each) => ({ stack: stack.name, ...each })),
		);

		it("can be put somewhere", () => assert.ok(mutants.length > 0));

		mutants.forEach((mutant, i) => {
			it(`is found in ${mutant.stack}, ${i + 1}`, () => isFound(rule, mutant));
		});
	});
}

function isFound(rule: string, mutant: Mutant): void {
	const all = findingsOf(mutant.files);
	const found = all.filter(isGrave);
	const own = all.filter((finding) => finding.rule === rule);
	assert.ok(
		own.some(
			({ at }) =>
				at.path === mutant.path &&
				(mutant.text === "" || textAt(mutant.files, at) === mutant.text),
		),
		`${mutant.text} in ${mutant.path}: ${describeAll(all, mutant.files)}`,
	);
	assert.deepEqual(
		found.filter((finding) => finding.rule !== rule).map(words),
		[],
		"one problem, one finding",
	);
	if (!own.some(({ fixes }) => fixes?.some(({ preferred }) => preferred)))
		return;
	assert.deepEqual(
		findingsOf(fixed(mutant.files, rule))
			.filter(
				(finding) =>
					isGrave(finding) || (finding.rule === rule && !own.some(isGrave)),
			)
			.map(words),
		[],
		"silent after the preferred fix",
	);
}

function isGrave({ severity }: RuledFinding): boolean {
	return severity === "error" || severity === "warning";
}

function fixed(files: Files, rule: string): Files {
	for (let round = 0; round < 10; round++) {
		const fix = findingsOf(files)
			.filter((finding) => finding.rule === rule)
			.flatMap(({ fixes }) => fixes ?? [])
			.find(({ preferred }) => preferred);
		if (!fix) return files;
		files = editFiles(files, fix.edits());
	}
	return files;
}

function textAt(files: Files, at: RuledFinding["at"]): string {
	return files.get(at.path)?.slice(at.start, at.end) ?? "";
}

function describeAll(found: readonly RuledFinding[], files: Files): string {
	return found
		.map((each) => `${textAt(files, each.at)} ${words(each)}`)
		.join("\n");
}

function words({ rule, severity, message }: RuledFinding): string {
	return `${severity} ${rule}: ${message}`;
}
