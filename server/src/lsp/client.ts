/** What the client said of itself at the start, as far as an answer depends on it. */

import type { InitializeParams } from "vscode-languageserver";
import type { InitializationOptions } from "../protocol.ts";
import { pathOf } from "./uri.ts";

export interface Client {
	readonly roots: readonly string[];
	/** The address of a rule's page; undefined: the client has none to show. */
	readonly rulePage: (rule: string) => string | undefined;
	/** Globs of the files whose documents it sends; undefined: that is its own affair. */
	readonly documents: readonly string[] | undefined;
	readonly registersDocuments: boolean;
	readonly relatedInformation: boolean;
	readonly definitionLinks: boolean;
	/** Whether edits may come with versions and new files; else they are plain. */
	readonly documentChanges: boolean;
	readonly annotations: boolean;
	readonly creates: boolean;
	/** Whether it can be asked for settings. */
	readonly configuration: boolean;
	readonly registersConfiguration: boolean;
	readonly registersWatchers: boolean;
	/** Whether it can be told that formatting and the like are for nginx alone. */
	readonly registersNginxDocuments: boolean;
	readonly workspaceFolders: boolean;
	readonly refreshesHints: boolean;
	readonly refreshesLenses: boolean;
}

export function readClient(params: InitializeParams): Client {
	const { capabilities, workspaceFolders, rootUri } = params;
	const { workspace, textDocument } = capabilities;
	const options = params.initializationOptions as
		| InitializationOptions
		| undefined;
	const edit = workspace?.workspaceEdit;
	const folders = workspaceFolders?.map(({ uri }) => uri) ?? [rootUri ?? ""];
	return {
		roots: folders.flatMap((uri) => pathOf(uri) ?? []),
		rulePage: (rule) => options?.rulePage?.replace("RULE", rule),
		documents: options?.documents,
		registersDocuments:
			textDocument?.synchronization?.dynamicRegistration === true,
		relatedInformation:
			textDocument?.publishDiagnostics?.relatedInformation === true,
		definitionLinks: textDocument?.definition?.linkSupport === true,
		documentChanges: edit?.documentChanges === true,
		annotations: edit?.changeAnnotationSupport !== undefined,
		creates: edit?.resourceOperations?.includes("create") === true,
		configuration: workspace?.configuration === true,
		registersConfiguration:
			workspace?.didChangeConfiguration?.dynamicRegistration === true,
		registersNginxDocuments: [
			textDocument?.formatting,
			textDocument?.rangeFormatting,
			textDocument?.onTypeFormatting,
			textDocument?.foldingRange,
			textDocument?.selectionRange,
		].every((capability) => capability?.dynamicRegistration === true),
		registersWatchers:
			workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		workspaceFolders: workspace?.workspaceFolders === true,
		refreshesHints: workspace?.inlayHint?.refreshSupport === true,
		refreshesLenses: workspace?.codeLens?.refreshSupport === true,
	};
}
