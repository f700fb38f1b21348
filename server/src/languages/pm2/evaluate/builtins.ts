/** The functions of the language and of Node that people use in such a file, by heart. */

import { dirname, resolve } from "../../../text/path.ts";
import type { Place } from "../../../text/place.ts";
import type { StaticProperty, StaticValue } from "../value.ts";
import {
	mapChoice,
	plain,
	settled,
	truth,
	unknown,
	type Value,
} from "./value.ts";

type Invoke = (callee: Value, ...values: Value[]) => StaticValue;

const maximumItems = 10_000;

export function builtinMember(
	name: string,
	key: string,
	path: string,
	at: Place,
): Value {
	const full = `${name}.${key}`;
	if (full === "os.EOL") return plain("\n", at);
	if (full === "path.sep" || full === "path.posix.sep") return plain("/", at);
	if (full === "import.meta.dirname") return plain(dirname(path), at);
	return { kind: "builtin", name: full, at };
}

/** A name that stands for itself: `__dirname`. */
export function builtinName(
	name: string,
	path: string,
	at: Place,
): Value | undefined {
	if (name === "__dirname") return plain(dirname(path), at);
	if (name === "__filename") return plain(path, at);
	return undefined;
}

export function builtinCall(
	name: string,
	args: readonly Value[],
	invoke: Invoke,
	path: string,
	at: Place,
): StaticValue {
	const values = args.map(settled);
	const [first = plain(undefined, at)] = values;
	switch (name.replace(/^(path)\.posix\./, "$1.")) {
		case "process.cwd":
			return plain(dirname(path), at);
		case "path.join":
		case "path.resolve":
			return joined(name.endsWith("resolve") ? dirname(path) : "", values, at);
		case "path.dirname":
			return mapText(first, (text) => dirname(text), at);
		case "path.basename":
			return mapText(
				first,
				(text) => text.slice(text.lastIndexOf("/") + 1),
				at,
			);
		case "Number":
		case "parseInt":
		case "parseFloat":
		case "Number.parseInt":
		case "Number.parseFloat":
			return mapChoice(first, (value) =>
				value.kind === "plain"
					? plain(numberOf(name, value.value), at)
					: unknown("a number", at),
			);
		case "String":
			return mapChoice(first, (value) =>
				value.kind === "plain"
					? plain(String(value.value), at)
					: unknown("a text", at),
			);
		case "Boolean": {
			const known = truth(first);
			return known === undefined ? first : plain(known, at);
		}
		case "Math.max":
		case "Math.min":
		case "Math.floor":
		case "Math.ceil":
		case "Math.round":
			return calculated(name, values, at);
		case "Array.isArray":
			return first.kind === "unknown"
				? first
				: plain(first.kind === "array", at);
		case "Array.from":
			return arrayFrom(first, args[1], invoke, at);
		case "Object.assign":
			return assigned(values, at);
		case "Object.entries":
		case "Object.keys":
		case "Object.values":
			return listed(name, first, at);
		case "Object.fromEntries":
			return fromEntries(first, at);
		case "Object.freeze":
		case "structuredClone":
			return first;
		case "os.cpus":
		case "os.availableParallelism":
			return unknown("it depends on the machine's processors", at);
		default:
			return unknown(`${name}() is only known at run time`, at);
	}
}

function numberOf(name: string, value: unknown): number {
	if (name.endsWith("Int")) return Number.parseInt(String(value), 10);
	return name.endsWith("Float")
		? Number.parseFloat(String(value))
		: Number(value);
}

function calculated(
	name: string,
	values: readonly StaticValue[],
	at: Place,
): StaticValue {
	const open = values.find(({ kind }) => kind !== "plain");
	if (open)
		return open.kind === "unknown"
			? open
			: unknown(`${name} of several possible values`, at);
	const numbers = values.map((value) =>
		value.kind === "plain" ? Number(value.value) : 0,
	);
	const [one = 0] = numbers;
	if (name === "Math.max") return plain(Math.max(...numbers), at);
	if (name === "Math.min") return plain(Math.min(...numbers), at);
	if (name === "Math.floor") return plain(Math.floor(one), at);
	return plain(name === "Math.ceil" ? Math.ceil(one) : Math.round(one), at);
}

