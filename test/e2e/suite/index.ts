/** What VS Code runs. */

import assert from "node:assert/strict";
import { extensions } from "vscode";
import { picture, runTests } from "./harness.ts";

export async function run(): Promise<void> {
	await runTests([
		[
			"is there",
			async () => {
				const extension = extensions.getExtension("edgewise.edgewise");
				assert.ok(extension);
				await extension.activate();
				await picture("started");
			},
		],
	]);
}
