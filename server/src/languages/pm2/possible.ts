/** A value with several possibilities, spread out: each with the circumstances under which it holds. */

import type { Circumstance } from "./facts.ts";
import type { StaticOption, StaticValue } from "./value.ts";

export interface Possible {
	/** No choice. */
	readonly value: Exclude<StaticValue, { kind: "choice" }>;
	readonly when: readonly Circumstance[];
}

const most = 64;

export function possibilities(
	value: StaticValue,
	when: readonly Circumstance[] = [],
): readonly Possible[] {
	if (value.kind !== "choice") return [{ value, when }];
	return value.options
		.flatMap((option) => {
			const own = circumstanceOf(option);
			if (!compatible(when, [own])) return [];
			return possibilities(option.value, together(when, [own]));
		})
		.slice(0, most);
}

export function circumstanceOf({
	when,
	condition,
}: StaticOption): Circumstance {
	return {
		kind: "condition",
		text: when,
		...(condition ? { question: condition } : {}),
	};
}

/** Both lists as one; what both say stands there once. */
export function together(
	a: readonly Circumstance[],
	b: readonly Circumstance[],
): readonly Circumstance[] {
	const known = new Set(a.map(identity));
	return [...a, ...b.filter((each) => !known.has(identity(each)))];
}

/** Whether both can hold at once, as far as they speak of the same thing. */
export function compatible(
	a: readonly Circumstance[],
	b: readonly Circumstance[],
): boolean {
	return a.every((one) => b.every((other) => !excludes(one, other)));
}

function excludes(a: Circumstance, b: Circumstance): boolean {
	if (a.kind === "environment")
		return b.kind === "environment" && a.name !== b.name;
	return (
		b.kind === "condition" &&
		a.question !== undefined &&
		a.question.text === b.question?.text &&
		a.question.holds !== b.question.holds
	);
}

function identity(circumstance: Circumstance): string {
	return circumstance.kind === "environment"
		? `--env ${circumstance.name}`
		: circumstance.text;
}
