/** VS Code's server: started on a free port, stopped, and given extensions. */

import { type ChildProcess, execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { vscodeServer } from "./install.ts";

export interface Server {
	/** `http://127.0.0.1:PORT` */
	readonly origin: string;
	stop(): Promise<void>;
}

export interface ServerOptions {
	/** The folder of installHost. */
	readonly host: string;
	/** Where settings, extensions and logs go. */
	readonly data: string;
	readonly env?: Readonly<Record<string, string>>;
	/** What makes a built workbench run a test module; not for people. */
	readonly automated: boolean;
}

export async function startServer({
	host,
	data,
	env = {},
	automated,
}: ServerOptions): Promise<Server> {
	const child = spawn(
		process.execPath,
		[
			join(vscodeServer(host), "out/server-main.js"),
			"--host=127.0.0.1",
			"--port=0",
			"--without-connection-token",
			"--accept-server-license-terms",
			"--disable-telemetry",
			"--disable-workspace-trust",
			`--server-data-dir=${data}`,
			...(automated ? ["--enable-smoke-test-driver"] : []),
		],
		{ env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] },
	);
	return { origin: await originOf(child), stop: () => stop(child) };
}

export async function installExtension(
	host: string,
	data: string,
	vsix: string,
): Promise<void> {
	await promisify(execFile)(process.execPath, [
		join(vscodeServer(host), "out/server-main.js"),
		"--accept-server-license-terms",
		"--disable-telemetry",
		`--server-data-dir=${data}`,
		`--install-extension=${vsix}`,
	]);
}

/** The server says where it listens on its standard output. */
function originOf(child: ChildProcess): Promise<string> {
	return new Promise((found, failed) => {
		let said = "";
		const listen = (chunk: Buffer) => {
			said += chunk;
			const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
			if (port) found(`http://127.0.0.1:${port}`);
		};
		child.stdout?.on("data", listen);
		child.stderr?.on("data", (chunk) => {
			said += chunk;
		});
		child.once("error", failed);
		child.once("exit", (code) =>
			failed(new Error(`VS Code's server ended with ${code}:\n${said}`)),
		);
	});
}

function stop(child: ChildProcess): Promise<void> {
	return new Promise((stopped) => {
		if (child.exitCode !== null || child.signalCode !== null) return stopped();
		child.once("exit", () => stopped());
		child.kill();
	});
}
