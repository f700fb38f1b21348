/** One nginx of our own for one configuration: its files in a temporary folder, ended by its pid, nothing left behind. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export const binary = process.env.NGINX ?? "nginx";

export interface RunningNginx {
	/** What it wrote to its error log so far. */
	log(): string;
	/** Writes another configuration and tells it to reload; what it then says. */
	reload(http: string): Promise<string>;
	end(): Promise<void>;
}

/** `nginx -t`: its messages, without times, files and lines. */
export function ask(http: string): { accepted: boolean; said: string[] } {
	return inFolder((folder) => {
		const path = write(folder, http);
		const run = spawnSync(
			binary,
			["-t", "-p", folder, "-c", path, "-g", globals(folder)],
			{ encoding: "utf8" },
		);
		if (run.error) throw run.error;
		const said = [...run.stderr.matchAll(/\[(emerg|warn)\] [\d#]+: (.*)/g)].map(
			([, level, text = ""]) =>
				`${level}: ${text.replaceAll(folder, "").replace(/ in \/nginx\.conf:\d+$/, "")}`,
		);
		return { accepted: run.status === 0, said };
	});
}

/** Waits until it listens on the port. */
export async function start(http: string, port: number): Promise<RunningNginx> {
	const folder = mkdtempSync(join(tmpdir(), "edgewise-nginx-"));
	const path = write(folder, http);
	const child = spawn(
		binary,
		["-p", folder, "-c", path, "-g", `${globals(folder)} daemon off;`],
		{ stdio: "ignore" },
	);
	try {
		await listens(port, child);
	} catch (error) {
		child.kill("SIGTERM");
		rmSync(folder, { recursive: true });
		throw error;
	}
	const log = () => readFileSync(join(folder, "error.log"), "utf8");
	return {
		log,
		async reload(next) {
			const before = log().length;
			write(folder, next);
			child.kill("SIGHUP");
			await sleep(700);
			return log().slice(before);
		},
		async end() {
			const ended = new Promise((resolve) => child.once("exit", resolve));
			child.kill("SIGTERM");
			await ended;
			rmSync(folder, { recursive: true });
		},
	};
}

function inFolder<T>(run: (folder: string) => T): T {
	const folder = mkdtempSync(join(tmpdir(), "edgewise-nginx-"));
	try {
		return run(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function write(folder: string, http: string): string {
	const path = join(folder, "nginx.conf");
	writeFileSync(
		path,
		`events {}\nhttp {\naccess_log off;\nclient_body_temp_path ${folder}/body;\nproxy_temp_path ${folder}/proxy;\nfastcgi_temp_path ${folder}/fastcgi;\nuwsgi_temp_path ${folder}/uwsgi;\nscgi_temp_path ${folder}/scgi;\n${http}\n}\n`,
	);
	return path;
}

/** As root it would become nobody, who may not enter the folder. */
function globals(folder: string): string {
	const user = process.getuid?.() === 0 ? "user root;" : "";
	return `error_log ${folder}/error.log info; pid ${folder}/nginx.pid; worker_processes 1; ${user}`;
}

async function listens(port: number, child: ChildProcess): Promise<void> {
	for (let attempt = 0; attempt < 100; attempt++) {
		if (child.exitCode !== null) throw new Error("nginx ended at once");
		const isOpen = await new Promise<boolean>((resolve) => {
			const socket = connect(port, "127.0.0.1");
			socket.once("connect", () => {
				socket.destroy();
				resolve(true);
			});
			socket.once("error", () => resolve(false));
		});
		if (isOpen) return;
		await sleep(50);
	}
	throw new Error(`nginx does not listen on ${port}`);
}
