/** Edits to a workspace edit: versions of open documents, new files, and a word about files that one does not look at. */

import type {
	AnnotatedTextEdit,
	CreateFile,
	TextDocumentEdit,
	WorkspaceEdit,
} from "vscode-languageserver";
import type { Edit } from "../text/edit.ts";
import { basename } from "../text/path.ts";
import { rangeOf } from "./texts.ts";
import { uriOf } from "./uri.ts";

export interface EditOptions {
	readonly textOf: (path: string) => string | undefined;
	/** Of an open document, as the client counts; null for a file that is not open. */
	readonly versionOf: (path: string) => number | null;
	/** The file that the user is looking at. */
	readonly current: string;
	/** Whether the client shows annotations. */
	readonly annotations: boolean;
	/** Whether the client creates files. */
	readonly creates: boolean;
}

/** Undefined where the client can't do what the edits need. */
export function toWorkspaceEdit(
	edits: readonly Edit[],
	options: EditOptions,
): WorkspaceEdit | undefined {
	if (edits.some((edit) => edit.create) && !options.creates) return undefined;
	const paths = [...new Set(edits.map(({ path }) => path))];
	const elsewhere = paths.filter((path) => path !== options.current);
	const documentChanges = paths.flatMap(
		(path): (TextDocumentEdit | CreateFile)[] => {
			const own = edits.filter((edit) => edit.path === path);
			const annotated = options.annotations && elsewhere.includes(path);
			const change: TextDocumentEdit = {
				textDocument: { uri: uriOf(path), version: options.versionOf(path) },
				edits: own.map((edit) => ({
					range: rangeOf(options.textOf(path) ?? "", edit),
					newText: edit.newText,
					...(annotated ? { annotationId: path } : {}),
				})) as AnnotatedTextEdit[],
			};
			const isNew = own.some((edit) => edit.create);
			return isNew
				? [
						{
							kind: "create",
							uri: uriOf(path),
							options: { ignoreIfExists: true },
						},
						change,
					]
				: [change];
		},
	);
	if (!options.annotations || elsewhere.length === 0)
		return { documentChanges };
	const changeAnnotations = Object.fromEntries(
		elsewhere.map((path) => [
			path,
			{ label: `Also change ${basename(path)}`, needsConfirmation: false },
		]),
	);
	return { documentChanges, changeAnnotations };
}
