/**
 * The environments that an app may be started with: `env` alone, and for `--env NAME` what
 * `deploy.NAME.env` and then `env_NAME` lay over it (Common.js:618-680; semantics 14).
 */

import type { App, Circumstance, Ecosystem } from "./facts.ts";
import { property } from "./shape.ts";
import type { StaticValue } from "./value.ts";

export interface Block {
	/** `env`, `env_production`. */
	readonly name: string;
	readonly when: readonly Circumstance[];
	/** Layers, the one that wins first. */
	readonly layers: readonly Layer[];
	/** False where variables may be set that are not known. */
	readonly complete: boolean;
	/** What it does not set comes from the first block. */
	readonly inherits: boolean;
}

interface Layer {
	readonly name: string;
	readonly value: StaticValue;
}

type ObjectOf = Extract<StaticValue, { kind: "object" }>;

/** `environment`: the only one that counts, with what it inherits. Without it the plain start comes first, then each `env_NAME`. */
export function blocksOf(
	app: App,
	ecosystem: Ecosystem,
	environment: string | undefined,
): readonly Block[] {
	const base = layersOf(app, "env");
	const port = app.fields.get("port")?.value;
	const top: readonly Layer[] = port ? [{ name: "port", value: port }] : [];
	const over = (name: string) => [
		...layersOf(app, `env_${name}`),
		...deployLayers(ecosystem, name),
	];
	if (environment !== undefined)
		return [block("env", [], [...over(environment), ...top, ...base], false)];
	return [
		block("env", [], [...top, ...base], false),
		...environmentNames(app, ecosystem).map((name) =>
			block(`env_${name}`, [{ kind: "environment", name }], over(name), true),
		),
	];
}

/** Each NAME for which `--env NAME` changes this app's environment. */
export function environmentNames(
	app: App,
	ecosystem: Ecosystem,
): readonly string[] {
	const names = new Set([
		...[...app.fields.keys()].flatMap((field) => {
			const name = /^env_(\S+)$/.exec(field)?.[1];
			return name ? [name] : [];
		}),
		...deployNames(ecosystem),
	]);
	return [...names];
}

function block(
	name: string,
	when: readonly Circumstance[],
	layers: readonly Layer[],
	inherits: boolean,
): Block {
	const complete = layers.every(
		({ name: layer, value }) =>
			layer === "port" ||
			(value.kind === "object" && value.complete) ||
			value.kind === "plain",
	);
	return { name, when, layers, complete, inherits };
}

function layersOf(app: App, name: string): readonly Layer[] {
	const value = app.fields.get(name)?.value;
	return value ? [{ name, value }] : [];
}

/** `deploy.NAME.env` lies over `env`, under env_NAME. */
function deployLayers(ecosystem: Ecosystem, name: string): readonly Layer[] {
	const { deploy } = ecosystem;
	const target = deploy?.kind === "object" ? property(deploy, name) : undefined;
	const env = target?.kind === "object" ? property(target, "env") : undefined;
	return env?.kind === "object"
		? [{ name: `deploy.${name}.env`, value: env }]
		: [];
}

function deployNames({ deploy }: Ecosystem): readonly string[] {
	return deploy?.kind === "object"
		? deploy.properties.flatMap(({ key, value }) =>
				value.kind === "object" && property(value, "env") ? [key] : [],
			)
		: [];
}

/** A variable's value and what says so, in the user's words. */
export function variableIn(
	{ layers }: Block,
	app: App,
	variable: string,
): { readonly value: StaticValue | undefined; readonly because: string } {
	for (const { name, value } of layers) {
		if (name === "port") {
			if (variable === "PORT" && isGiven(value))
				return { value, because: "port" };
			continue;
		}
		const own = inObject(value, variable, app);
		if (own) return { value: own, because: `${name}.${variable}` };
	}
	return { value: undefined, because: `env.${variable}` };
}

function isGiven(value: StaticValue): boolean {
	return value.kind !== "plain" || Boolean(value.value);
}

/** Also of a choice of objects: the choice of its values. */
function inObject(
	value: StaticValue,
	variable: string,
	app: App,
): StaticValue | undefined {
	if (value.kind === "object") return property(value as ObjectOf, variable);
	if (value.kind !== "choice") return undefined;
	const options = value.options.map((option) => ({
		...option,
		value: inObject(option.value, variable, app) ?? {
			kind: "plain" as const,
			value: undefined,
			at: value.at,
		},
	}));
	return { kind: "choice", options, at: value.at };
}
