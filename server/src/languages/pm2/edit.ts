/**
 * Edits of an ecosystem file that keep comments, order and style of what they do not change,
 * and change one app alone. No edit: it can't be done here without changing others.
 */

import { type Edit, replace } from "../../text/edit.ts";
import type { Place } from "../../text/place.ts";
import { configKind } from "./config-name.ts";
import type { Content, Scalar } from "./edit-content.ts";
import {
	addToLiteral,
	layOver,
	removeFromLiteral,
	writeCode,
} from "./edit-literal.ts";
import { addToMapping, removeFromMapping, writeYaml } from "./edit-yaml.ts";
import type { App, Ecosystem } from "./facts.ts";
import type { StaticProperty, StaticValue } from "./value.ts";

/** Gives a field of an app a value; adds it behind the app's last field where it is missing. `text` is the app's file. */
export function setField(
	text: string,
	app: App,
	name: string,
	value: Scalar,
): readonly Edit[] {
	const field = app.fields.get(name);
	if (field?.editAt)
		return [replaceValue(text, app, field, field.editAt, value)];
	return app.own ? add(text, app.at, name, value) : [];
}

/** Whether `setField` can do it: what code makes for several apps at once can't be set for one. */
export function canSetField(app: App, name: string): boolean {
	return app.own || app.fields.get(name)?.editAt !== undefined;
}

/** Takes a field out of an app, with its line where it has one of its own. */
export function removeField(
	text: string,
	app: App,
	name: string,
): readonly Edit[] {
	const field = app.fields.get(name);
	if (!field || !app.own || !isWithin(field.at, app.at)) return [];
	return isYaml(app.at)
		? removeFromMapping(text, field.at)
		: removeFromLiteral(text, app.at, field.at);
}

/** Takes several fields out of an app; none of them, where one must stay. */
export function removeFields(
	text: string,
	app: App,
	names: readonly string[],
): readonly Edit[] {
	const edits = names
		.map((name) => removeField(text, app, name))
		.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
	if (edits.some((each) => each.length === 0)) return [];
	const done: Edit[] = [];
	for (const edit of edits.flat()) {
		const last = done.at(-1);
		if (last && last.end > edit.start) {
			// Neighbours at the end of a line: the comma before both goes too.
			const comma = /,?\s*$/.exec(text.slice(app.at.start, last.start));
			const start = last.start - (comma?.[0].length ?? 0);
			done[done.length - 1] = { ...last, start, end: edit.end };
		} else done.push(edit);
	}
	return done;
}

/** Sets a variable of an app's environment: `env.PORT`, or of another block. */
export function setVariable(
	text: string,
	ecosystem: Ecosystem,
	app: App,
	variable: string,
	value: Scalar,
	block = "env",
): readonly Edit[] {
	const field = app.fields.get(block);
	if (!field)
		return app.own ? add(text, app.at, block, { [variable]: value }) : [];
	const own =
		field.value.kind === "object"
			? field.value.properties.find(({ key }) => key === variable)
			: undefined;
	const isInApp = app.own && isWithin(field.value.at, app.at);
	const target = own && variablePlace(own, isInApp, app, ecosystem);
	if (target) return [replaceValue(text, app, own, target, value)];
	if (isInApp && field.value.kind === "object")
		return add(text, field.value.at, variable, value);
	// What it names is shared, or computed: its value stays, the variable is laid over it.
	if (!app.own || !field.editAt || isYaml(app.at)) return [];
	return [layOver(text, field.editAt, variable, value)];
}

/** The expression in the app's own text, else the value where no other app uses it. */
function variablePlace(
	{ at, value, writtenAt }: StaticProperty,
	isInApp: boolean,
	app: App,
	ecosystem: Ecosystem,
): Place | undefined {
	if (isInApp && isWithin(at, app.at)) return writtenAt ?? value.at;
	if (value.kind !== "plain") return undefined;
	const uses = ecosystem.apps
		.flatMap(({ fields }) => [...fields.values()])
		.flatMap((field) => plainPlaces(field.value))
		.filter((place) => samePlace(place, value.at));
	return uses.length === 1 ? value.at : undefined;
}

function plainPlaces(value: StaticValue): readonly Place[] {
	if (value.kind === "plain") return [value.at];
	return value.kind === "object"
		? value.properties.flatMap((each) => plainPlaces(each.value))
		: [];
}

/** Several items in the place of one item of a list, as code; undefined: a block of YAML, or a name. */
export function writeWords(
	text: string,
	at: Place,
	words: readonly string[],
): string | undefined {
	const quote = text[at.start];
	if (quote === undefined || !/["'`]/.test(quote)) return undefined;
	if (isYaml(at) && /^\s*-\s/.test(text.slice(lineStart(text, at), at.start)))
		return undefined;
	return words.map((word) => quote + word + quote).join(", ");
}

function lineStart(text: string, { start }: Place): number {
	return text.lastIndexOf("\n", start - 1) + 1;
}

function replaceValue(
	text: string,
	app: App,
	property: { readonly at: Place },
	at: Place,
	value: Scalar,
): Edit {
	if (at.path !== app.at.path) return replace(at, JSON.stringify(value));
	if (isYaml(at)) return replace(at, writeYaml(text, at, value));
	const code = writeCode(text, at.path, value);
	// `{ instances }`: the name stands for both.
	const isShorthand = samePlace(property.at, at);
	const name = isShorthand ? `${text.slice(at.start, at.end)}: ` : "";
	return replace(at, name + code);
}

function add(
	text: string,
	at: Place,
	name: string,
	value: Content,
): readonly Edit[] {
	return isYaml(at)
		? addToMapping(text, at, name, value)
		: addToLiteral(text, at, name, value);
}

function isYaml({ path }: Place): boolean {
	return configKind(path) === "yaml";
}

function isWithin(inner: Place, outer: Place): boolean {
	return (
		inner.path === outer.path &&
		outer.start <= inner.start &&
		inner.end <= outer.end
	);
}

function samePlace(a: Place, b: Place): boolean {
	return a.path === b.path && a.start === b.start && a.end === b.end;
}
