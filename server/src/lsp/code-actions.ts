/** Fixes to code actions. */

import {
	type CodeAction,
	CodeActionKind,
	type CodeActionParams,
} from "vscode-languageserver";
import { fixesOfFile } from "../session/fix-file.ts";
import { fixesAt, type OfferedFix } from "../session/fixes.ts";
import type { CheckedProject } from "../session/projects.ts";
import type { Span } from "../text/place.ts";
import type { Snapshot } from "../topology/snapshot.ts";
import { type Context, within } from "./context.ts";
import { toDiagnostic } from "./diagnostics.ts";
import { toWorkspaceEdit } from "./workspace-edit.ts";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.edgewise`;

/** Where it is asked: the file that the user looks at, and the projects that read it. */
export interface Asked {
	readonly path: string;
	readonly checked: readonly CheckedProject[];
}

export function codeActions(
	{ path, checked }: Asked,
	span: Span,
	{ only }: CodeActionParams["context"],
	snapshot: Snapshot,
	context: Context,
): CodeAction[] {
	const quickFixes = wants(only, CodeActionKind.QuickFix)
		? fixesAt(checked, path, span).map((offered) =>
				toQuickFix(offered, path, context),
			)
		: [];
	// Trying out all fixes takes time: only for whoever asks for just that.
	const all =
		only && wants(only, fixAllKind)
			? toFixAll({ path, checked }, snapshot, context)
			: undefined;
	return [...quickFixes, all].filter((action) => action !== undefined);
}

/** Undefined for a fix that has nothing to change at the moment, or that the client can't make. */
function toQuickFix(
	{ finding, fix, project }: OfferedFix,
	path: string,
	context: Context,
): CodeAction | undefined {
	const edits = fix.edits();
	const edit =
		edits.length > 0 ? toWorkspaceEdit(edits, path, context) : undefined;
	return (
		edit && {
			title: fix.title,
			kind: CodeActionKind.QuickFix,
			diagnostics: [toDiagnostic(finding, within(project, context))],
			...(fix.preferred ? { isPreferred: true } : {}),
			edit,
		}
	);
}

/** Undefined where there is nothing to fix. */
function toFixAll(
	{ path, checked }: Asked,
	snapshot: Snapshot,
	context: Context,
): CodeAction | undefined {
	const edits = fixesOfFile(checked, snapshot, path);
	const edit =
		edits.length > 0 ? toWorkspaceEdit(edits, path, context) : undefined;
	return (
		edit && {
			title: "Apply all safe fixes of Edgewise",
			kind: fixAllKind,
			edit,
		}
	);
}

/** Whether the client asked for actions of this kind; it asks for a kind by any of its beginnings. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
	return (
		only === undefined ||
		only.some((each) => kind === each || kind.startsWith(`${each}.`))
	);
}
