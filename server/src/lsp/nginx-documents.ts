/**
 * Formatting, folding and selections of nginx files. The client is told that they are for nginx
 * alone: the other files that Edgewise reads have formatters of their own.
 */

import {
	type Connection,
	DocumentFormattingRequest,
	DocumentOnTypeFormattingRequest,
	DocumentRangeFormattingRequest,
	FoldingRangeKind,
	FoldingRangeRequest,
	type FormattingOptions,
	type SelectionRange,
	SelectionRangeRequest,
	type TextEdit,
} from "vscode-languageserver";
import { formatClosedBlock, formatNginx } from "../features/nginx-format.ts";
import { foldsOf, selectionsAt } from "../features/nginx-ranges.ts";
import type { Indentation } from "../languages/nginx/format/indentation.ts";
import { parseNginx } from "../languages/nginx/parse.ts";
import type { Edit } from "../text/edit.ts";
import type { Client } from "./client.ts";
import type { AskedAt } from "./navigation.ts";
import { rangeOf } from "./texts.ts";

const documentSelector = [{ language: "nginx" }, { language: "NGINX" }];
const onType = { firstTriggerCharacter: "}" };

/** For a client that takes no wishes; it then asks about every file, and is answered about nginx's. */
export const nginxCapabilities = {
	documentFormattingProvider: true,
	documentRangeFormattingProvider: true,
	documentOnTypeFormattingProvider: onType,
	foldingRangeProvider: true,
	selectionRangeProvider: true,
};

export async function registerNginxDocuments(
	connection: Connection,
	client: Client,
): Promise<void> {
	if (!client.registersNginxDocuments) return;
	const options = { documentSelector };
	await Promise.all([
		connection.client.register(DocumentFormattingRequest.type, options),
		connection.client.register(DocumentRangeFormattingRequest.type, options),
		connection.client.register(DocumentOnTypeFormattingRequest.type, {
			...options,
			...onType,
		}),
		connection.client.register(FoldingRangeRequest.type, options),
		connection.client.register(SelectionRangeRequest.type, options),
	]);
}

export function answerNginxDocuments(
	connection: Connection,
	at: (params: {
		readonly textDocument: { readonly uri: string };
	}) => Promise<AskedAt | undefined>,
): void {
	const nginx = async (params: {
		readonly textDocument: { readonly uri: string };
	}) => {
		const asked = await at(params);
		const isNginx =
			asked &&
			(/^nginx$/i.test(asked.document.languageId) ||
				asked.loadings.some(({ files }) =>
					files.some(
						({ path, role }) => path === asked.path && role === "nginx",
					),
				));
		if (!isNginx) return undefined;
		return { ...asked, text: asked.document.getText() };
	};

	connection.onDocumentFormatting(async (params) => {
		const asked = await nginx(params);
		return (
			asked &&
			toTextEdits(
				asked.text,
				formatNginx(asked.path, asked.text, indentationOf(params.options)),
			)
		);
	});
	connection.onDocumentRangeFormatting(async (params) => {
		const asked = await nginx(params);
		if (!asked) return null;
		const { path, text, document } = asked;
		const within = {
			start: document.offsetAt(params.range.start),
			end: document.offsetAt(params.range.end),
		};
		return toTextEdits(
			text,
			formatNginx(path, text, indentationOf(params.options), within),
		);
	});
	connection.onDocumentOnTypeFormatting(async (params) => {
		const asked = await nginx(params);
		if (!asked) return null;
		const { path, text, document } = asked;
		const offset = document.offsetAt(params.position);
		return toTextEdits(
			text,
			formatClosedBlock(path, text, offset, indentationOf(params.options)),
		);
	});
	connection.onFoldingRanges(async (params) => {
		const asked = await nginx(params);
		if (!asked) return null;
		return foldsOf(parseNginx(asked.path, asked.text), asked.text).map(
			({ kind, ...span }) => {
				const { start, end } = rangeOf(asked.text, span);
				return {
					startLine: start.line,
					// The line with the `}` stays.
					endLine:
						kind === "block" ? Math.max(start.line, end.line - 1) : end.line,
					...(kind === "block" ? {} : { kind: foldKinds[kind] }),
				};
			},
		);
	});
	connection.onSelectionRanges(async (params) => {
		const asked = await nginx(params);
		if (!asked) return null;
		const tree = parseNginx(asked.path, asked.text);
		return params.positions.map((position) => {
			const spans = selectionsAt(
				tree,
				asked.text,
				asked.document.offsetAt(position),
			);
			return (
				spans.reduceRight<SelectionRange | undefined>(
					(parent, span) => ({
						range: rangeOf(asked.text, span),
						...(parent ? { parent } : {}),
					}),
					undefined,
				) ?? { range: { start: position, end: position } }
			);
		});
	});
}

const foldKinds = {
	comment: FoldingRangeKind.Comment,
	region: FoldingRangeKind.Region,
} as const;

function indentationOf({
	tabSize,
	insertSpaces,
}: FormattingOptions): Indentation {
	return { size: Math.max(1, tabSize), tabs: !insertSpaces };
}

function toTextEdits(text: string, edits: readonly Edit[]): TextEdit[] {
	return edits.map((edit) => ({
		range: rangeOf(text, edit),
		newText: edit.newText,
	}));
}
