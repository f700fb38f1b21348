/** What PM2's schema refuses: one such field, and no app of the file starts (tools/Config.js; semantics 5). */

import type { Place } from "../../text/place.ts";
import type { App, Circumstance, Field } from "./facts.ts";
import { possibilities } from "./possible.ts";
import { type FieldSchema, type FieldType, fieldSchema } from "./schema.ts";
import type { StaticValue } from "./value.ts";

export interface Violation {
	/** PM2's own name of the field. */
	readonly field: string;
	/** What it must be: `cluster or fork`, `a number`. */
	readonly expected: string;
	readonly at: Place;
	readonly when: readonly Circumstance[];
	/** Whether no app of the file starts, or only this one does not. */
	readonly stops: "file" | "app";
}

/** Only what is known: a value that is open violates nothing. */
export function violations(app: App): readonly Violation[] {
	return [
		...[...app.fields].flatMap(([name, field]) => {
			const schema = fieldSchema(name);
			return schema ? fieldViolations(schema, field) : [];
		}),
		...withoutScript(app),
		...withoutName(app),
	];
}

function withoutScript(app: App): readonly Violation[] {
	if (app.fields.has("script") || !app.complete) return [];
	const expected = "a program to start";
	return [{ field: "script", expected, at: app.at, when: [], stops: "app" }];
}

/** PM2 derives no name from `exec`, and cannot start what has none (Common.js, renderApplicationName). */
function withoutName(app: App): readonly Violation[] {
	const script = app.fields.get("script");
	if (app.fields.has("name") || script?.name !== "exec" || !app.complete)
		return [];
	const expected = "a text, for PM2 derives no name from exec";
	return [
		{ field: "name", expected, at: script.nameAt, when: [], stops: "app" },
	];
}

function fieldViolations(
	schema: FieldSchema,
	{ value }: Field,
): readonly Violation[] {
	return possibilities(value).flatMap(({ value: each, when }) => {
		const expected = refused(schema, each);
		return expected === undefined
			? []
			: [{ field: schema.name, expected, at: each.at, when, stops: "file" }];
	});
}

/** What it should be; undefined: PM2 takes it. */
function refused(schema: FieldSchema, value: StaticValue): string | undefined {
	if (value.kind === "unknown" || value.kind === "choice") return undefined;
	const plain = value.kind === "plain" ? value.value : undefined;
	if (value.kind === "plain" && (plain === undefined || plain === null))
		return undefined;
	// A name of several words has an alias, which PM2 asks next: an empty value counts as none.
	const hasAlias = schema.name.includes("_") || schema.aliases !== undefined;
	if (value.kind === "plain" && !plain && hasAlias) return undefined;
	// An `instances` text that is no number means all processors.
	if (schema.name === "instances" && typeof plain === "string")
		return undefined;
	const type = typeOf(value);
	const asNumber =
		type !== "boolean" && schema.types.includes("number")
			? numberOf(value)
			: undefined;
	if (asNumber === undefined && !schema.types.includes(type))
		return schema.types.map((each) => article[each]).join(" or ");
	if (
		asNumber === undefined &&
		typeof plain === "string" &&
		schema.pattern &&
		!schema.pattern.test(plain)
	)
		return forms[schema.name] ?? "another text";
	return asNumber !== undefined &&
		schema.minimum !== undefined &&
		asNumber < schema.minimum
		? `at least ${schema.minimum}`
		: undefined;
}

const article: Readonly<Record<FieldType, string>> = {
	string: "a text",
	number: "a number",
	boolean: "true or false",
	array: "a list",
	object: "an object",
};

const forms: Readonly<Record<string, string>> = {
	exec_mode: "cluster or fork",
	max_memory_restart: "a whole number, or one with K, M or G",
	min_uptime: "a whole number, or one with h, m or s",
};

function typeOf(value: StaticValue): FieldType {
	if (value.kind === "array") return "array";
	if (value.kind !== "plain") return "object";
	const type = typeof value.value;
	return type === "number" || type === "boolean" ? type : "string";
}

/** As JavaScript's isNaN sees it. */
function numberOf(value: StaticValue): number | undefined {
	if (value.kind !== "plain" || value.value === "") return undefined;
	const number = Number(value.value);
	return Number.isNaN(number) ? undefined : number;
}
