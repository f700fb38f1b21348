/**
 * Runs a file once for each combination of answers to the questions that its statements depend
 * on, and joins what came out: where the runs differ stands a choice with its condition.
 */

import type { Place } from "../../../text/place.ts";
import type { StaticProperty, StaticValue } from "../value.ts";
import {
	type Decision,
	Exhausted,
	newShared,
	type Shared,
	Thrown,
	thrownReason,
} from "./run.ts";
import { settledOption } from "./settle.ts";
import type { Condition } from "./value.ts";

interface Outcome {
	readonly decisions: readonly Decision[];
	readonly value: StaticValue;
}

/** Never throws. `at` is the place of what can't be evaluated. */
export function explore(
	run: (shared: Shared) => StaticValue,
	at: Place,
): StaticValue {
	const outcomes: Outcome[] = [];
	const pending: (readonly Decision[])[] = [[]];
	let spent = 0;
	for (let given = pending.pop(); given; given = pending.pop()) {
		const shared = newShared(given, spent);
		const value = attempt(run, shared, at);
		outcomes.push({ decisions: shared.decisions, value });
		spent = shared.steps;
		// One hopeless run is enough.
		if (value.kind === "unknown" && value.reason.startsWith("it takes"))
			return value;
		// The last decision first, so that outcomes come in the order of the tree.
		for (let i = given.length; i < shared.decisions.length; i++) {
			const taken = shared.decisions.slice(0, i);
			const other = shared.decisions[i] as Decision;
			pending.push([...taken, { ...other, holds: false }]);
		}
	}
	return joinAll(outcomes, 0) ?? { kind: "unknown", reason: "nothing", at };
}

function attempt(
	run: (shared: Shared) => StaticValue,
	shared: Shared,
	at: Place,
): StaticValue {
	try {
		return run(shared);
	} catch (thrown) {
		// A RangeError: the stack is at its end.
		const isOwn =
			thrown instanceof Exhausted ||
			thrown instanceof Thrown ||
			thrown instanceof RangeError;
		if (!isOwn) throw thrown;
		const reason =
			thrown instanceof RangeError ? "it is nested too deeply" : thrown.message;
		return { kind: "unknown", reason, at };
	}
}

function joinAll(
	outcomes: readonly Outcome[],
	depth: number,
): StaticValue | undefined {
	const [first] = outcomes;
	const decision = first?.decisions[depth];
	if (!first || !decision) return first?.value;
	const side = (holds: boolean) =>
		joinAll(
			outcomes.filter(({ decisions }) => decisions[depth]?.holds === holds),
			depth + 1,
		);
	const [yes, no] = [side(true), side(false)];
	if (!yes || !no) return yes ?? no;
	// Where the file throws PM2 starts nothing; what matters is when it does not.
	if (throws(yes)) return no;
	if (throws(no)) return yes;
	return join(decision.condition, yes, no);
}

function throws(value: StaticValue): boolean {
	return value.kind === "unknown" && value.reason === thrownReason;
}

function join(
	condition: Condition,
	yes: StaticValue,
	no: StaticValue,
): StaticValue {
	if (
		yes.kind === "plain" &&
		no.kind === "plain" &&
		Object.is(yes.value, no.value)
	)
		return yes;
	if (yes.kind === "object" && no.kind === "object" && samePlace(yes.at, no.at))
		return {
			...yes,
			complete: yes.complete && no.complete,
			properties: joinProperties(condition, yes.properties, no.properties),
		};
	if (
		yes.kind === "array" &&
		no.kind === "array" &&
		samePlace(yes.at, no.at) &&
		yes.items.length === no.items.length
	)
		return {
			...yes,
			complete: yes.complete && no.complete,
			items: yes.items.map((item, i) =>
				join(condition, item, no.items[i] as StaticValue),
			),
		};
	if (yes.kind === "array" && no.kind === "array" && samePlace(yes.at, no.at)) {
		const items = aligned(condition, yes.items, no.items);
		if (items) return { ...yes, complete: yes.complete && no.complete, items };
	}
	if (
		yes.kind === "unknown" &&
		no.kind === "unknown" &&
		yes.reason === no.reason
	)
		return yes;
	if (yes.kind === "choice" && no.kind === "choice" && sameText(yes, no))
		return yes;
	return {
		kind: "choice",
		at: yes.at,
		options: [
			settledOption({ condition, holds: true }, yes),
			settledOption({ condition, holds: false }, no),
		],
	};
}

/**
 * Lists of different length, item by item where each item is an object literal of its own; what
 * only one side has stands there as a choice with undefined. Undefined: they can't be told apart.
 */
function aligned(
	condition: Condition,
	yes: readonly StaticValue[],
	no: readonly StaticValue[],
): readonly StaticValue[] | undefined {
	const places = (items: readonly StaticValue[]) =>
		new Map(items.map((item) => [literalKey(item), item]));
	const [mine, others] = [places(yes), places(no)];
	if (mine.has(undefined) || mine.size < yes.length) return undefined;
	if (others.has(undefined) || others.size < no.length) return undefined;
	const merged: StaticValue[] = [];
	let next = 0;
	const takeOthers = (until: string | undefined) => {
		for (; next < no.length; next++) {
			const item = no[next] as StaticValue;
			if (literalKey(item) === until) break;
			if (mine.has(literalKey(item))) return false;
			merged.push(join(condition, missing(item.at), item));
		}
		return true;
	};
	for (const item of yes) {
		const twin = others.get(literalKey(item));
		if (!twin) {
			merged.push(join(condition, item, missing(item.at)));
			continue;
		}
		// In another order on the other side: they are two lists.
		if (!takeOthers(literalKey(item)) || next >= no.length) return undefined;
		next++;
		merged.push(join(condition, item, twin));
	}
	return takeOthers(undefined) ? merged : undefined;
}

function literalKey(value: StaticValue): string | undefined {
	if (value.kind === "choice") {
		const given = value.options.find(
			(option) => option.value.kind === "object",
		);
		return given && literalKey(given.value);
	}
	return value.kind === "object"
		? `${value.at.start}:${value.at.end}:${value.at.path}`
		: undefined;
}

function missing(at: Place): StaticValue {
	return { kind: "plain", value: undefined, at };
}

function joinProperties(
	condition: Condition,
	yes: readonly StaticProperty[],
	no: readonly StaticProperty[],
): readonly StaticProperty[] {
	const others = new Map(no.map((property) => [property.key, property]));
	const own = new Set(yes.map(({ key }) => key));
	return [
		...yes.map((property) => ({
			...property,
			value: join(
				condition,
				property.value,
				others.get(property.key)?.value ?? missing(property.at),
			),
		})),
		...no
			.filter(({ key }) => !own.has(key))
			.map((property) => ({
				...property,
				value: join(condition, missing(property.at), property.value),
			})),
	];
}

function samePlace(a: Place, b: Place): boolean {
	return a.path === b.path && a.start === b.start && a.end === b.end;
}

function sameText(a: StaticValue, b: StaticValue): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
