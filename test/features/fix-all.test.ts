import assert from "node:assert/strict";
import { test } from "node:test";
import { fixAll, type Round } from "../../server/src/features/fix-all.ts";
import type { RuledFinding, Severity } from "../../server/src/rules/rule.ts";
import { applyEdits, type Edit } from "../../server/src/text/edit.ts";

const path = "/w/a";

/** A finding for each place where a pattern is found, whose fix puts something else there. */
type Patterns = Readonly<
	Record<string, readonly [Severity, string | undefined]>
>;

function find(text: string, patterns: Patterns): readonly RuledFinding[] {
	return Object.entries(patterns).flatMap(([pattern, [severity, newText]]) =>
		[...text.matchAll(new RegExp(pattern, "g"))].map((match): RuledFinding => {
			const at = {
				path,
				start: match.index,
				end: match.index + match[0].length,
			};
			const fix = {
				title: `${pattern} to ${newText}`,
				preferred: true,
				edits: (): readonly Edit[] => [{ ...at, newText: newText ?? "" }],
			};
			return {
				rule: pattern,
				severity,
				message: pattern,
				at,
				fixes: newText === undefined ? [] : [fix],
			};
		}),
	);
}

function fixed(
	text: string,
	patterns: Patterns,
	isWanted: (finding: RuledFinding) => boolean = () => true,
): { text: string; rounds: readonly Round[] } {
	const after = (rounds: readonly Round[]) =>
		rounds.reduce(
			(text, round) =>
				applyEdits(
					text,
					round.flatMap(({ edits }) => edits),
				),
			text,
		);
	const rounds = fixAll((rounds) => find(after(rounds), patterns), isWanted);
	return { text: after(rounds), rounds };
}

test("many fixes that don't touch each other take one round", () => {
	const { text, rounds } = fixed("a b a b a", {
		a: ["error", "x"],
		b: ["warning", "y"],
	});
	assert.equal(text, "x y x y x");
	assert.deepEqual(
		rounds.map(({ length }) => length),
		[5],
	);
});

test("fixes that touch each other are made one after the other", () => {
	const { text, rounds } = fixed("ab", {
		ab: ["error", "b"],
		b: ["error", "c"],
	});
	assert.equal(text, "c");
	assert.equal(rounds.length, 2);
});

test("a fix may bring out the next", () => {
	assert.equal(
		fixed("a", { a: ["error", "b"], b: ["warning", "c"], c: ["info", ""] })
			.text,
		"",
	);
});

test("a fix that brings more errors, or changes nothing, is taken back; the others are made", () => {
	const worse = { a: ["warning", "bad"], bad: ["error", undefined] } as const;
	assert.equal(fixed("a c", { ...worse, c: ["warning", "d"] }).text, "a d");
	assert.equal(
		fixed("a c", { a: ["warning", "a"], c: ["info", "d"] }).text,
		"a d",
	);
});

test("a warning is not mended at the price of an error", () => {
	const patterns = {
		a: ["warning", "bad"],
		i: ["info", undefined],
		bad: ["error", undefined],
	} as const;
	assert.equal(fixed("a", patterns).text, "a");
});

test("fixes that chase each other end", () => {
	const { rounds } = fixed("a", { a: ["error", "b"], b: ["error", "a"] });
	assert.deepEqual(rounds, []);
	const growing = fixed("aaaa", { a$: ["error", "a"], a: ["hint", "b"] });
	assert.ok(growing.rounds.length <= 100);
});

test("what nobody wants fixed stays", () => {
	const patterns = { a: ["error", "x"], b: ["error", "y"] } as const;
	assert.equal(fixed("a b", patterns, ({ rule }) => rule === "b").text, "a y");
});
