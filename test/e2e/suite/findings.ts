/** What Edgewise says of a file, and what its lightbulb offers. */

import assert from "node:assert/strict";
import {
	type CodeAction,
	CodeActionKind,
	commands,
	type Diagnostic,
	languages,
	type TextEditor,
	workspace,
} from "vscode";
import { select, uriOf } from "./editor.ts";
import { hasScreen, picture, show } from "./host.ts";
import { until } from "./until.ts";

/** The file need not be open. */
export function findings(path: string): readonly Diagnostic[] {
	return languages
		.getDiagnostics(uriOf(path))
		.filter(({ source }) => source === "edgewise");
}

export function ruleOf({ code }: Diagnostic): string {
	return String(typeof code === "object" ? code.value : code);
}

/** Waits until the rule says something about the file. */
export function finding(path: string, rule: string): Promise<Diagnostic> {
	return until(
		languages.onDidChangeDiagnostics,
		() => findings(path).find((each) => ruleOf(each) === rule),
		() => `${rule} in ${path}; there is ${told(path)}`,
	);
}

/** Waits until there is nothing to say about the file. */
export async function noFinding(path: string): Promise<void> {
	await until(
		languages.onDidChangeDiagnostics,
		() => (findings(path).length === 0 ? true : undefined),
		() => `the end of ${told(path)} in ${path}`,
	);
}

/** Waits until there is nothing to say about any file. */
export async function noFindingAnywhere(): Promise<void> {
	await until(
		languages.onDidChangeDiagnostics,
		() => (everything().length === 0 ? true : undefined),
		() => `the end of ${everything().join(" / ")}`,
	);
}

/** Chooses the preferred fix from the lightbulb's menu, and says which it was. */
export async function repair(
	editor: TextEditor,
	diagnostic: Diagnostic,
	pictureName: string,
): Promise<string> {
	const [preferred] = (await quickFixes(editor, diagnostic)).filter(
		({ isPreferred }) => isPreferred,
	);
	assert.ok(preferred, "no fix is preferred");
	select(editor, diagnostic.range);
	if (hasScreen) {
		await show("editor.action.quickFix", ".action-widget");
		await picture(pictureName);
		await commands.executeCommand("acceptSelectedCodeAction");
	} else {
		assert.ok(preferred.edit);
		await workspace.applyEdit(preferred.edit);
	}
	return preferred.title;
}

export async function quickFixes(
	editor: TextEditor,
	{ range }: Diagnostic,
): Promise<readonly CodeAction[]> {
	return commands.executeCommand<CodeAction[]>(
		"vscode.executeCodeActionProvider",
		editor.document.uri,
		range,
		CodeActionKind.QuickFix.value,
	);
}

function everything(): readonly string[] {
	return languages
		.getDiagnostics()
		.flatMap(([{ path }, all]) =>
			all
				.filter(({ source }) => source === "edgewise")
				.map((each) => `${ruleOf(each)} in ${path}`),
		);
}

function told(path: string): string {
	const all = findings(path).map((each) => `${ruleOf(each)}: ${each.message}`);
	return all.length > 0 ? all.join(" / ") : "no finding";
}
