/** Tests inside VS Code: a list of names and functions, each reported as it ends. No framework runs there. */

import { commands } from "vscode";
import type { Report } from "./report.ts";

export type Test = readonly [name: string, run: () => Promise<void>];

/** In order; rejects when one failed. */
export async function runTests(tests: readonly Test[]): Promise<void> {
	let failed = 0;
	for (const [name, run] of tests) {
		const failure = await run().then(
			() => undefined,
			(error) => String(error?.stack ?? error),
		);
		if (failure !== undefined) {
			failed++;
			await picture(`failed ${name}`);
		}
		await report({ name, ...(failure === undefined ? {} : { failure }) });
		await commands.executeCommand("workbench.action.closeAllEditors");
	}
	if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed`);
}

/** What a person would see now, where the host can take pictures. */
export async function picture(name: string): Promise<void> {
	await call(`/picture?name=${encodeURIComponent(name)}`);
}

async function report(report: Report): Promise<void> {
	await call("/report", JSON.stringify(report));
}

async function call(path: string, body?: string): Promise<void> {
	const response = await fetch(
		`${process.env.EDGEWISE_E2E}${path}`,
		body === undefined ? {} : { method: "POST", body },
	);
	if (!response.ok) throw new Error(await response.text());
}
