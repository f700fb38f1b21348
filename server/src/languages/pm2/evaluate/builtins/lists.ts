/** Methods of lists. */

import type { Place } from "../../../../text/place.ts";
import type { Invoke } from "../call.ts";
import { text } from "../operators.ts";
import { mayChange, newList, type Run, step } from "../run.ts";
import { type ListValue, plain, truth, unknown, type Value } from "../value.ts";

const maximumItems = 10_000;

export function listOfLength(length: number, run: Run, at: Place): Value {
	if (!(length >= 0 && length <= maximumItems))
		return unknown("a list that is too long to evaluate", at);
	const items = Array.from({ length }, () => plain(undefined, at));
	return newList(run, items, at);
}

export function arrayFrom(
	source: Value,
	mapper: Value | undefined,
	invoke: Invoke,
	run: Run,
	at: Place,
): Value {
	const list = asList(source, run, at);
	if (list.kind !== "array") return list;
	if (!mapper) return newList(run, [...list.items], at, list.complete);
	const items = list.items.map((item, i) => invoke(mapper, item, plain(i, at)));
	return newList(run, items, at, list.complete);
}

function asList(source: Value, run: Run, at: Place): Value {
	if (source.kind === "array") return source;
	if (source.kind === "plain" && typeof source.value === "string")
		return newList(
			run,
			[...source.value].map((letter) => plain(letter, at)),
			at,
		);
	const length =
		source.kind === "object" ? source.properties.get("length")?.value : source;
	if (length?.kind === "plain" && typeof length.value === "number")
		return listOfLength(length.value, run, at);
	return unknown(
		length?.kind === "unknown"
			? length.reason
			: "a list whose length is only known at run time",
		at,
	);
}

export function listMethod(
	list: ListValue,
	name: string,
	args: readonly Value[],
	invoke: Invoke,
	run: Run,
	at: Place,
): Value {
	const { items, complete } = list;
	const [first, second] = args;
	step(run, items.length);
	const each = (item: Value, i: number) =>
		first ? invoke(first, item, plain(i, item.at), list) : item;
	const made = (own: Value[], whole = complete) =>
		newList(run, own, list.at, whole);
	switch (name) {
		case "map":
			return made(items.map(each));
		case "flatMap":
			return flat(items.map(each), complete, list.at, run);
		case "flat":
			return flat(items, complete, list.at, run);
		case "forEach":
			items.forEach(each);
			return plain(undefined, at);
		case "concat":
			return flat([list, ...args], true, at, run);
		case "slice":
			return complete
				? made(items.slice(...numbers(args)))
				: unknown("a part of a list that is not known whole", at);
		case "filter": {
			const tests = items.map((item, i) => truth(each(item, i)));
			return made(
				items.filter((_, i) => tests[i] === true),
				complete && !tests.includes(undefined),
			);
		}
		case "find":
		case "findIndex":
		case "some":
		case "every":
			return search(name, list, each, at);
		case "includes":
		case "indexOf":
			return position(name, list, first, at);
		case "join":
			return joinedText(list, first, at);
		case "reduce":
			return complete
				? items
						.slice(second ? 0 : 1)
						.reduce(
							(sum: Value, item, i) =>
								first
									? invoke(first, sum, item, plain(second ? i : i + 1, at))
									: sum,
							second ?? items[0] ?? plain(undefined, at),
						)
				: unknown("a sum over a list that is not known whole", at);
		case "at": {
			const [index = 0] = numbers(args);
			return complete
				? (items.at(index) ?? plain(undefined, at))
				: unknown("an item of a list that is not known whole", at);
		}
		case "keys":
			return made(items.map((item, i) => plain(i, item.at)));
		case "entries":
			return made(
				items.map((item, i) => newList(run, [plain(i, at), item], at)),
			);
		case "values":
			return list;
		default:
			return changing(list, name, args, run, at);
	}
}

