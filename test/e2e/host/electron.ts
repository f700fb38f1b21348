/** Runs a test module in the desktop's VS Code, which @vscode/test-electron downloads. */

import { execFile } from "node:child_process";
import { join } from "node:path";
import { Writable } from "node:stream";
import { promisify } from "node:util";
import {
	downloadAndUnzipVSCode,
	resolveCliArgsFromVSCodeExecutablePath,
	runTests,
	TestRunFailedError,
} from "@vscode/test-electron";
import { openLine } from "./line.ts";
import { type Result, type Run, within } from "./run.ts";

/** Without pictures: nothing outside the window can take them. */
export async function runInElectron(run: Run): Promise<Result> {
	const vscodeExecutablePath = await downloadAndUnzipVSCode();
	const folders = [
		`--user-data-dir=${join(run.scratch, "user")}`,
		`--extensions-dir=${join(run.scratch, "extensions")}`,
	];
	if (run.vsix) {
		const [cli = "code", ...args] =
			resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath);
		const own = args.filter(
			(arg) => !/^--(user-data|extensions)-dir/.test(arg),
		);
		await promisify(execFile)(
			cli,
			[...own, ...folders, `--install-extension=${run.vsix}`],
			{ shell: process.platform === "win32" },
		);
	}
	const line = await openLine();
	const said: string[] = [];
	const log = () => said.join("");
	const stdout = new Writable({
		write(chunk, _, done) {
			said.push(String(chunk));
			done();
		},
	});
	try {
		const running = runTests({
			vscodeExecutablePath,
			extensionDevelopmentPath: run.extension,
			extensionTestsPath: run.suite,
			extensionTestsEnv: line.env,
			launchArgs: [run.workspace, "--disable-workspace-trust", ...folders],
			stdout,
			stderr: stdout,
		});
		const code = await within(running, log).catch(codeOf);
		return { code, reports: line.reports, log: log() };
	} finally {
		await line.close();
	}
}

/** A suite that failed is an answer, anything else is not. */
function codeOf(error: unknown): number {
	if (error instanceof TestRunFailedError) return error.code ?? 1;
	throw error;
}
