/** What VS Code runs. */

import { commands, extensions } from "vscode";
import { closeAll } from "./editor.ts";
import { faults } from "./faults.ts";
import { noFindingAnywhere } from "./findings.ts";
import { runTests } from "./harness.ts";
import { mistakes } from "./mistakes.ts";
import { navigation } from "./navigation.ts";
import { nginx } from "./nginx.ts";
import { reading } from "./reading.ts";
import { surroundings } from "./surroundings.ts";
import { writing } from "./writing.ts";

export async function run(): Promise<void> {
	await extensions.getExtension("edgewise.edgewise")?.activate();
	await commands.executeCommand("workbench.action.closeAuxiliaryBar");
	await closeAll();
	const tests = [
		...mistakes,
		...faults,
		...writing,
		...reading,
		...navigation,
		...nginx,
		...surroundings,
	];
	await runTests(tests, async () => {
		await closeAll();
		await noFindingAnywhere();
	});
}