function joined(
	base: string,
	values: readonly StaticValue[],
	at: Place,
): StaticValue {
	const parts: string[] = [];
	for (const value of values) {
		if (value.kind !== "plain" || typeof value.value !== "string") {
			return value.kind === "unknown"
				? value
				: unknown("a path of several possible parts", at);
		}
		parts.push(value.value);
	}
	if (base)
		return plain(
			parts.reduce((directory, part) => resolve(directory, part), base),
			at,
		);
	const absolute = parts[0]?.startsWith("/");
	const path = parts.join("/");
	return plain(
		absolute
			? resolve("/", path)
			: path.replace(/\/\.?(?=\/)/g, "").replace(/^\.\//, ""),
		at,
	);
}

function mapText(
	value: StaticValue,
	apply: (text: string) => string,
	at: Place,
): StaticValue {
	return mapChoice(value, (each) =>
		each.kind === "plain" && typeof each.value === "string"
			? plain(apply(each.value), at)
			: unknown("what is no text", at),
	);
}

function arrayFrom(
	source: StaticValue,
	mapper: Value | undefined,
	invoke: Invoke,
	at: Place,
): StaticValue {
	const length =
		source.kind === "object"
			? source.properties.find(({ key }) => key === "length")?.value
			: undefined;
	if (
		source.kind !== "array" &&
		(length?.kind !== "plain" || typeof length.value !== "number")
	) {
		return unknown("a list whose length is only known at run time", at);
	}
	const count = length?.kind === "plain" ? Number(length.value) : 0;
	if (count > maximumItems)
		return unknown("a list that is too long to evaluate", at);
	const items =
		source.kind === "array"
			? source.items
			: Array.from({ length: count }, () => plain(undefined, at));
	return {
		kind: "array",
		complete: source.kind !== "array" || source.complete,
		at,
		items: mapper
			? items.map((item, i) => invoke(mapper, item, plain(i, at)))
			: items,
	};
}

function assigned(values: readonly StaticValue[], at: Place): StaticValue {
	const properties = new Map<string, StaticProperty>();
	let complete = true;
	for (const value of values) {
		if (value.kind === "object")
			for (const property of value.properties)
				properties.set(property.key, property);
		if (value.kind !== "object" || !value.complete) complete = false;
	}
	return { kind: "object", properties: [...properties.values()], complete, at };
}

function listed(name: string, value: StaticValue, at: Place): StaticValue {
	if (value.kind !== "object")
		return unknown(`${name} of what is no object`, at);
	const items = value.properties.map((property): StaticValue => {
		const key = plain(property.key, property.keyAt);
		if (name === "Object.keys") return key;
		if (name === "Object.values") return property.value;
		return {
			kind: "array",
			items: [key, property.value],
			complete: true,
			at: property.at,
		};
	});
	return { kind: "array", items, complete: value.complete, at };
}

function fromEntries(value: StaticValue, at: Place): StaticValue {
	if (value.kind !== "array")
		return unknown("Object.fromEntries of what is no list", at);
	let { complete } = value;
	const properties = value.items.flatMap((item): StaticProperty[] => {
		const [key, entry] = item.kind === "array" ? item.items : [];
		if (key?.kind === "plain" && entry)
			return [
				{ key: String(key.value), keyAt: key.at, value: entry, at: item.at },
			];
		complete = false;
		return [];
	});
	return { kind: "object", properties, complete, at };
}

/** Methods of arrays and texts. */
export function arrayMethod(
	receiver: StaticValue,
	name: string,
	args: readonly Value[],
	invoke: Invoke,
	at: Place,
): StaticValue {
	const [callback] = args;
	const first = callback && settled(callback);
	if (receiver.kind === "plain" && typeof receiver.value === "string")
		return textMethod(receiver.value, name, args.map(settled), at);
	if (receiver.kind !== "array") return unknown(`the method ${name}`, at);
	const { items, complete } = receiver;
	const each = (item: StaticValue, i: number) =>
		callback ? invoke(callback, item, plain(i, item.at), receiver) : item;
	switch (name) {
		case "map":
			return { ...receiver, items: items.map(each) };
		case "flatMap":
			return flat({ ...receiver, items: items.map(each) });
		case "flat":
			return flat(receiver);
		case "concat":
			return flat({
				kind: "array",
				items: [receiver, ...args.map(settled)],
				complete: true,
				at,
			});
		case "reverse":
			return { ...receiver, items: [...items].reverse() };
		case "slice": {
			const [start, end] = args
				.map(settled)
				.map((value) =>
					value.kind === "plain" ? Number(value.value) : Number.NaN,
				);
			return { ...receiver, items: items.slice(start, end) };
		}
		case "filter": {
			const tests = items.map((item, i) => truth(each(item, i)));
			return {
				...receiver,
				items: items.filter((_, i) => tests[i] === true),
				complete: complete && !tests.includes(undefined),
			};
		}
		case "includes":
			return plain(
				items.some(
					(item) =>
						item.kind === "plain" &&
						first?.kind === "plain" &&
						item.value === first.value,
				),
				at,
			);
		case "join": {
			const parts = items.map((item) =>
				item.kind === "plain" ? String(item.value) : undefined,
			);
			if (!complete || parts.includes(undefined))
				return unknown("a text of parts that are only known at run time", at);
			return plain(
				parts.join(first?.kind === "plain" ? String(first.value) : ","),
				at,
			);
		}
		default:
			return unknown(`the method ${name} of a list`, at);
	}
}

function flat(list: Extract<StaticValue, { kind: "array" }>): StaticValue {
	let { complete } = list;
	const items = list.items.flatMap((item): readonly StaticValue[] => {
		if (
			item.kind === "unknown" ||
			item.kind === "choice" ||
			(item.kind === "array" && !item.complete)
		)
			complete = false;
		return item.kind === "array"
			? item.items
			: item.kind === "unknown"
				? []
				: [item];
	});
	return { ...list, items, complete };
}

function textMethod(
	text: string,
	name: string,
	args: readonly StaticValue[],
	at: Place,
): StaticValue {
	const plainArgs = args.map((value) =>
		value.kind === "plain" ? String(value.value) : undefined,
	);
	if (plainArgs.includes(undefined))
		return unknown(`the method ${name} of a text`, at);
	const [a = "", b = ""] = plainArgs.map((value) => value ?? "");
	switch (name) {
		case "trim":
			return plain(text.trim(), at);
		case "toLowerCase":
			return plain(text.toLowerCase(), at);
		case "toUpperCase":
			return plain(text.toUpperCase(), at);
		case "toString":
			return plain(text, at);
		case "concat":
			return plain(text + plainArgs.join(""), at);
		case "replace":
			return plain(
				text.replace(a, () => b),
				at,
			);
		case "startsWith":
			return plain(text.startsWith(a), at);
		case "endsWith":
			return plain(text.endsWith(a), at);
		case "includes":
			return plain(text.includes(a), at);
		case "padStart":
			return Number(a) > 1000
				? unknown("a long text", at)
				: plain(text.padStart(Number(a), b || " "), at);
		case "split":
			return {
				kind: "array",
				items: text.split(a).map((part) => plain(part, at)),
				complete: true,
				at,
			};
		default:
			return unknown(`the method ${name} of a text`, at);
	}
}
