/** An ecosystem file to the apps that PM2 would start from it (semantics 1 to 6). */

import type { Place } from "../../text/place.ts";
import {
	evaluateExpression,
	evaluateModule,
	type ModuleOptions,
	namedObject,
} from "./evaluate/module.ts";
import { parseJavaScript } from "./evaluate/syntax.ts";
import { settled } from "./evaluate/value.ts";
import type { App, Ecosystem, Field, Pm2Problem } from "./facts.ts";
import { fieldName } from "./fields.ts";
import type { StaticValue } from "./value.ts";
import { isConfigYaml, yamlValue } from "./yaml.ts";

export interface EcosystemOptions {
	/** The text of a file that it requires; undefined where it isn't there. */
	readonly load?: (path: string) => string | undefined;
	/** What NODE_ENV is taken to be while the file is read. */
	readonly environment?: string | undefined;
}

/** Never throws; what could not be read is in `syntaxErrors`, what could not be known makes it incomplete. */
export function readEcosystem(
	path: string,
	text: string,
	options: EcosystemOptions = {},
): Ecosystem {
	const module: ModuleOptions = {
		load: options.load ?? (() => undefined),
		assumed: new Map(
			options.environment === undefined
				? []
				: [["NODE_ENV", options.environment]],
		),
	};
	const { value, errors } = exported(path, text, module);
	return ecosystem(path, value, errors);
}

/** Every comment of the file. */
export function commentsOf(path: string, text: string): readonly Place[] {
	return isConfigYaml(path)
		? yamlValue(path, text).comments
		: parseJavaScript(path, text).comments;
}

function exported(
	path: string,
	text: string,
	module: ModuleOptions,
): { value: StaticValue | undefined; errors: readonly Pm2Problem[] } {
	if (isConfigYaml(path)) return yamlValue(path, text);
	if (path.includes(".json")) return json(path, text, module);
	const { program, error } = parseJavaScript(path, text);
	const errors = error ? [error] : [];
	if (!program) return { value: undefined, errors };
	const {
		commonjs,
		default: fallback,
		named,
	} = evaluateModule(path, program, module);
	const value = commonjs ?? fallback;
	return {
		value: value
			? settled(value)
			: namedObject(named, { path, start: 0, end: text.length }),
		errors,
	};
}

/** PM2 evaluates `(text)` (Common.js, parseConfig): comments, bare keys and trailing commas are fine (2). */
function json(
	path: string,
	text: string,
	module: ModuleOptions,
): { value: StaticValue | undefined; errors: readonly Pm2Problem[] } {
	// A blank in front keeps offsets apart by one; they are moved back below.
	const { program, error } = parseJavaScript(path, `(${text}\n)`);
	const back = (at: Place): Place => ({
		path,
		start: Math.max(0, Math.min(text.length, at.start - 1)),
		end: Math.max(0, Math.min(text.length, at.end - 1)),
	});
	const errors = error ? [{ ...error, at: back(error.at) }] : [];
	const [statement] = program?.body ?? [];
	if (statement?.type !== "ExpressionStatement")
		return { value: undefined, errors };
	return {
		value: moved(evaluateExpression(path, statement.expression, module), back),
		errors,
	};
}

function moved(value: StaticValue, back: (at: Place) => Place): StaticValue {
	const at = back(value.at);
	switch (value.kind) {
		case "object":
			return {
				...value,
				at,
				properties: value.properties.map((each) => ({
					...each,
					keyAt: back(each.keyAt),
					at: back(each.at),
					value: moved(each.value, back),
				})),
			};
		case "array":
			return {
				...value,
				at,
				items: value.items.map((item) => moved(item, back)),
			};
		case "choice":
			return {
				...value,
				at,
				options: value.options.map((option) => ({
					...option,
					value: moved(option.value, back),
				})),
			};
		default:
			return { ...value, at };
	}
}

function ecosystem(
	path: string,
	value: StaticValue | undefined,
	syntaxErrors: readonly Pm2Problem[],
): Ecosystem {
	const none = {
		path,
		apps: [],
		appsAt: undefined,
		deploy: undefined,
		syntaxErrors,
	};
	if (!value)
		return {
			...none,
			complete: syntaxErrors.length === 0,
			reason: syntaxErrors.length > 0 ? "the file can't be parsed" : undefined,
		};
	const list = appList(value);
	if (!list || list.kind === "unknown" || list.kind === "choice") {
		return {
			...none,
			complete: false,
			reason:
				list?.kind === "unknown"
					? list.reason
					: "the list of apps is only known at run time",
		};
	}
	const items = list.kind === "array" ? list.items : [list];
	const apps = items.flatMap((item) => readApp(item) ?? []);
	const complete =
		apps.length === items.length && (list.kind !== "array" || list.complete);
	return {
		path,
		apps,
		complete,
		reason: complete
			? undefined
			: "some of the apps are only known at run time",
		appsAt: list.kind === "array" ? list.at : undefined,
		deploy: value.kind === "object" ? property(value, "deploy") : undefined,
		syntaxErrors,
	};
}

/** The shapes that PM2 takes (3): `apps` or `pm2` as a list or one object, a bare list, a bare app. */
function appList(value: StaticValue): StaticValue | undefined {
	if (value.kind !== "object") return value;
	const list = property(value, "apps") ?? property(value, "pm2");
	if (list) return list;
	if (property(value, "script") ?? property(value, "name")) return value;
	return value.complete
		? { kind: "array", items: [], complete: true, at: value.at }
		: undefined;
}

function property(
	value: Extract<StaticValue, { kind: "object" }>,
	name: string,
): StaticValue | undefined {
	return value.properties.find(({ key }) => key === name)?.value;
}

function readApp(value: StaticValue): App | undefined {
	if (value.kind !== "object") return undefined;
	const fields = new Map<string, Field>();
	for (const { key, keyAt, value: own, at } of value.properties) {
		fields.set(fieldName(key), { name: key, nameAt: keyAt, value: own, at });
	}
	const name = textOf(fields.get("name")?.value);
	const script = textOf(fields.get("script")?.value);
	return {
		at: value.at,
		fields,
		name:
			name ?? (fields.has("name") ? undefined : script && derivedName(script)),
		nameAt:
			fields.get("name")?.value.at ??
			fields.get("script")?.value.at ??
			value.at,
		complete: value.complete,
	};
}

function textOf(value: StaticValue | undefined): string | undefined {
	return value?.kind === "plain" &&
		value.value !== undefined &&
		value.value !== null
		? String(value.value)
		: undefined;
}

/** The script's base name without its last ending (Common.js:919-930). */
function derivedName(script: string): string {
	const base = script.slice(script.lastIndexOf("/") + 1);
	const dot = base.lastIndexOf(".");
	return dot > 0 ? base.slice(0, dot) : base;
}
