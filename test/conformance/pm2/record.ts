/**
 * Starts every case on the real PM2 and compares what runs with record.json:
 * `node test/conformance/pm2/record.ts`, with `--write` to write it, with names to run only those.
 */

import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
	type Case,
	cases,
	firstPort,
	grouped,
	portCount,
	type Recorded,
	type State,
} from "./case.ts";
import {
	endProcess,
	installPm2,
	type Pm2,
	type Process,
	startPm2,
} from "./daemon.ts";

const file = join(import.meta.dirname, "record.json");
/** Port of PM2's serve, when nothing says otherwise; it can't be moved. */
const servePort = 8080;
const answers = 10;

if (process.argv[1] === import.meta.filename) await main();

async function main(): Promise<void> {
	const names = process.argv.slice(2).filter((word) => !word.startsWith("-"));
	installPm2();
	const chosen = cases().filter(
		({ name }) => names.length === 0 || names.includes(name),
	);
	const recorded = await recordAll(chosen);
	const text = `${JSON.stringify(recorded, undefined, "\t")}\n`;
	if (process.argv.includes("--write") && names.length === 0)
		writeFileSync(file, text);
	else compare(recorded);
	console.log(`${recorded.length} cases`);
}

function compare(recorded: readonly Recorded[]): void {
	const old = new Map(
		(JSON.parse(readFileSync(file, "utf8")) as Recorded[]).map((each) => [
			each.name,
			JSON.stringify(each),
		]),
	);
	for (const each of recorded) {
		const now = JSON.stringify(each);
		if (old.get(each.name) === now) continue;
		console.error(`recorded: ${old.get(each.name)}\nPM2:      ${now}`);
		process.exitCode = 1;
	}
}

async function recordAll(
	chosen: readonly Case[],
): Promise<readonly Recorded[]> {
	const directory = mkdtempSync(join(tmpdir(), "edgewise-pm2-"));
	const base = await freePorts();
	const shared = startPm2(join(directory, "home"), {});
	const running = new Set([shared]);
	for (const signal of ["SIGINT", "SIGTERM"] as const)
		process.once(signal, () => {
			for (const pm2 of running) pm2.end();
			rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
			process.exit(1);
		});
	try {
		const recorded: Recorded[] = [];
		for (const each of chosen) {
			const own = each.daemon && mapped(each.daemon, base);
			const pm2 = own
				? startPm2(join(directory, `home-${recorded.length}`), own)
				: shared;
			running.add(pm2);
			try {
				recorded.push(
					await recordCase(
						each,
						pm2,
						join(directory, `${recorded.length}`),
						base,
					),
				);
			} finally {
				if (own) {
					pm2.end();
					running.delete(pm2);
				}
			}
		}
		return recorded;
	} finally {
		shared.end();
		rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
	}
}

async function recordCase(
	each: Case,
	pm2: Pm2,
	directory: string,
	base: number,
): Promise<Recorded> {
	const answered = new Set<number>();
	writeFiles(each, directory, base);
	const states: State[] = [];
	try {
		for (const step of each.steps) {
			const { status } = pm2.run(
				step.split(" "),
				directory,
				mapped(each.environment, base),
			);
			const processes = await settled(pm2);
			states.push({
				exit: status ?? -1,
				apps: summary(processes, base),
				ports: await portsThatAnswer(base, answered, processes),
			});
		}
	} finally {
		pm2.run(["delete", "all"], directory, {});
		// npm's child is not PM2's own: it may outlive it.
		for (const pid of answered) endProcess(pid);
	}
	return { name: each.name, hash: each.hash, states };
}

function writeFiles(each: Case, directory: string, base: number): void {
	mkdirSync(directory, { recursive: true });
	const program = join(import.meta.dirname, "programs/app.cjs");
	cpSync(program, join(directory, "app.cjs"));
	writeFileSync(join(directory, "app.js"), "require('./app.cjs');\n");
	for (const [name, text] of each.files) {
		const path = join(directory, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, moved(text, base), { mode: 0o755 });
	}
}

