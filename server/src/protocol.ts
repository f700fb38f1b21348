/** What client and server agree on beyond LSP; the one file that both import. */

/** What the client tells the server at the start. */
export interface InitializationOptions {
	/** Where a rule's page is, with `RULE` in the place of its id; absent: diagnostics carry no link. */
	readonly rulePage?: string;
	/** Globs of the files whose documents the client sends; absent: it is not asked for any besides. */
	readonly documents?: readonly string[];
}

/** Server to client, after each check: what the status item shows. */
export const statusNotification = "edgewise/status";

export interface Status {
	readonly projects: number;
	readonly files: number;
	/** Addresses that nginx sends to. */
	readonly routes: number;
	readonly errors: number;
	readonly warnings: number;
}

/** A command of the client: shows places, given as LSP has them, in the editor's own list. */
export const showReferencesCommand = "edgewise.showReferences";

/** Client to server: what the address at a position reaches, as Markdown; null where there is none. */
export const explainUpstreamRequest = "edgewise/explainUpstream";

export interface ExplainUpstreamParams {
	readonly uri: string;
	readonly position: { readonly line: number; readonly character: number };
}
