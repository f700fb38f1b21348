/** A client that measures: a server's process over stdio, and how long it takes from what is typed to its answer. */

import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import {
	createProtocolConnection,
	type PublishDiagnosticsParams,
	StreamMessageReader,
	StreamMessageWriter,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Status, statusNotification } from "../../server/src/protocol.ts";

export interface Client {
	/** Until the file, opened at once, has its first diagnostics; from the start of the process on. */
	readonly firstDiagnostics: number;
	/** Until as many projects are checked; from the start of the process on. */
	scanned(projects: number): Promise<number>;
	open(path: string): Promise<void>;
	/** Replaces a stretch of an open document; how long until its diagnostics are there. */
	type(path: string, start: number, end: number, text: string): Promise<number>;
	text(path: string): string;
	/** In MB; undefined where the system does not tell. */
	peakMemory(): Promise<number | undefined>;
	end(): Promise<void>;
}

/** All times in milliseconds. */
export async function startClient(
	server: string,
	root: string,
	first: string,
): Promise<Client> {
	const started = performance.now();
	const child = spawn(process.execPath, [server, "--stdio"], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	const connection = connect(child);
	const documents = new Map<string, TextDocument>();
	const answered = new Map<string, (at: number) => void>();
	const statuses: { readonly status: Status; readonly at: number }[] = [];
	let onStatus = () => {};
	connection.onNotification(
		"textDocument/publishDiagnostics",
		({ uri, version }: PublishDiagnosticsParams) =>
			answered.get(`${uri} ${version}`)?.(performance.now()),
	);
	connection.onNotification(statusNotification, (status: Status) => {
		statuses.push({ status, at: performance.now() });
		onStatus();
	});
	connection.listen();
	const answer = (uri: string, version: number): Promise<number> =>
		new Promise((resolve) => answered.set(`${uri} ${version}`, resolve));

	await connection.sendRequest("initialize", {
		processId: process.pid,
		rootUri: null,
		capabilities: { workspace: { workspaceFolders: true } },
		workspaceFolders: [{ uri: pathToFileURL(root).href, name: "bench" }],
	});
	void connection.sendNotification("initialized", {});
	const open = async (path: string): Promise<number> => {
		const uri = pathToFileURL(path).href;
		const text = await readFile(path, "utf8");
		documents.set(path, TextDocument.create(uri, "plaintext", 1, text));
		const published = answer(uri, 1);
		void connection.sendNotification("textDocument/didOpen", {
			textDocument: { uri, languageId: "plaintext", version: 1, text },
		});
		return published;
	};
	const firstDiagnostics = (await open(first)) - started;

	return {
		firstDiagnostics,
		scanned: (projects) =>
			new Promise((resolve) => {
				onStatus = () => {
					const found = statuses.find(
						({ status }) => status.projects >= projects,
					);
					if (found) resolve(found.at - started);
				};
				onStatus();
			}),
		async open(path) {
			await open(path);
		},
		async type(path, start, end, text) {
			const document = documents.get(path);
			if (!document) throw new Error(`${path} is not open`);
			const range = {
				start: document.positionAt(start),
				end: document.positionAt(end),
			};
			const contentChanges = [{ range, text }];
			const { uri, version } = document;
			TextDocument.update(document, contentChanges, version + 1);
			const published = answer(uri, version + 1);
			const sent = performance.now();
			void connection.sendNotification("textDocument/didChange", {
				textDocument: { uri, version: version + 1 },
				contentChanges,
			});
			return (await published) - sent;
		},
		text: (path) => documents.get(path)?.getText() ?? "",
		async peakMemory() {
			const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(
				() => "",
			);
			const kilobytes = /VmHWM:\s*(\d+)/.exec(status)?.[1];
			return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
		},
		async end() {
			await connection.sendRequest("shutdown");
			await connection.sendNotification("exit");
			connection.dispose();
		},
	};
}

function connect({ stdin, stdout }: ChildProcess) {
	if (!stdin || !stdout) throw new Error("no pipes");
	return createProtocolConnection(
		new StreamMessageReader(stdout),
		new StreamMessageWriter(stdin),
	);
}
