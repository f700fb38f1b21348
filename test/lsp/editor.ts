/** A client and the server in one process, over two streams in memory: what a test types arrives as an editor would send it. */

import { PassThrough } from "node:stream";
import {
	type CodeAction,
	type CodeActionParams,
	createConnection,
	createProtocolConnection,
	type Diagnostic,
	type InitializeParams,
	type InitializeResult,
	ProposedFeatures,
	type ProtocolConnection,
	type PublishDiagnosticsParams,
	type Registration,
	StreamMessageReader,
	StreamMessageWriter,
	type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { pathOf, uriOf } from "../../server/src/lsp/uri.ts";
import type { Status } from "../../server/src/protocol.ts";
import { startServer } from "../../server/src/server.ts";
import { type MemoryFiles, memoryFiles } from "../session/memory-files.ts";

export interface Editor {
	readonly connection: ProtocolConnection;
	readonly files: MemoryFiles;
	readonly result: InitializeResult;
	readonly registrations: readonly Registration[];
	/** Everything that was published, in order. */
	readonly published: readonly PublishDiagnosticsParams[];
	readonly statuses: readonly Status[];
	/** What the server logged as errors. */
	readonly errors: readonly string[];
	/** `edgewise` and `files.exclude`, as the user set them. */
	configuration: { edgewise?: unknown; exclude?: unknown };
	open(path: string, text?: string): Promise<void>;
	/** Replaces the first occurrence in an open document, as one incremental change. */
	type(path: string, before: string, after: string): Promise<void>;
	close(path: string): Promise<void>;
	/** The text of an open document. */
	text(path: string): string;
	version(path: string): number;
	/** Writes to the disk, and the client tells that it did. */
	write(path: string, text: string): Promise<void>;
	remove(path: string): Promise<void>;
	/** What is published for the path, when all that was sent so far is worked off. */
	diagnostics(path: string): Promise<readonly Diagnostic[]>;
	/** The same, as soon as it satisfies the condition. */
	until(
		path: string,
		isWanted: (diagnostics: readonly Diagnostic[]) => boolean,
	): Promise<readonly Diagnostic[]>;
	/** At the place of the text. */
	actions(
		path: string,
		at: string,
		only?: readonly string[],
	): Promise<readonly CodeAction[]>;
	/** Applies an edit to open documents, and to the disk. */
	apply(edit: WorkspaceEdit | undefined): Promise<void>;
	end(): Promise<void>;
}

export interface EditorOptions {
	readonly files?: Iterable<readonly [path: string, text: string]>;
	readonly disk?: MemoryFiles;
	readonly roots?: readonly string[];
	readonly configuration?: Editor["configuration"];
	readonly capabilities?: InitializeParams["capabilities"];
	readonly initializationOptions?: unknown;
}

/** In milliseconds: what did not come until then never comes. */
const patience = 10_000;

/** As VS Code says of itself. */
export const capable: InitializeParams["capabilities"] = {
	textDocument: {
		publishDiagnostics: { relatedInformation: true, versionSupport: true },
		definition: { linkSupport: true },
	},
	workspace: {
		configuration: true,
		workspaceFolders: true,
		didChangeConfiguration: { dynamicRegistration: true },
		didChangeWatchedFiles: { dynamicRegistration: true },
		workspaceEdit: {
			documentChanges: true,
			resourceOperations: ["create"],
			changeAnnotationSupport: {},
		},
	},
};

export async function startEditor({
	files: texts = [],
	disk,
	roots = ["/w"],
	configuration = {},
	capabilities = capable,
	initializationOptions,
}: EditorOptions): Promise<Editor> {
	const files = disk ?? memoryFiles(texts);
	const [toServer, toClient] = [new PassThrough(), new PassThrough()];
	startServer(
		createConnection(
			ProposedFeatures.all,
			new StreamMessageReader(toServer),
			new StreamMessageWriter(toClient),
		),
		files,
	);
	const connection = createProtocolConnection(
		new StreamMessageReader(toClient),
		new StreamMessageWriter(toServer),
	);

	const published: PublishDiagnosticsParams[] = [];
	const current = new Map<string, readonly Diagnostic[]>();
	const waiting = new Set<() => void>();
	const statuses: Status[] = [];
	const errors: string[] = [];
	const registrations: Registration[] = [];
	const documents = new Map<string, TextDocument>();
	const { sendNotification } = connection;
	const notify = (method: string, params: object) =>
		sendNotification.call(connection, method, params);

	connection.onNotification(
		"textDocument/publishDiagnostics",
		(params: PublishDiagnosticsParams) => {
			published.push(params);
			current.set(pathOf(params.uri) ?? params.uri, params.diagnostics);
			for (const look of waiting) look();
		},
	);
	connection.onNotification("edgewise/status", (status: Status) => {
		statuses.push(status);
	});
	connection.onNotification(
		"window/logMessage",
		({ type, message }: { type: number; message: string }) => {
			if (type === 1) errors.push(message);
		},
	);
	connection.onRequest(
		"client/registerCapability",
		(params: { registrations: Registration[] }) => {
			registrations.push(...params.registrations);
		},
	);
	connection.onRequest(
		"workspace/configuration",
		({ items }: { items: readonly { section?: string }[] }) =>
			items.map(({ section }) =>
				section === "edgewise"
					? (editor.configuration.edgewise ?? null)
					: (editor.configuration.exclude ?? null),
			),
	);
	connection.listen();

	const result = await connection.sendRequest<InitializeResult>("initialize", {
		processId: null,
		rootUri: null,
		capabilities,
		initializationOptions,
		workspaceFolders: roots.map((root) => ({ uri: uriOf(root), name: root })),
	});

	const documentOf = (path: string): TextDocument => {
		const document = documents.get(path);
		if (!document) throw new Error(`${path} is not open`);
		return document;
	};
	const changed = async (path: string, type: 1 | 2 | 3): Promise<void> =>
		notify("workspace/didChangeWatchedFiles", {
			changes: [{ uri: uriOf(path), type }],
		});

	const editor: Editor = {
		connection,
		files,
		result,
		registrations,
		published,
		statuses,
		errors,
		configuration,
		async open(path, text) {
			const content = text ?? (await files.read(path)) ?? "";
			const document = TextDocument.create(
				uriOf(path),
				"plaintext",
				1,
				content,
			);
			documents.set(path, document);
			await notify("textDocument/didOpen", {
				textDocument: {
					uri: document.uri,
					languageId: "plaintext",
					version: 1,
					text: content,
				},
			});
		},
		async type(path, before, after) {
			const document = documentOf(path);
			const start = document.getText().indexOf(before);
			if (start < 0) throw new Error(`${path} has no ${before}`);
			const range = {
				start: document.positionAt(start),
				end: document.positionAt(start + before.length),
			};
			const contentChanges = [{ range, text: after }];
			const version = document.version + 1;
			TextDocument.update(document, contentChanges, version);
			await notify("textDocument/didChange", {
				textDocument: { uri: document.uri, version },
				contentChanges,
			});
		},
		async close(path) {
			const { uri } = documentOf(path);
			documents.delete(path);
			await notify("textDocument/didClose", { textDocument: { uri } });
		},
		text: (path) => documentOf(path).getText(),
		version: (path) => documentOf(path).version,
		async write(path, text) {
			const isNew = (await files.kind(path)) === null;
			files.write(path, text);
			await changed(path, isNew ? 1 : 2);
		},
		async remove(path) {
			files.remove(path);
			await changed(path, 3);
		},
		async diagnostics(path) {
			// Answered when all before it was; what was published on the way arrives before the answer.
			await connection.sendRequest("textDocument/hover", {
				textDocument: { uri: uriOf(path) },
				position: { line: 0, character: 0 },
			});
			return current.get(path) ?? [];
		},
		until: (path, isWanted) =>
			new Promise((resolve, reject) => {
				const guard = setTimeout(
					() =>
						reject(
							new Error(
								`${path} still has ${JSON.stringify(rulesOf(current.get(path) ?? []))}`,
							),
						),
					patience,
				);
				const look = () => {
					const diagnostics = current.get(path);
					if (!diagnostics || !isWanted(diagnostics)) return;
					clearTimeout(guard);
					waiting.delete(look);
					resolve(diagnostics);
				};
				waiting.add(look);
				look();
			}),
		async actions(path, at, only) {
			const document = documentOf(path);
			const start = document.positionAt(document.getText().indexOf(at));
			const params: CodeActionParams = {
				textDocument: { uri: document.uri },
				range: { start, end: start },
				context: { diagnostics: [], ...(only ? { only: [...only] } : {}) },
			};
			return connection.sendRequest("textDocument/codeAction", params);
		},
		async apply(edit) {
			for (const change of edit?.documentChanges ?? []) {
				if ("kind" in change) {
					if (change.kind === "create")
						await editor.write(pathOf(change.uri) ?? "", "");
					continue;
				}
				const path = pathOf(change.textDocument.uri) ?? "";
				const document = documents.get(path);
				const text = document?.getText() ?? (await files.read(path)) ?? "";
				const before = TextDocument.create("", "", 0, text);
				const edits = change.edits.filter((each) => "newText" in each);
				const after = TextDocument.applyEdits(before, edits);
				if (document) await editor.type(path, text, after);
				else await editor.write(path, after);
			}
		},
		async end() {
			await connection.sendRequest("shutdown");
			connection.dispose();
		},
	};
	await connection.sendNotification("initialized", {});
	return editor;
}

/** What is found, as rules. */
export function rulesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
	return diagnostics.map(({ code }) => String(code));
}
