/**
 * One run through a file: its budget, and the answers that it assumes to what cannot be known.
 * Where a statement depends on such a question the file is run again with the other answer
 * (explore.ts), so that everything behind the question is consistent.
 */

import type { Node } from "acorn";
import type { Place } from "../../../text/place.ts";
import type {
	Condition,
	ListValue,
	ObjectValue,
	Option,
	Property,
	Value,
} from "./value.ts";

export interface Run {
	/** The file that is being evaluated, and its text. */
	readonly path: string;
	readonly text: string;
	/** Variables of the environment that are taken as given. */
	readonly assumed: ReadonlyMap<string, string>;
	/** `process.env.X = …`. */
	readonly assigned: Map<string, Value>;
	/** The value that a module of the workspace exports; undefined where it is none of the workspace's. */
	readonly require: (specifier: string, at: Place) => Value | undefined;
	/** The text of a file of the workspace. */
	readonly load: (path: string) => string | undefined;
	readonly shared: Shared;
}

/** What a run shares with the modules that it requires. */
export interface Shared {
	steps: number;
	depth: number;
	/** How many objects, lists and scopes were made. */
	made: number;
	/** Above 0: both sides of a question are being evaluated; what was made before must not be changed. */
	speculation: number;
	/** Answers that are given, then those that this run took. */
	readonly decisions: Decision[];
	/** How many of the decisions were given. */
	readonly given: number;
	/** Answers that hold while one side of an expression is evaluated. */
	readonly assumptions: Decision[];
}

export interface Decision {
	readonly condition: Condition;
	readonly holds: boolean;
}

/** Nothing more can be said: too many steps, too deep. */
export class Exhausted extends Error {}

/** An expression would change something that lives outside of it while both sides of a question are evaluated. */
export class MustDecide extends Error {}

/** The file itself throws. */
export class Thrown extends Error {}

export const thrownReason = "the file throws an error";

const maximumSteps = 150_000;
const maximumDepth = 400;
const maximumDecisions = 5;

/** `spent`: the steps of the runs before, for all of a file's runs share one budget. */
export function newShared(given: readonly Decision[], spent: number): Shared {
	return {
		steps: spent,
		depth: 0,
		made: 1,
		speculation: 0,
		decisions: [...given],
		given: given.length,
		assumptions: [],
	};
}

export function place(run: Run, node: Node): Place {
	return { path: run.path, start: node.start, end: node.end };
}

export function step({ shared }: Run, count = 1): void {
	shared.steps += count;
	if (shared.steps > maximumSteps)
		throw new Exhausted("it takes too many steps to evaluate");
}

/** Runs something one level deeper. */
export function deeper<T>({ shared }: Run, work: () => T): T {
	if (shared.depth >= maximumDepth)
		throw new Exhausted("it is nested too deeply");
	shared.depth++;
	try {
		return work();
	} finally {
		shared.depth--;
	}
}

export function newObject(run: Run, at: Place): ObjectValue {
	run.shared.made++;
	return {
		kind: "object",
		properties: new Map<string, Property>(),
		complete: true,
		at,
		born: run.shared.made,
	};
}

export function newList(
	run: Run,
	items: Value[],
	at: Place,
	complete = true,
): ListValue {
	step(run, items.length);
	run.shared.made++;
	return { kind: "array", items, complete, at, born: run.shared.made };
}

/** To be called before anything is changed. */
export function mayChange(
	{ shared }: Run,
	target: { readonly born: number },
): void {
	if (shared.speculation > 0 && target.born <= shared.speculation)
		throw new MustDecide();
}

export function isSet(variable: string): Condition {
	return {
		text: `${variable} is set`,
		otherwise: `${variable} is not set`,
	};
}

/** What is already assumed about a condition. */
export function answerTo(
	{ shared }: Run,
	condition: Condition,
): boolean | undefined {
	for (const { condition: known, holds } of [
		...shared.assumptions,
		...shared.decisions,
	]) {
		if (known.text === condition.text) return holds;
		const { variable } = condition.test ?? {};
		// X is one text, so it is no other.
		if (holds && variable && known.test?.variable === variable) return false;
		if (!holds && variable && known.text === isSet(variable).text) return false;
		if (
			holds &&
			known.test &&
			condition.text === isSet(known.test.variable).text
		)
			return true;
	}
	return undefined;
}

/** Takes an answer for the rest of this run; the other one gets a run of its own. */
export function decide(run: Run, condition: Condition): boolean {
	const known = answerTo(run, condition);
	if (known !== undefined) return known;
	const { shared } = run;
	if (shared.speculation > 0) throw new MustDecide();
	if (shared.decisions.length >= maximumDecisions)
		throw new Exhausted("it depends on too many conditions");
	shared.decisions.push({ condition, holds: true });
	return true;
}

/** The one option of each choice that this run takes. */
export function decided(
	run: Run,
	value: Value,
): Exclude<Value, { kind: "choice" }> {
	let each = value;
	while (each.kind === "choice") each = chosen(run, each.options);
	return each;
}

function chosen(run: Run, options: readonly Option[]): Value {
	for (const { condition, holds, value } of options)
		if (decide(run, condition) === holds) return value;
	throw new Exhausted("it depends on conditions that exclude each other");
}

/** A value without the options that what is assumed rules out. */
export function narrowed(run: Run, value: Value): Value {
	if (value.kind !== "choice") return value;
	const open: Option[] = [];
	for (const option of value.options) {
		const answer = answerTo(run, option.condition);
		if (answer === option.holds) return narrowed(run, option.value);
		if (answer === undefined) open.push(option);
	}
	return { ...value, options: open };
}

/** Evaluates one side of a question; undefined where that would change something outside. */
export function speculate(
	run: Run,
	decision: Decision,
	work: () => Value,
): Value | undefined {
	const { shared } = run;
	const before = { speculation: shared.speculation, depth: shared.depth };
	shared.speculation = shared.made;
	shared.assumptions.push(decision);
	try {
		return work();
	} catch (thrown) {
		if (thrown instanceof MustDecide && before.speculation === 0)
			return undefined;
		throw thrown;
	} finally {
		shared.assumptions.pop();
		shared.speculation = before.speculation;
		shared.depth = before.depth;
	}
}
