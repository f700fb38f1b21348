/** A value with several possibilities, spread out: each with the circumstances under which it holds. */

import type { Circumstance } from "./facts.ts";
import type { StaticValue } from "./value.ts";

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
		.flatMap((option) =>
			possibilities(option.value, [
				...when,
				{ kind: "condition", text: option.when },
			]),
		)
		.slice(0, most);
}

/** Whether both can hold at once, as far as they speak of the same thing. */
export function sameCircumstances(
	a: readonly Circumstance[],
	b: readonly Circumstance[],
): boolean {
	const environment = (list: readonly Circumstance[]) =>
		list.find((each) => each.kind === "environment");
	const [mine, theirs] = [environment(a), environment(b)];
	return (
		!mine ||
		!theirs ||
		(mine.kind === "environment" &&
			theirs.kind === "environment" &&
			mine.name === theirs.name)
	);
}
