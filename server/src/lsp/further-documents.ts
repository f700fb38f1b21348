/**
 * Which documents the client sends is decided by their names; what a file is, by who loads it.
 * For files of projects whose names say nothing (`include proxy_params;`, `env_file: web.vars`)
 * the client is asked to send them too, and to ask about them.
 */

import picomatch from "picomatch";
import {
	BulkRegistration,
	CodeActionRequest,
	CompletionRequest,
	type Connection,
	DefinitionRequest,
	DidChangeTextDocumentNotification,
	DidCloseTextDocumentNotification,
	DidOpenTextDocumentNotification,
	HoverRequest,
	type ServerCapabilities,
	TextDocumentSyncKind,
} from "vscode-languageserver";
import { toNative } from "../session/node-file-system.ts";
import type { Client } from "./client.ts";

/** To be called with the files of projects, whenever there may be new ones among them. */
export type FurtherDocuments = (paths: Iterable<string>) => Promise<void>;

/** `capabilities`: what the server offers for every document. */
export function createFurtherDocuments(
	connection: Connection,
	{ documents, registersDocuments }: Client,
	capabilities: Pick<
		ServerCapabilities,
		"codeActionProvider" | "completionProvider"
	>,
): FurtherDocuments {
	if (!documents || !registersDocuments) return async () => {};
	const isSent = picomatch([...documents], { dot: true, windows: false });
	const seen = new Set<string>();
	return async (paths) => {
		const unseen = [...paths].filter((path) => !seen.has(path));
		for (const path of unseen) seen.add(path);
		const fresh = unseen.filter((path) => !isSent(path.slice(1)));
		if (fresh.length === 0) return;
		// Each path once, and for good: a client that has two of them for a document sends its edits twice.
		const options = {
			documentSelector: fresh.map((path) => ({
				scheme: "file",
				pattern: toNative(path),
			})),
		};
		const wanted = BulkRegistration.create();
		wanted.add(DidCloseTextDocumentNotification.type, options);
		wanted.add(DidChangeTextDocumentNotification.type, {
			...options,
			syncKind: TextDocumentSyncKind.Incremental,
		});
		wanted.add(HoverRequest.type, options);
		wanted.add(DefinitionRequest.type, options);
		wanted.add(CodeActionRequest.type, {
			...options,
			...objectOf(capabilities.codeActionProvider),
		});
		wanted.add(CompletionRequest.type, {
			...options,
			...capabilities.completionProvider,
		});
		// Last: what is open already is sent at once.
		wanted.add(DidOpenTextDocumentNotification.type, options);
		await connection.client.register(wanted);
	};
}

function objectOf<T extends object>(
	value: T | boolean | undefined,
): T | undefined {
	return typeof value === "object" ? value : undefined;
}
