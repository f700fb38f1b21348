/** Fixes to code actions. */

import {
	type CodeAction,
	CodeActionKind,
	type Diagnostic,
} from "vscode-languageserver";
import type { Fix } from "../rules/rule.ts";
import type { Edit } from "../text/edit.ts";
import type { Context } from "./context.ts";
import { toWorkspaceEdit } from "./workspace-edit.ts";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.edgewise`;

/** `current`: the file that the user is looking at. Undefined for a fix that has nothing to change at the moment, or that the client can't make. */
export function toQuickFix(
	fix: Fix,
	diagnostic: Diagnostic,
	current: string,
	context: Context,
): CodeAction | undefined {
	const edits = fix.edits();
	const edit =
		edits.length > 0 ? toWorkspaceEdit(edits, current, context) : undefined;
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

/** Undefined where there is nothing to fix. */
export function toFixAll(
	edits: readonly Edit[],
	current: string,
	context: Context,
): CodeAction | undefined {
	const edit =
		edits.length > 0 ? toWorkspaceEdit(edits, current, context) : undefined;
	return (
		edit && {
			title: "Apply all safe fixes of Edgewise",
			kind: fixAllKind,
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
