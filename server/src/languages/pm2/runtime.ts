/**
 * What runs when PM2 starts an app: mode, number of instances, ports. From PM2 7.0.4's
 * Common.js and God.js, each outcome tried on the real program (semantics 7 to 22).
 */

import type {
	App,
	Circumstance,
	Ecosystem,
	InstanceCount,
	InstancePort,
	Runtime,
} from "./facts.ts";
import { argumentPort, scriptPort } from "./ports.ts";
import { possibilities, sameCircumstances } from "./possible.ts";
import { isNodeProgram } from "./program.ts";
import type { StaticValue } from "./value.ts";

export interface RuntimeOptions {
	/** Only this env_NAME counts, and NODE_ENV is NAME. */
	readonly environment?: string | undefined;
	/** Commands of package.json's scripts, by their names. */
	readonly scripts?:
		| ReadonlyMap<string, { readonly command: string }>
		| undefined;
}

export function runtime(
	app: App,
	_ecosystem: Ecosystem,
	options: RuntimeOptions = {},
): Runtime {
	const counts = instanceCounts(app);
	const modes = modesOf(app);
	const increment = app.fields.get("increment_var")?.value;
	const increments = increment?.kind === "plain" && increment.value === "PORT";
	const base = portsOf(app, options);
	const ports = increments
		? base.ports.flatMap((port) => eachInstance(port, counts))
		: base.ports;
	return {
		modes,
		instances: counts,
		ports,
		portsUnknown:
			base.unknown ?? (increments ? countsUnknown(counts) : undefined),
		perInstance: increments,
		bind: bindOf(app),
	};
}

/** PM2 decides by the number: absent is fork, 1 and more, 0 and -1 are cluster, -2 and less fork again (7). */
function modesOf(app: App): Runtime["modes"] {
	const stated = app.fields.get("exec_mode")?.value;
	if (stated) {
		return possibilities(stated).map(({ value, when }) => ({
			mode: /^cluster(_mode)?$/.test(
				String(value.kind === "plain" ? value.value : ""),
			)
				? "cluster"
				: "fork",
			when,
		}));
	}
	const instances = app.fields.get("instances")?.value;
	if (!instances || !isNodeProgram(app)) return [{ mode: "fork", when: [] }];
	return possibilities(instances).map(({ value, when }) => {
		const count = value.kind === "plain" ? numeric(value.value) : 1;
		const clustered =
			count === undefined || count >= 1 || count === 0 || count === -1;
		return { mode: clustered ? "cluster" : "fork", when };
	});
}

function instanceCounts(app: App): readonly InstanceCount[] {
	const field = app.fields.get("instances");
	if (!field) return [{ kind: "count", count: 1, at: undefined, when: [] }];
	return possibilities(field.value).map(({ value, when }): InstanceCount => {
		const { at } = value;
		if (value.kind !== "plain") {
			const reason =
				value.kind === "unknown"
					? value.reason
					: "the number of instances is only known at run time";
			if (reason.includes("processors"))
				return { kind: "processors", text: "one for each processor", at, when };
			return { kind: "unknown", reason, at, when };
		}
		const count = numeric(value.value);
		// Every text that is no number means all processors, as "max" does.
		if (count === undefined || count <= 0)
			return { kind: "processors", text: String(value.value), at, when };
		return { kind: "count", count: Math.max(1, Math.trunc(count)), at, when };
	});
}

function numeric(value: unknown): number | undefined {
	const number =
		typeof value === "number" ? value : Number.parseFloat(String(value));
	return Number.isNaN(number) ? undefined : number;
}

/** Instance k gets base + k (God.js:602-648). */
function eachInstance(
	port: InstancePort,
	counts: readonly InstanceCount[],
): readonly InstancePort[] {
	const fitting = counts.filter(({ when }) =>
		sameCircumstances(when, port.when),
	);
	const known = fitting.flatMap((each) =>
		each.kind === "count" ? [each.count] : [],
	);
	const count = Math.min(Math.max(1, ...known), 512);
	return Array.from({ length: count }, (_, k) => ({
		...port,
		port: port.port + k,
		because: `${port.because} + ${k}, by increment_var`,
	}));
}

function countsUnknown(counts: readonly InstanceCount[]): string | undefined {
	return counts.every(({ kind }) => kind === "count")
		? undefined
		: "how many instances there are depends on the machine";
}

