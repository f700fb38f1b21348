/** The language server: what it can do, and each request in a few lines. */

import {
	type Connection,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	type InitializeParams,
	TextDocumentSyncKind,
	TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { completions } from "./features/completion.ts";
import { definitions } from "./features/definition.ts";
import { hover } from "./features/hover.ts";
import { fixAllKind, toQuickFix, wants } from "./lsp/code-actions.ts";
import { toCompletionItem } from "./lsp/completion.ts";
import { toDiagnostic } from "./lsp/diagnostics.ts";
import { rangeOf } from "./lsp/texts.ts";
import { pathOf, uriOf } from "./lsp/uri.ts";
import { toWorkspaceEdit } from "./lsp/workspace-edit.ts";
import {
	type ExplainUpstreamParams,
	explainUpstreamRequest,
	type InitializationOptions,
	statusNotification,
} from "./protocol.ts";
import { createEditorSettings } from "./session/editor-settings.ts";
import type { FileSystem } from "./session/file-system.ts";
import { fixesOfFile } from "./session/fix-file.ts";
import { fixesAt } from "./session/fixes.ts";
import { nodeFileSystem } from "./session/node-file-system.ts";
import { createPublisher } from "./session/publisher.ts";
import { statusOf } from "./session/status.ts";
import { watchedGlobs } from "./session/watched.ts";
import { createWorkspace } from "./session/workspace.ts";

export function startServer(
	connection: Connection,
	files: FileSystem = nodeFileSystem,
): void {
	const documents = new TextDocuments(TextDocument);
	let client: InitializeParams["capabilities"] = {};
	let options: InitializationOptions = {};
	let roots: string[] = [];

	const settings = createEditorSettings(connection);
	const publisher = createPublisher();
	const crashed = new Set<string>();
	const workspace = createWorkspace({
		files,
		editorSettings: settings.of,
		overrides: {},
		onChecked: (changed) => {
			for (const { path, findings } of publisher.after(changed, workspace)) {
				const uri = uriOf(path);
				const document = documents.get(openUri(uri));
				connection.sendDiagnostics({
					uri: openUri(uri),
					...(document ? { version: document.version } : {}),
					diagnostics: findings.map((finding) =>
						toDiagnostic(finding, diagnosticOptions()),
					),
				});
			}
			connection.sendNotification(
				statusNotification,
				statusOf(workspace.projects()),
			);
		},
		onCrash: (rule, error) => {
			if (crashed.has(rule)) return;
			crashed.add(rule);
			connection.console.error(
				`Rule ${rule} failed: ${error instanceof Error ? error.stack : error}`,
			);
		},
	});

	const textOf = (path: string) => workspace.sources.file(path)?.text;
	const openUri = (uri: string) => opened.get(uri) ?? uri;
	/** Clients write one file's URI in several ways; each is answered in its own. */
	const opened = new Map<string, string>();
	const diagnosticOptions = () => ({
		textOf,
		pageOf: (rule: string) => options.rulePage?.replace("RULE", rule),
		relatedInformation:
			client.textDocument?.publishDiagnostics?.relatedInformation === true,
	});
	const editOptions = (current: string) => ({
		textOf,
		versionOf: (path: string) =>
			documents.get(openUri(uriOf(path)))?.version ?? null,
		current,
		annotations:
			client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
		creates:
			client.workspace?.workspaceEdit?.resourceOperations?.includes(
				"create",
			) === true,
	});
	/** Where a request points to, and the projects that it asks about. */
	const at = ({
		textDocument,
		position,
	}: {
		textDocument: { uri: string };
		position: { line: number; character: number };
	}) => {
		const path = pathOf(textDocument.uri);
		const document = documents.get(textDocument.uri);
		if (path === undefined || !document) return undefined;
		return {
			path,
			offset: document.offsetAt(position),
			projects: workspace.projectsOf(path),
			document,
		};
	};

	connection.onInitialize((params) => {
		client = params.capabilities;
		options =
			(params.initializationOptions as InitializationOptions | undefined) ?? {};
		const folders =
			params.workspaceFolders ??
			(params.rootUri ? [{ uri: params.rootUri, name: "" }] : []);
		roots = folders.flatMap(({ uri }) => pathOf(uri) ?? []);
		return {
			serverInfo: { name: "edgewise" },
			capabilities: {
				textDocumentSync: {
					openClose: true,
					change: TextDocumentSyncKind.Incremental,
				},
				codeActionProvider: { codeActionKinds: ["quickfix", fixAllKind] },
				hoverProvider: true,
				definitionProvider: true,
				completionProvider: { triggerCharacters: ["{"] },
				workspace: {
					workspaceFolders: { supported: true, changeNotifications: true },
				},
			},
		};
	});

	connection.onInitialized(async () => {
		if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
			void connection.client.register(DidChangeConfigurationNotification.type, {
				section: "edgewise",
			});
		if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
			void connection.client.register(DidChangeWatchedFilesNotification.type, {
				watchers: watchedGlobs.map((globPattern) => ({ globPattern })),
			});
		if (client.workspace?.workspaceFolders) {
			connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
				const gone = new Set(removed.map(({ uri }) => pathOf(uri)));
				roots = [
					...roots.filter((root) => !gone.has(root)),
					...added.flatMap(({ uri }) => pathOf(uri) ?? []),
				];
				return reopen();
			});
		}
		await reopen();
	});

	const reopen = async () => {
		await settings.read(roots, client.workspace?.configuration === true);
		await workspace.open(roots);
	};

	documents.onDidChangeContent(({ document }) => {
		const path = pathOf(document.uri);
		if (path === undefined) return;
		opened.set(uriOf(path), document.uri);
		void workspace.changed(path, document.getText());
	});
	documents.onDidClose(({ document }) => {
		const path = pathOf(document.uri);
		if (path !== undefined) void workspace.closed(path);
	});
	connection.onDidChangeWatchedFiles(({ changes }) =>
		workspace.touched(changes.flatMap(({ uri }) => pathOf(uri) ?? [])),
	);
	connection.onDidChangeConfiguration(async () => {
		await settings.read(roots, client.workspace?.configuration === true);
		await workspace.recheck();
	});

	connection.onCodeAction(({ textDocument, range, context }) => {
		const path = pathOf(textDocument.uri);
		const document = documents.get(textDocument.uri);
		if (path === undefined || !document) return [];
		const span = {
			start: document.offsetAt(range.start),
			end: document.offsetAt(range.end),
		};
		const quickFixes = wants(context.only, "quickfix")
			? fixesAt(workspace.projectsOf(path), path, span).flatMap(
					({ finding, fix }) =>
						toQuickFix(
							fix,
							toDiagnostic(finding, diagnosticOptions()),
							editOptions(path),
						) ?? [],
				)
			: [];
		if (!context.only || !wants(context.only, fixAllKind)) return quickFixes;
		const edits = fixesOfFile(workspace, path);
		const edit =
			edits.length > 0 ? toWorkspaceEdit(edits, editOptions(path)) : undefined;
		return edit
			? [
					...quickFixes,
					{ title: "Apply all safe fixes of Edgewise", kind: fixAllKind, edit },
				]
			: quickFixes;
	});

	connection.onHover((params) => {
		const asked = at(params);
		const found = asked?.projects
			.map(({ project }) => hover(project, asked.path, asked.offset))
			.find(Boolean);
		return asked && found
			? {
					contents: { kind: "markdown", value: found.markdown },
					range: rangeOf(asked.document.getText(), found.at),
				}
			: null;
	});

	connection.onDefinition((params) => {
		const asked = at(params);
		const found =
			asked?.projects.flatMap(({ project }) =>
				definitions(project, asked.path, asked.offset),
			) ?? [];
		return found.flatMap(({ from, to }) => {
			const text = textOf(to.path);
			if (text === undefined || !asked) return [];
			const targetRange = rangeOf(text, to);
			return [
				{
					originSelectionRange: rangeOf(asked.document.getText(), from),
					targetUri: uriOf(to.path),
					targetRange,
					targetSelectionRange: targetRange,
				},
			];
		});
	});

	connection.onCompletion((params) => {
		const asked = at(params);
		const found =
			asked?.projects.flatMap(({ project }) =>
				completions(project, asked.path, asked.offset),
			) ?? [];
		return found.map((item) =>
			toCompletionItem(item, asked?.document.getText() ?? ""),
		);
	});

	connection.onRequest(
		explainUpstreamRequest,
		({ uri, position }: ExplainUpstreamParams) => {
			const asked = at({ textDocument: { uri }, position });
			return (
				asked?.projects
					.map(({ project }) => hover(project, asked.path, asked.offset))
					.find(Boolean)?.markdown ?? null
			);
		},
	);

	documents.listen(connection);
	connection.listen();
}
