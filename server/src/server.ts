/** The language server: what it can do, and each notification and request in a few lines. */

import {
	type Connection,
	FileChangeType,
	type InitializeResult,
	type Position,
	TextDocumentSyncKind,
} from "vscode-languageserver";
import { definitions } from "./features/definition.ts";
import { hover, routeHover } from "./features/hover.ts";
import type { Hover } from "./features/hover-text.ts";
import { type Client, readClient } from "./lsp/client.ts";
import { codeActions, fixAllKind } from "./lsp/code-actions.ts";
import { type Context, within } from "./lsp/context.ts";
import { toDiagnostic } from "./lsp/diagnostics.ts";
import { withDocumentation } from "./lsp/documentation.ts";
import { createEditorSettings } from "./lsp/editor-settings.ts";
import { createFurtherDocuments } from "./lsp/further-documents.ts";
import { toLinks, toLocation } from "./lsp/locations.ts";
import { answerNavigation } from "./lsp/navigation.ts";
import {
	answerNginxDocuments,
	nginxCapabilities,
	registerNginxDocuments,
} from "./lsp/nginx-documents.ts";
import { openDocuments } from "./lsp/open-documents.ts";
import { createPublisher } from "./lsp/publisher.ts";
import { createRefresh } from "./lsp/refresh.ts";
import { register } from "./lsp/registrations.ts";
import { createStatus } from "./lsp/status.ts";
import { rangeOf } from "./lsp/texts.ts";
import { answerTyping } from "./lsp/typing.ts";
import { pathOf } from "./lsp/uri.ts";
import {
	type ExplainUpstreamParams,
	explainUpstreamRequest,
	statusNotification,
} from "./protocol.ts";
import { createBurst } from "./session/burst.ts";
import type { FileSystem } from "./session/file-system.ts";
import { findingsIn } from "./session/findings.ts";
import { nodeFileSystem } from "./session/node-file-system.ts";
import { createWorkspace } from "./session/workspace.ts";
import { settingsFor } from "./topology/settings-for.ts";
import { loadingsOf } from "./topology/variants.ts";

const result: InitializeResult = {
	serverInfo: { name: "edgewise" },
	capabilities: {
		positionEncoding: "utf-16",
		textDocumentSync: {
			openClose: true,
			change: TextDocumentSyncKind.Incremental,
		},
		codeActionProvider: { codeActionKinds: ["quickfix", fixAllKind] },
		hoverProvider: true,
		definitionProvider: true,
		referencesProvider: true,
		documentHighlightProvider: true,
		renameProvider: { prepareProvider: true },
		inlayHintProvider: true,
		codeLensProvider: {},
		documentSymbolProvider: true,
		workspaceSymbolProvider: true,
		documentLinkProvider: {},
		completionProvider: {
			triggerCharacters: ["{", " ", ":", "/", '"', "$", "@", "="],
			resolveProvider: true,
		},
		signatureHelpProvider: { triggerCharacters: [" "] },
		workspace: {
			workspaceFolders: { supported: true, changeNotifications: true },
		},
	},
};

/** Answers on the connection until it ends. */
export function startServer(connection: Connection, files?: FileSystem): void {
	connection.onInitialize((params) => {
		const client = readClient(params);
		serve(connection, client, files ?? diskFor(connection));
		return client.registersNginxDocuments
			? result
			: {
					...result,
					capabilities: { ...result.capabilities, ...nginxCapabilities },
				};
	});
	connection.listen();
}

function diskFor(connection: Connection): FileSystem {
	return nodeFileSystem((path, reason) =>
		connection.console.info(`${path} is ${reason}; it is not read.`),
	);
}

