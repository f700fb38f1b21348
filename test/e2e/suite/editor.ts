/** An editor as a person uses it: opens files of the workspace, puts the cursor somewhere, types. */

import assert from "node:assert/strict";
import {
	commands,
	type Position,
	Range,
	Selection,
	type TextDocument,
	type TextEditor,
	Uri,
	window,
	workspace,
} from "vscode";

/** Paths count from the workspace's folder. */
export function uriOf(path: string): Uri {
	const [folder] = workspace.workspaceFolders ?? [];
	assert.ok(folder, "no folder is open");
	return Uri.joinPath(folder.uri, path);
}

export async function open(path: string): Promise<TextEditor> {
	return window.showTextDocument(await workspace.openTextDocument(uriOf(path)));
}

/** Where the text stands for the only time; with `after`, for the first time behind that. */
export function rangeOf(
	document: TextDocument,
	text: string,
	after?: string,
): Range {
	const all = document.getText();
	const from = after === undefined ? 0 : all.indexOf(after) + after.length;
	const start = all.indexOf(text, from);
	assert.ok(start >= 0, `${text} is not in ${document.fileName}`);
	if (after === undefined)
		assert.equal(all.lastIndexOf(text), start, `${text} stands there twice`);
	return new Range(
		document.positionAt(start),
		document.positionAt(start + text.length),
	);
}

export function select(editor: TextEditor, range: Range): void {
	editor.selection = new Selection(range.start, range.end);
	editor.revealRange(range);
}

export function putCursor(editor: TextEditor, position: Position): void {
	select(editor, new Range(position, position));
}

/** As if typed, over what is selected: brackets close and lines indent by themselves. */
export async function type(text: string): Promise<void> {
	await commands.executeCommand("type", { text });
}

/** Opens an empty line below the one where the range ends. */
export async function openLineBelow(
	editor: TextEditor,
	range: Range,
): Promise<void> {
	putCursor(editor, range.end);
	await commands.executeCommand("editor.action.insertLineAfter");
}

/** All documents are as they are on the disk, and no editor is open. */
export async function closeAll(): Promise<void> {
	for (const document of workspace.textDocuments) {
		if (!document.isDirty) continue;
		await window.showTextDocument(document);
		await commands.executeCommand("workbench.action.files.revert");
	}
	await commands.executeCommand("workbench.action.closeAllEditors");
}