/**
 * PORT at the first start: env_NAME over `port` over `env` (14). A port in the arguments beats
 * them all, for the program reads it itself (11, 19).
 */
function portsOf(
	app: App,
	options: RuntimeOptions,
): { ports: readonly InstancePort[]; unknown: string | undefined } {
	const own = argumentPort(app) ?? scriptPort(app, options.scripts);
	if (own) return { ports: [own], unknown: undefined };
	if (isServe(app)) return servePorts(app, options);
	return environmentPorts(app, options, "PORT");
}

function environmentPorts(
	app: App,
	options: RuntimeOptions,
	variable: string,
): { ports: readonly InstancePort[]; unknown: string | undefined } {
	const found: InstancePort[] = [];
	const reasons: string[] = [];
	const add = (
		value: StaticValue,
		because: string,
		environment: string | undefined,
	) => {
		for (const { value: each, when } of possibilities(value)) {
			const where: readonly Circumstance[] =
				environment === undefined
					? when
					: [{ kind: "environment", name: environment }, ...when];
			const port = each.kind === "plain" ? portNumber(each.value) : undefined;
			if (port !== undefined)
				found.push({ port, at: each.at, when: where, because });
			else
				reasons.push(
					each.kind === "unknown"
						? `${because} is ${each.reason}`
						: `${because} is no port number`,
				);
		}
	};
	const base =
		(variable === "PORT" ? app.fields.get("port")?.value : undefined) ??
		inEnvironment(app, "env", variable);
	const chosen =
		options.environment === undefined
			? undefined
			: inEnvironment(app, `env_${options.environment}`, variable);
	if (chosen) add(chosen, `env_${options.environment}.${variable}`, undefined);
	else if (base)
		add(
			base,
			app.fields.has("port") && variable === "PORT"
				? "port"
				: `env.${variable}`,
			undefined,
		);
	if (options.environment === undefined) {
		for (const [name, { value }] of app.fields) {
			const environment = /^env_(\S+)$/.exec(name)?.[1];
			if (!environment) continue;
			if (value.kind !== "object") continue;
			const own = inEnvironment(app, name, variable);
			if (own) add(own, `${name}.${variable}`, environment);
		}
	}
	if (!base && !chosen) reasons.push(unsetReason(app, variable));
	const distinct = found.filter(
		(port, i) =>
			found.findIndex(
				(other) => other.port === port.port && sameWhen(other, port),
			) === i,
	);
	return { ports: distinct, unknown: reasons[0] };
}

function sameWhen(a: InstancePort, b: InstancePort): boolean {
	return JSON.stringify(a.when) === JSON.stringify(b.when);
}

function unsetReason(app: App, variable: string): string {
	if (app.fields.has("env") && app.fields.get("env")?.value.kind !== "object")
		return "its environment is only known at run time";
	return `the file sets no ${variable}, so it comes from the shell, a .env file or the application`;
}

function inEnvironment(
	app: App,
	block: string,
	variable: string,
): StaticValue | undefined {
	const value = app.fields.get(block)?.value;
	if (value?.kind !== "object") return undefined;
	return value.properties.find(({ key }) => key === variable)?.value;
}

function isServe(app: App): boolean {
	const script = app.fields.get("script")?.value;
	return script?.kind === "plain" && script.value === "serve";
}

/** PM2's own static server ignores PORT: PM2_SERVE_PORT, else 8080 (22). */
function servePorts(
	app: App,
	options: RuntimeOptions,
): { ports: readonly InstancePort[]; unknown: string | undefined } {
	const stated = environmentPorts(app, options, "PM2_SERVE_PORT");
	if (stated.ports.length > 0) return stated;
	const at = app.fields.get("script")?.value.at ?? app.at;
	return {
		ports: [{ port: 8080, at, when: [], because: "PM2's default for serve" }],
		unknown: undefined,
	};
}

export function portNumber(value: unknown): number | undefined {
	const port =
		typeof value === "number"
			? value
			: typeof value === "string" && /^\s*\d+\s*$/.test(value)
				? Number(value)
				: Number.NaN;
	return Number.isInteger(port) && port > 0 && port < 65536 ? port : undefined;
}

function bindOf(app: App): Runtime["bind"] {
	for (const name of ["HOST", "HOSTNAME"]) {
		const value = inEnvironment(app, "env", name);
		if (value?.kind === "plain" && typeof value.value === "string")
			return { host: value.value, at: value.at };
	}
	return undefined;
}
