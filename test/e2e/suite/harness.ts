/** Tests inside VS Code: a list of names and functions, each reported as it ends. No framework runs there. */

import { picture, report } from "./host.ts";

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
		await report({ name, failure });
		await after();
	}
	if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed`);
}

async function failureOf(run: Promise<void>): Promise<string | undefined> {
	try {
		await run;
		return undefined;
	} catch (error) {
		return error instanceof Error ? `${error.stack}` : String(error);
	}
}
