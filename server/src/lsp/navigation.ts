/** Symbols, references, renaming, hints, lenses, outline and links: from the features to LSP. */

import {
	type CodeLens,
	type Connection,
	type DocumentHighlight,
	DocumentHighlightKind,
	type DocumentLink,
	type DocumentSymbol,
	type InlayHint,
	type Location,
	type Position,
	type Range,
	ResponseError,
	SymbolKind,
	type WorkspaceSymbol,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { codeLenses } from "../features/code-lenses.ts";
import { inlayHints } from "../features/inlay-hints.ts";
import { links } from "../features/links.ts";
import { findNames, type OutlineItem, outline } from "../features/outline.ts";
import { fixed, rename } from "../features/rename.ts";
import { type SymbolAt, symbolAt } from "../features/symbol-at.ts";
import { showReferencesCommand } from "../protocol.ts";
import { findingsIn } from "../session/findings.ts";
import type { CheckedProject } from "../session/projects.ts";
import type { Place } from "../text/place.ts";
import type { Project } from "../topology/model.ts";
import type { Context } from "./context.ts";
import { rangeOf } from "./texts.ts";
import { toWorkspaceEdit } from "./workspace-edit.ts";

/** Where a request points to, with the projects of the newest text. */
export interface AskedAt {
	readonly path: string;
	readonly document: TextDocument;
	readonly checked: readonly CheckedProject[];
	/** The projects, as each command loads them, that read the file. */
	readonly loadings: readonly Project[];
}

interface About {
	readonly textDocument: { readonly uri: string };
}

export function answerNavigation(
	connection: Connection,
	context: Context,
	at: (params: About) => Promise<AskedAt | undefined>,
	all: () => readonly CheckedProject[],
): void {
	const symbol = async (
		params: About & { readonly position: Position },
	): Promise<(AskedAt & SymbolAt & { project: Project }) | undefined> => {
		const asked = await at(params);
		const offset = asked?.document.offsetAt(params.position) ?? 0;
		for (const project of asked?.loadings ?? []) {
			const found = asked && symbolAt(project, asked.path, offset);
			if (found) return { ...asked, ...found, project };
		}
		return undefined;
	};
	const location = (place: Place): Location[] => {
		const text = context.textOf(place.path);
		return text === undefined
			? []
			: [{ uri: context.uriOf(place.path), range: rangeOf(text, place) }];
	};

	connection.onReferences(async (params) => {
		const found = await symbol(params);
		return found?.symbol.occurrences
			.filter(
				({ isDefinition }) =>
					params.context.includeDeclaration || !isDefinition,
			)
			.flatMap((occurrence) => location(occurrence.at));
	});
	connection.onDocumentHighlight(async (params) => {
		const found = await symbol(params);
		return found?.symbol.occurrences
			.filter((occurrence) => occurrence.at.path === found.path)
			.map(
				(occurrence): DocumentHighlight => ({
					range: rangeOf(found.document.getText(), occurrence.at),
					kind: occurrence.isDefinition
						? DocumentHighlightKind.Write
						: DocumentHighlightKind.Read,
				}),
			);
	});
	connection.onPrepareRename(async (params) => {
		const found = await symbol(params);
		if (!found) return null;
		const reason = fixed(found.symbol);
		if (reason !== undefined) throw new ResponseError(requestFailed, reason);
		return {
			range: rangeOf(found.document.getText(), found.occurrence.at),
			placeholder: found.symbol.name,
		};
	});
	connection.onRenameRequest(async (params) => {
		const found = await symbol(params);
		if (!found) return null;
		const offset = found.document.offsetAt(params.position);
		const renamed = rename(found.project, found.path, offset, params.newName);
		if (renamed?.kind === "refused")
			throw new ResponseError(requestFailed, renamed.reason);
		return renamed
			? (toWorkspaceEdit(renamed.edits, found.path, context, true) ?? null)
			: null;
	});

	connection.languages.inlayHint.on(async (params) => {
		const asked = await at(params);
		if (!asked) return [];
		const { document, path, loadings } = asked;
		const span = {
			start: document.offsetAt(params.range.start),
			end: document.offsetAt(params.range.end),
		};
		return loadings.slice(0, 1).flatMap((project) =>
			inlayHints(project, path, span).map(
				({ offset, label, tooltip }): InlayHint => ({
					position: document.positionAt(offset),
					label,
					tooltip: { kind: "markdown", value: tooltip },
				}),
			),
		);
	});
	connection.onCodeLens(async (params) => {
		const asked = await at(params);
		if (!asked) return [];
		const { path, checked, loadings, document } = asked;
		const findings = checked.flatMap((project) =>
			[...project.files.keys()].flatMap((file) =>
				findingsIn([project], file).map(({ finding }) => finding),
			),
		);
		return loadings.slice(0, 1).flatMap((project) =>
			project.settings.codeLens
				? codeLenses(project, path, findings).map(
						({ at, title, references }): CodeLens => {
							const range = rangeOf(document.getText(), at);
							return {
								range,
								command: {
									title,
									command: showReferencesCommand,
									arguments: [
										context.uriOf(path),
										range.start,
										references.flatMap(location),
									],
								},
							};
						},
					)
				: [],
		);
	});

	connection.onDocumentSymbol(async (params) => {
		const asked = await at(params);
		const isNginx = asked?.loadings.some(
			({ files }) =>
				files.find(({ path }) => path === asked.path)?.role === "nginx",
		);
		const text = asked?.document.getText() ?? "";
		return asked && isNginx
			? outline(asked.path, text).map((item) => toSymbol(item, text))
			: [];
	});
	connection.onWorkspaceSymbol(({ query }) =>
		findNames(
			all().map(({ project }) => project),
			query,
		).flatMap(({ name, kind, at, project }): WorkspaceSymbol[] =>
			location(at).map((found) => ({
				name,
				kind: kinds[kind],
				containerName: project,
				location: found,
			})),
		),
	);
	connection.onDocumentLinks(async (params) => {
		const asked = await at(params);
		const found = asked?.loadings.flatMap((project) =>
			links(project, asked.path),
		);
		return found?.map(
			({ at, target }): DocumentLink => ({
				range: rangeOf(asked?.document.getText() ?? "", at),
				target: context.uriOf(target),
			}),
		);
	});
}

/** LSP 3.17: the request was valid, and can't be done. */
const requestFailed = -32803;

const kinds = {
	block: SymbolKind.Namespace,
	server: SymbolKind.Class,
	upstream: SymbolKind.Interface,
	location: SymbolKind.Method,
	service: SymbolKind.Module,
	app: SymbolKind.Function,
	zone: SymbolKind.Object,
	"log-format": SymbolKind.String,
	"named-location": SymbolKind.Method,
	variable: SymbolKind.Variable,
} as const;

function toSymbol(item: OutlineItem, text: string): DocumentSymbol {
	const range: Range = rangeOf(text, item.at);
	return {
		name: item.name,
		detail: item.detail,
		kind: kinds[item.kind],
		range,
		selectionRange: rangeOf(text, item.nameAt),
		children: item.children.map((child) => toSymbol(child, text)),
	};
}
