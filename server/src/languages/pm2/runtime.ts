/**
 * What runs when PM2 starts an app: mode, number of instances, ports. From PM2 7.0.4's
 * Common.js and God.js, each outcome tried on the real program (semantics 7 to 22).
 */

import { argumentsOf, hostOption } from "./arguments.ts";
import { blocksOf, variableIn } from "./environment.ts";
import type {
	App,
	Circumstance,
	Ecosystem,
	InstanceCount,
	InstancePort,
	Runtime,
} from "./facts.ts";
import { type PortOptions, type Ports, portsOf } from "./ports.ts";
import { compatible, possibilities, together } from "./possible.ts";
import { isNodeProgram } from "./program.ts";
import type { PlainValue, StaticValue } from "./value.ts";

export type RuntimeOptions = PortOptions;

export function runtime(
	app: App,
	ecosystem: Ecosystem,
	options: RuntimeOptions = {},
): Runtime {
	const instances = instanceCounts(app).filter(({ when }) =>
		compatible(when, app.when),
	);
	const increment = app.fields.get("increment_var")?.value;
	const increments = increment?.kind === "plain" && increment.value === "PORT";
	const base = portsOf(app, ecosystem, options);
	const { ports, unknown } = increments ? counted(base, instances) : base;
	const incrementOpen =
		increment !== undefined && increment.kind !== "plain"
			? "increment_var is only known at run time"
			: undefined;
	return {
		modes: inList(app, alike(modesOf(app))),
		instances: inList(app, instances),
		ports: inList(app, ports),
		portsUnknown: unknown ?? incrementOpen,
		perInstance: increments,
		bind: bindOf(app, ecosystem, options),
	};
}

/** Where every condition leads to one mode, it needs none. */
function alike(modes: Runtime["modes"]): Runtime["modes"] {
	const [first] = modes;
	return first && modes.every(({ mode }) => mode === first.mode)
		? [{ mode: first.mode, when: [] }]
		: modes;
}

/** What is said of an app holds where the app is in the list at all. */
function inList<T extends { readonly when: readonly Circumstance[] }>(
	app: App,
	all: readonly T[],
): readonly T[] {
	if (app.when.length === 0) return all;
	return all
		.filter(({ when }) => compatible(when, app.when))
		.map((each) => ({ ...each, when: together(app.when, each.when) }));
}

/**
 * PM2 decides by the number: absent is fork, 1 and more, 0 and -1 are cluster, -2 and less
 * fork again, and so is what lies between 0 and 1 (7).
 */
function modesOf(app: App): Runtime["modes"] {
	if (isTrue(app.fields.get("execute_command")?.value))
		return [{ mode: "fork", when: [] }];
	const stated = app.fields.get("exec_mode")?.value;
	const byNumber = (when: readonly Circumstance[]): Runtime["modes"] =>
		defaultModes(app)
			.filter((each) => compatible(each.when, when))
			.map((each) => ({ ...each, when: together(when, each.when) }));
	if (!stated) return byNumber([]);
	return possibilities(stated).flatMap(({ value, when }): Runtime["modes"] => {
		if (value.kind === "plain" && !value.value) return byNumber(when);
		// Anything but these two names is refused by the schema.
		if (value.kind === "plain")
			return [
				{
					mode: /^cluster/.test(String(value.value)) ? "cluster" : "fork",
					when,
				},
			];
		return [
			{ mode: "cluster", when },
			{ mode: "fork", when },
		];
	});
}

function defaultModes(app: App): Runtime["modes"] {
	const instances = app.fields.get("instances")?.value;
	const isNode = isNodeProgram(app);
	if (isNode === false || (!instances && app.complete))
		return [{ mode: "fork", when: [] }];
	if (!instances)
		return [
			{ mode: "cluster", when: [] },
			{ mode: "fork", when: [] },
		];
	return possibilities(instances).flatMap(
		({ value, when }): Runtime["modes"] => {
			if (value.kind === "plain" && isAbsent(value.value))
				return [{ mode: "fork", when }];
			const open = value.kind !== "plain" || isNode === undefined;
			if (open && !ofProcessors(value))
				return [
					{ mode: "cluster", when },
					{ mode: "fork", when },
				];
			const count = value.kind === "plain" ? asNumber(value.value) : 1;
			const isCluster = count >= 1 || count === 0 || count === -1;
			return [{ mode: isCluster ? "cluster" : "fork", when }];
		},
	);
}

