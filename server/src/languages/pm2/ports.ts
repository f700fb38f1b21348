/** Which ports an app's processes are told to listen on (semantics 10, 11, 14, 15, 18, 19, 22). */

import type { Place } from "../../text/place.ts";
import { argumentsOf, portOption, type Word, wordsIn } from "./arguments.ts";
import { blocksOf, variableIn } from "./environment.ts";
import type { App, Circumstance, Ecosystem, InstancePort } from "./facts.ts";
import { possibilities, together } from "./possible.ts";
import { programOf, textOf } from "./program.ts";

export interface Ports {
	readonly ports: readonly InstancePort[];
	/** Why these may not be all. */
	readonly unknown: string | undefined;
}

/** Commands of package.json's scripts, by their names. */
export type Scripts = ReadonlyMap<
	string,
	{ readonly command: string; readonly at?: Place }
>;

export interface PortOptions {
	/** Only this env_NAME counts. */
	readonly environment?: string | undefined;
	readonly scripts?: Scripts | undefined;
}

export function portsOf(
	app: App,
	ecosystem: Ecosystem,
	options: PortOptions,
): Ports {
	if (programOf(app).kind === "serve")
		return servePorts(app, ecosystem, options);
	const words = argumentsOf(app);
	const environment = environmentPorts(app, ecosystem, "PORT", options);
	const command = commandPort(app, words ?? [], options.scripts);
	if (command) {
		if (
			command.wins ||
			environment.ports.every(({ port }) => port === command.port.port)
		)
			return { ports: [command.port], unknown: undefined };
		return {
			ports: [command.port],
			unknown: `its arguments say ${command.port.port} and its environment another port: which one counts is up to the program`,
		};
	}
	if (!words)
		return {
			...environment,
			unknown:
				environment.unknown ?? "its arguments are only known at run time",
		};
	return environment;
}

interface CommandPort {
	readonly port: InstancePort;
	/** It is known that the program prefers it to PORT. */
	readonly wins: boolean;
}

/** A port in the arguments, or in the script of package.json that npm runs. */
function commandPort(
	app: App,
	words: readonly Word[],
	scripts: Scripts | undefined,
): CommandPort | undefined {
	const script = textOf(app, "script") ?? "";
	const at = app.fields.get("script")?.value.at ?? app.at;
	const line = [...wordsIn(script, at), ...words];
	const option = portOption(line);
	const program = programOf(app);
	if (option)
		return {
			port: asPort(option, "args"),
			wins: isNext(script) || program.kind === "package-manager",
		};
	if (program.kind === "shell") {
		const assigned = assignedPort(line);
		if (assigned) return { port: asPort(assigned, "script"), wins: true };
	}
	return scripts && scriptPort(line, scripts, 0);
}

/** next takes -p before PORT (11). */
function isNext(script: string): boolean {
	return /(^|\/|\s)next(\s|$)/.test(script);
}

const deepest = 3;

/** `npm start`, `npm run serve`: what the command of that script says (10). */
function scriptPort(
	line: readonly Word[],
	scripts: Scripts,
	depth: number,
): CommandPort | undefined {
	const texts = line.map(({ text }) => text);
	const manager = texts.findIndex((text) =>
		/(^|\/)(npm|yarn|pnpm|bun)$/.test(text),
	);
	if (manager < 0 || depth >= deepest) return undefined;
	const rest = texts.slice(manager + 1).filter((text) => !text.startsWith("-"));
	const name =
		rest[0] === "run" || rest[0] === "run-script" ? rest[1] : rest[0];
	const script = name === undefined ? undefined : scripts.get(name);
	if (!script) return undefined;
	const at = script.at ?? (line[0] as Word).at;
	const words = wordsIn(script.command, at);
	const port = portOption(words) ?? assignedPort(words);
	if (port)
		return {
			port: asPort(port, `the script ${name} of package.json`),
			wins: true,
		};
	return scriptPort(words, scripts, depth + 1);
}

/** `PORT=3001 node x`, `cross-env PORT=3001 next start`. */
function assignedPort(words: readonly Word[]): Word | undefined {
	for (const { text, at } of words) {
		const port = /^PORT=["']?(\d{1,5})["']?$/.exec(text)?.[1];
		if (!port) continue;
		const exact = at.end - at.start === text.length;
		const start = at.start + text.indexOf(port);
		return {
			text: port,
			at: exact ? { path: at.path, start, end: start + port.length } : at,
		};
	}
	return undefined;
}

function asPort({ text, at }: Word, because: string): InstancePort {
	return { port: Number(text), at, when: [], because };
}

/** Ports by a variable: env_NAME over `port` over `env` (14). */
export function environmentPorts(
	app: App,
	ecosystem: Ecosystem,
	variable: string,
	{ environment }: PortOptions,
): Ports {
	const ports: InstancePort[] = [];
	const reasons: string[] = [];
	const blocks = blocksOf(app, ecosystem, environment);
	for (const block of blocks) {
		const { value, because } = variableIn(block, app, variable);
		if (!value) {
			if (!block.complete)
				reasons.push(`${block.name} is only known at run time`);
			else if (!block.inherits) reasons.push(unsetReason(app, variable));
			continue;
		}
		for (const { value: each, when } of possibilities(value)) {
			const port = each.kind === "plain" ? portNumber(each.value) : undefined;
			const where: readonly Circumstance[] = together(block.when, when);
			if (port !== undefined)
				ports.push({ port, at: each.at, when: where, because });
			else if (each.kind === "unknown")
				reasons.push(`${because} is ${each.reason}`);
			else if (each.kind === "plain" && isUnset(each.value))
				reasons.push(unsetReason(app, variable));
			else reasons.push(`${because} is no port number`);
		}
	}
	return { ports: distinct(ports), unknown: reasons[0] };
}

function isUnset(value: unknown): boolean {
	return value === undefined || value === null || value === "";
}

function distinct(ports: readonly InstancePort[]): readonly InstancePort[] {
	const key = ({ port, when }: InstancePort) => JSON.stringify([port, when]);
	return [...new Map(ports.map((port) => [key(port), port])).values()];
}

function unsetReason(app: App, variable: string): string {
	if (!app.complete)
		return `${variable} may come from what is spread into the app`;
	const nodeArguments = JSON.stringify(
		app.fields.get("node_args")?.value ?? "",
	);
	return nodeArguments.includes("--env-file")
		? `the file sets no ${variable}, so it comes from what node_args names with --env-file, or from the shell`
		: `the file sets no ${variable}, so it comes from the shell, a .env file or the application`;
}

/** PM2's own static server ignores PORT: PM2_SERVE_PORT, else the second argument, else 8080 (22; API/Serve.js). */
function servePorts(
	app: App,
	ecosystem: Ecosystem,
	options: PortOptions,
): Ports {
	const stated = environmentPorts(app, ecosystem, "PM2_SERVE_PORT", options);
	if (stated.ports.length > 0) return stated;
	const second = argumentsOf(app)?.[1];
	const port = second && portNumber(second.text);
	if (second && port !== undefined)
		return {
			ports: [{ port, at: second.at, when: [], because: "args" }],
			unknown: undefined,
		};
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
