/** Functions of the language and of Node that people call in such a file, by heart. */

import { dirname, resolve } from "../../../../text/path.ts";
import type { Place } from "../../../../text/place.ts";
import type { Invoke } from "../call.ts";
import { forget } from "../forget.ts";
import { text } from "../operators.ts";
import { newList, type Run } from "../run.ts";
import {
	choice,
	mapChoice,
	plain,
	promise,
	truth,
	unknown,
	type Value,
} from "../value.ts";
import { parseJson, stringify } from "./json.ts";
import { arrayFrom, listOfLength } from "./lists.ts";
import { assign, fromEntries, listed } from "./objects.ts";
import { joined, relativePath } from "./paths.ts";

export function builtinCall(
	name: string,
	args: readonly Value[],
	invoke: Invoke,
	run: Run,
	at: Place,
): Value {
	const [first = plain(undefined, at), second] = args;
	switch (name.replace(/^path\.posix\./, "path.")) {
		case "process.cwd":
			// PM2 is most likely called beside the file.
			return plain(dirname(run.path), at);
		case "path.join":
			return joined(undefined, args, at);
		case "path.resolve":
			return joined(dirname(run.path), args, at);
		case "path.relative":
			return relativePath(first, second, at);
		case "path.dirname":
			return mapText(first, dirname, at);
		case "path.basename":
			return mapText(first, (path) => withoutEnding(path, second), at);
		case "path.extname":
			return mapText(
				first,
				(path) => /[^/]\.[^./]*$/.exec(path)?.[0].slice(1) ?? "",
				at,
			);
		case "path.normalize":
			return joined(undefined, [first], at);
		case "fileURLToPath":
		case "url.fileURLToPath":
			return mapText(first, (url) => url.replace(/^file:\/\//, ""), at);
		case "fs.readFileSync":
		case "readFileSync":
			return fileText(first, run, at);
		case "JSON.parse":
			return parseJson(first, run, at);
		case "JSON.stringify":
			return stringify(first, run, at);
		case "Number":
		case "parseInt":
		case "parseFloat":
		case "Number.parseInt":
		case "Number.parseFloat":
			return number(name, first, second, at);
		case "Number.isInteger":
		case "Number.isNaN":
		case "isNaN":
			return mapChoice(first, (value) =>
				value.kind === "plain"
					? plain(isNumber(name, value.value), at)
					: plain(name === "isNaN", at),
			);
		case "String":
			return args.length === 0 ? plain("", at) : moved(text(first), at);
		case "Boolean": {
			const known = truth(first);
			return known === undefined ? first : plain(known, at);
		}
		case "Math.max":
		case "Math.min":
		case "Math.floor":
		case "Math.ceil":
		case "Math.round":
		case "Math.trunc":
		case "Math.abs":
			return calculated(name, args, at);
		case "Array.isArray":
			return mapChoice(first, (value) => plain(value.kind === "array", at));
		case "Array":
			return args.length === 1 &&
				first.kind === "plain" &&
				typeof first.value === "number"
				? listOfLength(first.value, run, at)
				: newList(run, [...args], at);
		case "Array.of":
			return newList(run, [...args], at);
		case "Array.from":
			return arrayFrom(first, second, invoke, run, at);
		case "Set":
			return args.length === 0
				? newList(run, [], at)
				: distinct(first, run, at);
		case "Object.assign":
			return assign(first, args.slice(1), run, at);
		case "Object.entries":
		case "Object.keys":
		case "Object.values":
			return mapChoice(first, (value) => listed(name, value, run, at));
		case "Object.fromEntries":
			return fromEntries(first, run, at);
		case "Object.freeze":
		case "Object.seal":
		case "structuredClone":
		case "defineConfig":
			return first;
		case "os.cpus":
		case "os.availableParallelism":
			return unknown("it depends on the machine's processors", at);
		case "Promise.resolve":
		case "Promise.all":
		case "Promise.reject":
			return promise(at);
		default:
			if (!name.startsWith("console."))
				for (const each of args) forget(each, run);
			return name.startsWith("console.")
				? plain(undefined, at)
				: unknown(`${name}() is only known at run time`, at);
	}
}

function withoutEnding(path: string, ending: Value | undefined): string {
	const base = path.replace(/\/+$/, "").replace(/^.*\//, "");
	const text = ending?.kind === "plain" ? String(ending.value) : "";
	return text && base.endsWith(text) ? base.slice(0, -text.length) : base;
}

/** The text of a file of the workspace. */
function fileText(path: Value, run: Run, at: Place): Value {
	return mapChoice(path, (each) => {
		if (each.kind !== "plain" || typeof each.value !== "string")
			return unknown("a file whose name is only known at run time", at);
		const text = run.load(resolve(dirname(run.path), each.value));
		return text === undefined
			? unknown(`${each.value} could not be read`, at)
			: plain(text, at);
	});
}

function number(
	name: string,
	value: Value,
	radix: Value | undefined,
	at: Place,
): Value {
	return mapChoice(value, (each) => {
		if (each.kind !== "plain") return unknown("a number", at);
		if (name.endsWith("Int")) {
			const base = radix?.kind === "plain" ? Number(radix.value) : undefined;
			return plain(Number.parseInt(String(each.value), base), each.at);
		}
		return plain(
			name.endsWith("Float")
				? Number.parseFloat(String(each.value))
				: Number(each.value),
			each.at,
		);
	});
}

function isNumber(name: string, value: unknown): boolean {
	if (name === "isNaN") return Number.isNaN(Number(value));
	return name === "Number.isNaN"
		? Number.isNaN(value)
		: Number.isInteger(value);
}

function moved(value: Value, at: Place): Value {
	return mapChoice(value, (each) =>
		each.kind === "plain" ? plain(each.value, at) : each,
	);
}

function calculated(name: string, values: readonly Value[], at: Place): Value {
	const open = values.find(({ kind }) => kind !== "plain");
	if (open?.kind === "choice") {
		const options = open.options.map((option) => ({
			...option,
			value: calculated(
				name,
				values.map((each) => (each === open ? option.value : each)),
				at,
			),
		}));
		return choice(options, at);
	}
	if (open)
		return open.kind === "unknown"
			? open
			: unknown(`${name} of what is no number`, at);
	const numbers = values.map((value) =>
		value.kind === "plain" ? Number(value.value) : Number.NaN,
	);
	const [one = Number.NaN] = numbers;
	switch (name) {
		case "Math.max":
			return plain(
				numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
				at,
			);
		case "Math.min":
			return plain(
				numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
				at,
			);
		case "Math.floor":
			return plain(Math.floor(one), at);
		case "Math.ceil":
			return plain(Math.ceil(one), at);
		case "Math.round":
			return plain(Math.round(one), at);
		case "Math.abs":
			return plain(Math.abs(one), at);
		default:
			return plain(Math.trunc(one), at);
	}
}

export function mapText(
	value: Value,
	apply: (text: string) => string,
	at: Place,
): Value {
	if (value.kind === "unknown") return unknown(value.reason, at);
	return mapChoice(value, (each) =>
		each.kind === "plain" && typeof each.value === "string"
			? plain(apply(each.value), at)
			: unknown("what is no text", at),
	);
}

/** A set, as the list that it becomes when it is spread. */
function distinct(value: Value, run: Run, at: Place): Value {
	if (value.kind !== "array") return unknown("a set", at);
	const seen = new Set<unknown>();
	const items = value.items.filter((item) => {
		const key = item.kind === "plain" ? item.value : item;
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
	return newList(run, items, at, value.complete);
}
