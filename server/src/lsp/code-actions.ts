/** Fixes to code actions. */

import {
	type CodeAction,
	CodeActionKind,
	type Diagnostic,
} from "vscode-languageserver";
import type { Fix } from "../rules/rule.ts";
import { type EditOptions, toWorkspaceEdit } from "./workspace-edit.ts";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.edgewise`;

/** Undefined for a fix that has nothing to change at the moment, or that the client can't make. */
export function toQuickFix(
	fix: Fix,
	diagnostic: Diagnostic,
	options: EditOptions,
): CodeAction | undefined {
	const edits = fix.edits();
	const edit = edits.length > 0 ? toWorkspaceEdit(edits, options) : undefined;
	return (
		edit && {
			title: fix.title,
			kind: CodeActionKind.QuickFix,
			diagnostics: [diagnostic],
			...(fix.preferred ? { isPreferred: true } : {}),
			edit,
		}
	);
}

/** Whether the client asked for actions of this kind; it asks for a kind by any of its beginnings. */
export function wants(
	only: readonly string[] | undefined,
	kind: string,
): boolean {
	return (
		only === undefined ||
		only.some((each) => kind === each || kind.startsWith(`${each}.`))
	);
}
