/** The list of apps in what a file exports, and each app's fields. */

import type { Place } from "../../text/place.ts";
import type { App, Circumstance, Field } from "./facts.ts";
import { fieldName, isAlias } from "./fields.ts";
import { circumstanceOf } from "./possible.ts";
import { property } from "./shape.ts";
import type { StaticProperty, StaticValue } from "./value.ts";

export interface AppList {
	readonly apps: readonly App[];
	readonly complete: boolean;
	readonly reason: string | undefined;
}

interface Item {
	readonly value: Extract<StaticValue, { kind: "object" }>;
	readonly when: readonly Circumstance[];
}

export function readApps(
	value: StaticValue | undefined,
	list: StaticValue | undefined,
): AppList {
	if (!value) return { apps: [], complete: true, reason: undefined };
	if (!list)
		return {
			apps: [],
			complete: false,
			reason: "the list of apps is only known at run time",
		};
	const reasons: string[] = [];
	const found = itemsIn(list, [], reasons);
	const items = [...merged(found), ...staticSites(value, reasons)];
	const shares = new Map<string, number>();
	for (const { value: item } of items) count(shares, item.at);
	for (const place of items.flatMap(({ value: item }) => valuePlaces(item)))
		count(shares, place);
	return {
		apps: items.map((item) => readApp(item, shares)),
		complete: reasons.length === 0,
		reason: reasons[0],
	};
}

function itemsIn(
	list: StaticValue,
	when: readonly Circumstance[],
	reasons: string[],
): readonly Item[] {
	switch (list.kind) {
		case "object":
			return [{ value: list, when }];
		case "array":
			if (!list.complete)
				reasons.push("some of the apps are only known at run time");
			return list.items.flatMap((item) => itemsIn(item, when, reasons));
		case "choice":
			return list.options.flatMap((option) =>
				itemsIn(option.value, [...when, circumstanceOf(option)], reasons),
			);
		case "plain":
			return [];
		case "unknown":
			reasons.push(list.reason);
			return [];
	}
}

/** An app that is the same on both sides of a condition stands there once, without it. */
function merged(items: readonly Item[]): readonly Item[] {
	const kept: Item[] = [];
	for (const item of items) {
		if (item.when.length === 0) {
			kept.push(item);
			continue;
		}
		const twin = kept.findIndex(
			(other) =>
				excludeAtTheEnd(other.when, item.when) &&
				JSON.stringify(other.value) === JSON.stringify(item.value),
		);
		const found = kept[twin];
		if (found) kept[twin] = { ...found, when: found.when.slice(0, -1) };
		else kept.push(item);
	}
	return kept;
}

function excludeAtTheEnd(
	a: readonly Circumstance[],
	b: readonly Circumstance[],
): boolean {
	const [last, other] = [a.at(-1), b.at(-1)];
	return (
		a.length === b.length &&
		last?.kind === "condition" &&
		other?.kind === "condition" &&
		last.question !== undefined &&
		last.question.text === other.question?.text &&
		last.question.holds !== other.question.holds
	);
}

/** `static: [{ port, path }]` beside the apps: PM2 serves each with its own file server (API.js:966-983). */
function staticSites(value: StaticValue, reasons: string[]): readonly Item[] {
	const sites = value.kind === "object" ? property(value, "static") : undefined;
	if (sites?.kind !== "array") {
		if (sites) reasons.push("its static sites are only known at run time");
		return [];
	}
	return sites.items.flatMap((site) =>
		site.kind === "object" ? [{ value: siteAsApp(site), when: [] }] : [],
	);
}

function siteAsApp(
	site: Extract<StaticValue, { kind: "object" }>,
): Item["value"] {
	const { at } = site;
	const make = (key: string, value: StaticValue): StaticProperty => ({
		key,
		keyAt: value.at,
		value,
		at: value.at,
	});
	const port = property(site, "port");
	const number = port?.kind === "plain" ? String(port.value) : undefined;
	const name = property(site, "name");
	const text = (value: string): StaticValue => ({ kind: "plain", value, at });
	return {
		kind: "object",
		complete: site.complete,
		at,
		properties: [
			...(name
				? [make("name", name)]
				: number
					? [make("name", text(`static-page-server-${number}`))]
					: []),
			make("script", text("serve")),
			make("env", {
				kind: "object",
				complete: site.complete,
				at,
				properties: port ? [make("PM2_SERVE_PORT", port)] : [],
			}),
		],
	};
}

function readApp(
	{ value, when }: Item,
	shares: ReadonlyMap<string, number>,
): App {
	const own = shares.get(key(value.at)) === 1;
	const fields = new Map<string, Field>();
	const passedOver: Field[] = [];
	for (const each of value.properties) {
		const name = fieldName(each.key);
		const field: Field = {
			name: each.key,
			nameAt: each.keyAt,
			value: each.value,
			at: each.at,
			editAt: editPlace(each, value.at, own, shares),
		};
		const known = fields.get(name);
		// PM2 takes an alias only where the field itself is not set.
		if (known && isAlias(each.key)) {
			passedOver.push(field);
			continue;
		}
		if (known && isAlias(known.name)) passedOver.push(known);
		fields.set(name, field);
	}
	const name = textOf(fields.get("name")?.value);
	const script = fields.get("script");
	return {
		at: value.at,
		fields,
		passedOver,
		name: name ?? (fields.has("name") ? undefined : nameFrom(script)),
		nameAt:
			fields.get("name")?.value.at ??
			fields.get("script")?.value.at ??
			value.at,
		complete: value.complete,
		own,
		when,
	};
}

/** The expression in the app's own literal, else the value where nothing else uses it. */
function editPlace(
	{ at, value, writtenAt }: StaticProperty,
	app: Place,
	own: boolean,
	shares: ReadonlyMap<string, number>,
): Place | undefined {
	const inApp =
		at.path === app.path && app.start <= at.start && at.end <= app.end;
	if (own && inApp) return writtenAt ?? value.at;
	const isUnshared = shares.get(key(value.at)) === 1;
	return isUnshared && value.kind === "plain" ? value.at : undefined;
}

function valuePlaces(value: StaticValue): readonly Place[] {
	if (value.kind !== "object") return [];
	return value.properties.flatMap(({ value: own }) =>
		own.kind === "plain"
			? [own.at]
			: own.kind === "object"
				? valuePlaces(own)
				: [],
	);
}

function key({ path, start, end }: Place): string {
	return `${start}:${end}:${path}`;
}

function count(shares: Map<string, number>, place: Place): void {
	shares.set(key(place), (shares.get(key(place)) ?? 0) + 1);
}

function textOf(value: StaticValue | undefined): string | undefined {
	return value?.kind === "plain" &&
		value.value !== undefined &&
		value.value !== null
		? String(value.value)
		: undefined;
}

/** PM2 gives no name to what only `exec` names, and fails to start it. */
function nameFrom(script: Field | undefined): string | undefined {
	const text = script && textOf(script.value);
	return text && script.name !== "exec" ? derivedName(text) : undefined;
}

/** The script's base name without its last ending (Common.js:919-930). */
export function derivedName(script: string): string {
	const base = script.slice(script.lastIndexOf("/") + 1);
	const dot = base.lastIndexOf(".");
	return dot > 0 ? base.slice(0, dot) : base;
}
