/** Edits to a workspace edit: versions of open documents, new files, and a word about files that one does not look at. */

import type {
	AnnotatedTextEdit,
	CreateFile,
	TextDocumentEdit,
	TextEdit,
	WorkspaceEdit,
} from "vscode-languageserver";
import type { Edit } from "../text/edit.ts";
import { basename } from "../text/path.ts";
import type { Context } from "./context.ts";
import { rangeOf } from "./texts.ts";

/** `current`: the file that the user is looking at. Undefined where the client can't do what the edits need. */
export function toWorkspaceEdit(
	edits: readonly Edit[],
	current: string,
	context: Context,
	/** Whether the user is asked before files change that he does not look at. */
	needsConfirmation = false,
): WorkspaceEdit | undefined {
	const { client, uriOf } = context;
	const paths = [...new Set(edits.map(({ path }) => path))];
	const of = (path: string) => edits.filter((edit) => edit.path === path);
	const creates = edits.some((edit) => edit.create);
	if (creates && !(client.documentChanges && client.creates)) return undefined;
	if (!client.documentChanges) {
		return {
			changes: Object.fromEntries(
				paths.map((path) => [
					uriOf(path),
					of(path).map((edit) => toTextEdit(edit, context)),
				]),
			),
		};
	}
	const elsewhere = client.annotations
		? paths.filter((path) => path !== current)
		: [];
	const documentChanges = paths.flatMap((path) =>
		changesOf(path, of(path), elsewhere.includes(path), context),
	);
	if (elsewhere.length === 0) return { documentChanges };
	const changeAnnotations = Object.fromEntries(
		elsewhere.map((path) => [
			path,
			{ label: `Also change ${basename(path)}`, needsConfirmation },
		]),
	);
	return { documentChanges, changeAnnotations };
}

/** An annotation's id is the path that it is about. */
function changesOf(
	path: string,
	edits: readonly Edit[],
	isAnnotated: boolean,
	context: Context,
): readonly (TextDocumentEdit | CreateFile)[] {
	const uri = context.uriOf(path);
	const annotation = isAnnotated ? { annotationId: path } : {};
	const change: TextDocumentEdit = {
		textDocument: { uri, version: context.versionOf(path) ?? null },
		edits: edits.map((edit): TextEdit | AnnotatedTextEdit => ({
			...toTextEdit(edit, context),
			...annotation,
		})),
	};
	if (!edits.some((edit) => edit.create)) return [change];
	return [
		{ kind: "create", uri, options: { ignoreIfExists: true }, ...annotation },
		change,
	];
}

function toTextEdit(edit: Edit, { textOf }: Context): TextEdit {
	return {
		range: rangeOf(textOf(edit.path) ?? "", edit),
		newText: edit.newText,
	};
}