function serve(connection: Connection, client: Client, files: FileSystem) {
	let roots = client.roots;
	const log = logOnce(connection);
	const settings = createEditorSettings(connection);
	const workspace = createWorkspace({
		files,
		settings: (directory, look) =>
			settingsFor(directory, look, settings.of(directory), {}),
		scanOptions: (root) => ({
			hidden: settings.hidden(root),
			exclude: settings.of(root).exclude ?? [],
		}),
		onChecked: (paths) => {
			publisher.publish(paths);
			tellStatus();
			refresh();
			askFor(paths).catch(ended);
		},
		onCrash: log,
	});
	const { projects, sources } = workspace;
	const burst = createBurst(workspace.changed, log);
	const documents = openDocuments(connection, {
		changed: burst.add,
		closed: (path) => {
			burst.flush();
			workspace.closed(path);
		},
	});

	const context: Context = {
		client,
		textOf: (path) => sources.file(path)?.text,
		uriOf: documents.uriOf,
		versionOf: (path) => documents.at(path)?.version,
	};
	const publisher = createPublisher({
		findingsIn: (path) => findingsIn(projects.of(path), path),
		toDiagnostic: (finding, project) =>
			toDiagnostic(finding, within(project, context)),
		uriOf: context.uriOf,
		versionOf: context.versionOf,
		send: (params) => connection.sendDiagnostics(params).catch(ended),
	});
	const askFor = createFurtherDocuments(
		connection,
		client,
		result.capabilities,
	);
	const refresh = createRefresh(connection, client);
	const tellStatus = createStatus(
		() => ({
			projects: projects.all().length,
			...projects.counts(),
			...publisher.counts(),
		}),
		(status) =>
			connection.sendNotification(statusNotification, status).catch(ended),
	);

	const pullSettings = async (): Promise<void> => {
		if (client.configuration) await settings.pull(roots);
	};
	/** When the first projects are there; a request about a file of none waits for that. */
	let ready: Promise<void> | undefined;
	const reopen = async (): Promise<void> => {
		await pullSettings().catch((error) => log("configuration", error));
		await workspace.open(roots);
	};

	connection.onInitialized(async () => {
		register(connection, client).catch((error) => log("registration", error));
		registerNginxDocuments(connection, client).catch((error) =>
			log("registration", error),
		);
		if (client.workspaceFolders) {
			connection.workspace.onDidChangeWorkspaceFolders((event) => {
				const gone = event.removed.map(({ uri }) => pathOf(uri));
				const added = event.added.flatMap(({ uri }) => pathOf(uri) ?? []);
				roots = [...roots.filter((root) => !gone.includes(root)), ...added];
				return reopen();
			});
		}
		ready = reopen();
		await ready;
	});
	connection.onDidChangeConfiguration((change) => {
		if (!client.configuration) settings.take(change.settings);
		return reopen();
	});
	connection.onDidChangeWatchedFiles(({ changes }) =>
		workspace.touched(
			changes.flatMap(({ uri, type }) => {
				const path = pathOf(uri);
				return path === undefined ? [] : [{ path, kind: diskKinds[type] }];
			}),
		),
	);

	/** Where a request points to, with the projects of the newest text; undefined: in no open file. */
	const at = async ({ textDocument: { uri } }: AboutDocument) => {
		const path = pathOf(uri);
		if (path === undefined) return undefined;
		do {
			burst.flush();
			await projects.settledFor(path);
			if (projects.of(path).length === 0) await ready;
		} while (burst.isWaiting());
		const document = documents.at(path);
		const checked = projects.of(path);
		return (
			document && {
				path,
				document,
				checked,
				loadings: checked.flatMap(({ project }) => loadingsOf(project, path)),
			}
		);
	};
	const hoverAt = async (
		params: AboutPosition,
		kind = hover,
	): Promise<Hover | undefined> => {
		const asked = await at(params);
		const offset = asked?.document.offsetAt(params.position) ?? 0;
		return asked?.loadings
			.map((project) => kind(project, asked.path, offset))
			.find((found) => found !== undefined);
	};

	answerNavigation(connection, context, at, projects.all);
	answerTyping(connection, at);
	answerNginxDocuments(connection, at);
	connection.onCodeAction(async (params) => {
		const asked = await at(params);
		if (!asked) return [];
		const span = {
			start: asked.document.offsetAt(params.range.start),
			end: asked.document.offsetAt(params.range.end),
		};
		return codeActions(asked, span, params.context, sources, context);
	});
	connection.onHover(async (params) => {
		const found = await hoverAt(params);
		const text = found && context.textOf(found.at.path);
		if (!found || text === undefined) return null;
		return {
			contents: { kind: "markdown", value: await withDocumentation(found) },
			range: rangeOf(text, found.at),
		};
	});
	connection.onRequest(
		explainUpstreamRequest,
		async ({ uri, position }: ExplainUpstreamParams) => {
			const found = await hoverAt(
				{ textDocument: { uri }, position },
				routeHover,
			);
			return found?.markdown ?? null;
		},
	);
	connection.onDefinition(async (params) => {
		const asked = await at(params);
		const offset = asked?.document.offsetAt(params.position) ?? 0;
		const found = asked?.loadings.flatMap((project) =>
			definitions(project, asked.path, offset),
		);
		const links = toLinks(found ?? [], context);
		return client.definitionLinks ? links : links.map(toLocation);
	});
}

interface AboutDocument {
	readonly textDocument: { readonly uri: string };
}

interface AboutPosition extends AboutDocument {
	readonly position: Position;
}

const diskKinds = {
	[FileChangeType.Created]: "created",
	[FileChangeType.Changed]: "changed",
	[FileChangeType.Deleted]: "deleted",
} as const;

/** The connection ended before the message was sent: nobody is left to tell. */
function ended(): void {}

/** What can't fail and did: said once, and the server goes on. */
function logOnce(
	connection: Connection,
): (what: string, error: unknown) => void {
	const logged = new Set<string>();
	return (what, error) => {
		const text = `${what} failed: ${error instanceof Error ? error.stack : error}`;
		if (!logged.has(text)) connection.console.error(text);
		logged.add(text);
	};
}
