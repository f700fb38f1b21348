/** One PM2 of our own: its home in a temporary folder, its daemon ended with it, nothing left behind. */

import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const binary = resolve(
	import.meta.dirname,
	"../../.cache/pm2/node_modules/pm2/bin/pm2",
);

export interface Pm2 {
	/** Runs `pm2 WORDS` and waits for it. */
	run(
		words: readonly string[],
		directory: string,
		environment: Readonly<Record<string, string>>,
	): SpawnSyncReturns<string>;
	processes(): readonly Process[];
	/** Ends the daemon and everything that it started, and removes its home. */
	end(): void;
}

export interface Process {
	readonly name: string;
	readonly pid: number;
	readonly mode: string;
	readonly status: string;
	readonly restarts: number;
}

/** Installs what package.json here names, where it isn't yet. */
export function installPm2(): void {
	const cache = resolve(import.meta.dirname, "../../.cache/pm2");
	if (existsSync(binary)) return;
	mkdirSync(cache, { recursive: true });
	for (const file of ["package.json", "package-lock.json"])
		spawnSync("cp", [join(import.meta.dirname, file), cache]);
	const installed = spawnSync(
		"npm",
		["ci", "--no-audit", "--no-fund", "--ignore-scripts"],
		{ cwd: cache, stdio: "inherit", timeout: 300_000 },
	);
	if (installed.status !== 0) throw new Error("npm ci of PM2 failed");
}

/** `variables`: what the daemon's environment has beside PATH. */
export function startPm2(
	home: string,
	variables: Readonly<Record<string, string>>,
): Pm2 {
	const bare = { PATH: process.env.PATH ?? "", HOME: home, PM2_HOME: home };
	const preload = join(import.meta.dirname, "programs/processors.cjs");
	const invoke = (
		words: readonly string[],
		cwd: string,
		environment: Readonly<Record<string, string>>,
	) =>
		spawnSync(process.execPath, [binary, "--no-color", ...words], {
			cwd,
			encoding: "utf8",
			timeout: 30_000,
			maxBuffer: 2 ** 26,
			env: { ...bare, PM2_DISABLE_VERSION_CHECK: "true", ...environment },
		});
	mkdirSync(home, { recursive: true });
	const started = invoke(["ping"], home, {
		...variables,
		NODE_OPTIONS: `--require ${preload}`,
	});
	if (started.status !== 0)
		throw new Error(`PM2 does not start: ${started.stderr}`);
	return {
		run: invoke,
		processes: () => processes(invoke(["jlist"], home, {}).stdout),
		end() {
			const daemon = pidOf(join(home, "pm2.pid"));
			invoke(["kill"], home, {});
			if (daemon !== undefined) endProcess(daemon);
			rmSync(home, { recursive: true, force: true, maxRetries: 3 });
		},
	};
}

export function endProcess(pid: number): void {
	try {
		process.kill(pid, "SIGKILL");
	} catch {
		// It has ended by itself.
	}
}

function pidOf(file: string): number | undefined {
	return existsSync(file) ? Number(readFileSync(file, "utf8")) : undefined;
}

function processes(output: string): readonly Process[] {
	const start = output.lastIndexOf("\n[") + 1;
	const list = JSON.parse(output.slice(start)) as {
		name: string;
		pid: number;
		pm2_env: { exec_mode: string; status: string; restart_time: number };
	}[];
	return list.map(({ name, pid, pm2_env }) => ({
		name,
		pid,
		mode: pm2_env.exec_mode,
		status: pm2_env.status,
		restarts: pm2_env.restart_time,
	}));
}
