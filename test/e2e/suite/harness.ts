/** Tests inside VS Code: a list of names and functions, each reported as it ends. No framework runs there. */

import type { Picture, Report } from "./messages.ts";

export type Test = readonly [name: string, run: () => Promise<void>];

/** In order, `after` following each; rejects when one failed. */
export async function runTests(
	tests: readonly Test[],
	after: () => Promise<void>,
): Promise<void> {
	let failed = 0;
	for (const [name, run] of tests) {
		const failure = await failureOf(run());
		if (failure !== undefined) {
			failed++;
			await picture(`failed - ${name}`);
		}
		await call("/report", { name, failure } satisfies Report);
		await after();
	}
	if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed`);
}

/**
 * What a person sees, kept for people to look at. The host waits until the element at the end of
 * `selectors` (CSS) is visible, in the frames that the others name; without a camera it does nothing.
 */
export async function picture(
	name: string,
	...selectors: readonly string[]
): Promise<void> {
	await call("/picture", { name, selectors } satisfies Picture);
}

/** Whether the host sees the screen, and so can wait for what appears on it. */
export const hasScreen = process.env.EDGEWISE_E2E_SCREEN === "yes";

async function failureOf(run: Promise<void>): Promise<string | undefined> {
	try {
		await run;
		return undefined;
	} catch (error) {
		return error instanceof Error ? `${error.stack}` : String(error);
	}
}

async function call(path: string, message: Report | Picture): Promise<void> {
	const response = await fetch(`${process.env.EDGEWISE_E2E}${path}`, {
		method: "POST",
		body: JSON.stringify(message),
	});
	if (!response.ok) throw new Error(await response.text());
}