/** Methods that change the list itself. */
function changing(
	list: ListValue,
	name: string,
	args: readonly Value[],
	run: Run,
	at: Place,
): Value {
	const { items, complete } = list;
	mayChange(run, list);
	switch (name) {
		case "push":
			items.push(...args);
			break;
		case "unshift":
			items.unshift(...args);
			break;
		case "pop":
			return complete ? (items.pop() ?? plain(undefined, at)) : lost(list, at);
		case "shift":
			return complete
				? (items.shift() ?? plain(undefined, at))
				: lost(list, at);
		case "reverse":
			items.reverse();
			return list;
		case "fill":
			items.fill(args[0] ?? plain(undefined, at), ...numbers(args.slice(1)));
			return list;
		case "splice": {
			const bounds = numbers(args.slice(0, 2));
			if (!complete || bounds.some(Number.isNaN)) return lost(list, at);
			const [from = 0, count = items.length] = bounds;
			return newList(run, items.splice(from, count, ...args.slice(2)), at);
		}
		case "sort":
			return sorted(list, args[0], at);
		default:
			return lost(list, at);
	}
	return complete
		? plain(items.length, at)
		: unknown("the length of a list that is not known whole", at);
}

function lost(list: ListValue, at: Place): Value {
	list.complete = false;
	return unknown("a change of a list that is only known at run time", at);
}

/** Texts in their order; with a function of its own the order is open. */
function sorted(list: ListValue, compare: Value | undefined, at: Place): Value {
	const plainItems = list.items.every((item) => item.kind === "plain");
	if (compare || !plainItems) return lost(list, at);
	const key = (item: Value) =>
		item.kind === "plain" ? String(item.value) : "";
	list.items.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
	return list;
}

function flat(
	items: readonly Value[],
	whole: boolean,
	at: Place,
	run: Run,
): Value {
	let complete = whole;
	const flattened = items.flatMap((item): readonly Value[] => {
		if (item.kind === "array") {
			if (!item.complete) complete = false;
			return item.items;
		}
		if (item.kind === "unknown" || (item.kind === "choice" && hasList(item))) {
			complete = false;
			return [];
		}
		return [item];
	});
	return newList(run, flattened, at, complete);
}

function hasList(value: Value): boolean {
	if (value.kind === "choice")
		return value.options.some((each) => hasList(each.value));
	return value.kind === "array" || value.kind === "unknown";
}

function search(
	name: string,
	{ items, complete }: ListValue,
	each: (item: Value, i: number) => Value,
	at: Place,
): Value {
	const wanted = name !== "every";
	for (const [i, item] of items.entries()) {
		const test = truth(each(item, i));
		if (test === undefined)
			return unknown(
				`${name} with a condition that is only known at run time`,
				at,
			);
		if (test !== wanted) continue;
		if (name === "find") return item;
		return plain(name === "findIndex" ? i : name === "some", at);
	}
	if (!complete)
		return unknown(`${name} in a list that is not known whole`, at);
	if (name === "find") return plain(undefined, at);
	return plain(name === "findIndex" ? -1 : name === "every", at);
}

function position(
	name: string,
	{ items, complete }: ListValue,
	wanted: Value | undefined,
	at: Place,
): Value {
	const open = (value: Value | undefined) =>
		!value || value.kind === "unknown" || value.kind === "choice";
	if (!complete || open(wanted) || items.some(open))
		return wanted?.kind === "unknown"
			? wanted
			: unknown(`${name} of what is only known at run time`, at);
	const index = items.findIndex(
		(item) =>
			item === wanted ||
			(item.kind === "plain" &&
				wanted?.kind === "plain" &&
				item.value === wanted.value),
	);
	return plain(name === "includes" ? index >= 0 : index, at);
}

function joinedText(
	{ items, complete }: ListValue,
	separator: Value | undefined,
	at: Place,
): Value {
	const parts = items.map((item) => {
		const part = text(item);
		return part.kind === "plain" ? String(part.value) : undefined;
	});
	if (!complete || parts.includes(undefined))
		return unknown("a text of parts that are only known at run time", at);
	return plain(
		parts.join(separator?.kind === "plain" ? String(separator.value) : ","),
		at,
	);
}

function numbers(values: readonly Value[]): number[] {
	return values.map((value) =>
		value.kind === "plain" ? Number(value.value) : Number.NaN,
	);
}