function instanceCounts(app: App): readonly InstanceCount[] {
	const field = app.fields.get("instances");
	if (!field)
		return app.complete
			? [{ kind: "count", count: 1, at: undefined, when: [] }]
			: [{ kind: "unknown", reason: notWhole, at: app.at, when: [] }];
	return possibilities(field.value).map(({ value, when }): InstanceCount => {
		const { at } = value;
		if (value.kind !== "plain") {
			const reason =
				value.kind === "unknown"
					? value.reason
					: "the number of instances is no number";
			return ofProcessors(value)
				? { kind: "processors", text: "one for each processor", at, when }
				: { kind: "unknown", reason, at, when };
		}
		if (isAbsent(value.value)) return { kind: "count", count: 1, at, when };
		const count = Math.trunc(asNumber(value.value));
		if (Number.isNaN(count))
			return { kind: "unknown", reason: "it is no number", at, when };
		return count <= 0
			? { kind: "processors", text: String(value.value), at, when }
			: { kind: "count", count, at, when };
	});
}

const notWhole = "it may come from what is spread into the app";

function ofProcessors(value: StaticValue): boolean {
	return value.kind === "unknown" && value.reason.includes("processors");
}

/** Texts are read by parseInt; one that holds no number, `max` and others, is 0 (Common.js:857-863). */
function asNumber(value: PlainValue): number {
	return typeof value === "string"
		? Number.parseInt(value, 10) || 0
		: Number(value);
}

function isAbsent(value: PlainValue): boolean {
	return value === undefined || value === null;
}

function isTrue(value: StaticValue | undefined): boolean {
	return value?.kind === "plain" && value.value === true;
}

/** How many instances a given number of processors makes; undefined where even that does not decide. */
export function instancesOn(
	processors: number,
	count: InstanceCount,
): number | undefined {
	if (count.kind === "count") return count.count;
	if (count.kind === "unknown") return undefined;
	const number = asNumber(count.text);
	return Math.max(1, Math.trunc(number) + processors);
}

const mostPorts = 512;

/** Instance k gets base + k (God.js:602-648); which of several numbers counts goes with the conditions of both. */
function counted(base: Ports, counts: readonly InstanceCount[]): Ports {
	const ports: InstancePort[] = [];
	let open = base.unknown;
	for (const port of base.ports) {
		const fitting = counts.filter(({ when }) => compatible(when, port.when));
		for (const each of fitting) {
			if (each.kind !== "count")
				open ??= "how many instances there are depends on the machine";
			const count = each.kind === "count" ? Math.min(each.count, mostPorts) : 1;
			for (let k = 0; k < count; k++)
				ports.push({
					...port,
					port: port.port + k,
					when: together(port.when, each.when),
					because: `${port.because} + ${k}, by increment_var`,
				});
		}
	}
	const hasBase = base.ports.length > 0;
	return {
		ports: ports.filter(({ port }) => port < 65536),
		unknown: hasBase
			? open
			: "increment_var counts from 0 where PORT is set nowhere, so the first port is any free one",
	};
}

function bindOf(
	app: App,
	ecosystem: Ecosystem,
	{ environment }: RuntimeOptions,
): Runtime["bind"] {
	const option = hostOption(argumentsOf(app) ?? []);
	if (option) return { host: option.text, at: option.at };
	const [block] = blocksOf(app, ecosystem, environment);
	for (const name of ["HOST", "HOSTNAME", "PM2_SERVE_HOST"]) {
		const { value } = block ? variableIn(block, app, name) : {};
		if (
			value?.kind === "plain" &&
			typeof value.value === "string" &&
			value.value
		)
			return { host: value.value, at: value.at };
	}
	return undefined;
}
