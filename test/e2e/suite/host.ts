/** The host, outside of VS Code: it collects reports, and sees the screen where there is one. */

import assert from "node:assert/strict";
import { commands } from "vscode";
import type { Look, Picture, Report, Selectors } from "./messages.ts";

/** Whether the host sees the screen; where it does not, it takes no pictures and sees nothing. */
export const hasScreen = process.env.EDGEWISE_E2E_SCREEN === "yes";

export async function report(message: Report): Promise<void> {
	await call("/report", message);
}

/** What a person sees once the element is there, kept for people to look at. */
export async function picture(
	name: string,
	...selectors: Selectors
): Promise<void> {
	if (!hasScreen) return;
	if (selectors.length > 0)
		assert.ok(
			await sees(selectors, 20_000),
			`${selectors.at(-1)} is not there`,
		);
	await call("/picture", { name } satisfies Picture);
}

/**
 * Runs the command until what it shows is there. VS Code drops a menu that is about to open when
 * it looks for fixes or suggestions by itself, as it does a little after each edit.
 */
export async function show(
	command: string,
	...selectors: Selectors
): Promise<void> {
	for (let attempt = 0; attempt < 5; attempt++) {
		await commands.executeCommand(command);
		if (await sees(selectors, 4_000)) return;
	}
	assert.fail(`${command} does not show ${selectors.at(-1)}`);
}

async function sees(selectors: Selectors, patience: number): Promise<boolean> {
	const answer = await call("/look", { selectors, patience } satisfies Look);
	return answer === "true";
}

async function call(
	path: string,
	message: Report | Look | Picture,
): Promise<string> {
	const response = await fetch(`${process.env.EDGEWISE_E2E}${path}`, {
		method: "POST",
		body: JSON.stringify(message),
	});
	const answer = await response.text();
	if (!response.ok) throw new Error(answer);
	return answer;
}
