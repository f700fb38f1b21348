/** What VS Code runs. */

import { commands, extensions } from "vscode";
import { closeAll } from "./editor.ts";
import { noFindingAnywhere } from "./findings.ts";
import { runTests } from "./harness.ts";
import { mistakes } from "./mistakes.ts";

export async function run(): Promise<void> {
	await extensions.getExtension("edgewise.edgewise")?.activate();
	await commands.executeCommand("workbench.action.closeAuxiliaryBar");
	await closeAll();
	await runTests(mistakes, async () => {
		await closeAll();
		await noFindingAnywhere();
	});
}