/** 3000…3019 of a case are `base`… on this machine. */
function moved(text: string, base: number): string {
	return text.replace(/\b30[01]\d\b/g, (port) =>
		String(base + Number(port) - firstPort),
	);
}

function mapped(
	variables: Readonly<Record<string, string>>,
	base: number,
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(variables).map(([name, value]) => [
			name,
			moved(value, base),
		]),
	);
}

/** Waits until nothing restarts any more. */
async function settled(pm2: Pm2): Promise<readonly Process[]> {
	let last = "";
	for (let tries = 0; tries < 40; tries++) {
		await wait(350);
		const processes = pm2.processes();
		const now = JSON.stringify(processes.map((each) => ({ ...each, pid: 0 })));
		const calm = processes.every(
			({ status }) => status === "online" || status === "errored",
		);
		if (calm && now === last) return processes;
		last = now;
	}
	return pm2.processes();
}

/** Names may hold a port: `static-page-server-3001`. */
function asWritten(name: string, base: number): string {
	return name.replace(/\d{5}$/, (port) => {
		const offset = Number(port) - base;
		return offset >= 0 && offset < portCount
			? String(firstPort + offset)
			: port;
	});
}

function summary(processes: readonly Process[], base: number): State["apps"] {
	const groups = grouped(
		processes,
		({ name, mode }) =>
			`${asWritten(name, base)}\n${mode.replace("_mode", "")}`,
	);
	return groups.map(([key, group]) => {
		const [name = "", mode] = key.split("\n");
		return {
			name,
			mode: mode === "cluster" ? "cluster" : "fork",
			instances: group.length,
			errored: group.filter(({ status }) => status === "errored").length,
		};
	});
}

async function portsThatAnswer(
	base: number,
	answered: Set<number>,
	processes: readonly Process[],
): Promise<State["ports"]> {
	const ports: Record<string, Record<string, number>> = {};
	const candidates = Array.from({ length: portCount }, (_, i) => base + i);
	for (const port of [...candidates, servePort]) {
		const pids = new Map<number, string>();
		for (let i = 0; i < answers; i++) {
			const who = await ask(port);
			if (!who) break;
			pids.set(who.pid, who.name);
		}
		if (pids.size === 0) continue;
		const names: Record<string, number> = {};
		for (const [pid, name] of pids) {
			if (pid > 0) answered.add(pid);
			names[name] = (names[name] ?? 0) + 1;
		}
		const written = port === servePort ? port : port - base + firstPort;
		ports[written] = Object.fromEntries(Object.entries(names).sort());
	}
	// What PM2 knows of is ended by PM2.
	for (const { pid } of processes) answered.delete(pid);
	return ports;
}

/** Who answers; PM2's own file server does not say its name. */
async function ask(
	port: number,
): Promise<{ name: string; pid: number } | undefined> {
	try {
		const response = await fetch(`http://127.0.0.1:${port}/`, {
			headers: { connection: "close" },
			signal: AbortSignal.timeout(2000),
		});
		const text = await response.text();
		return text.startsWith('{"name"')
			? (JSON.parse(text) as { name: string; pid: number })
			: { name: "(a file server)", pid: 0 };
	} catch {
		return undefined;
	}
}

/** The first of as many free ports in a row as the cases use. */
async function freePorts(): Promise<number> {
	if (!(await isFree(servePort)))
		throw new Error(`port ${servePort} is taken; PM2's serve needs it`);
	for (let base = 21000; base < 30000; base += portCount) {
		const row = Array.from({ length: portCount }, (_, i) => base + i);
		if ((await Promise.all(row.map(isFree))).every(Boolean)) return base;
	}
	throw new Error("no free ports");
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer()
			.once("error", () => resolve(false))
			.listen(port, () => server.close(() => resolve(true)));
	});
}
