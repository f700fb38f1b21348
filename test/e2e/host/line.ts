/**
 * The line between the suite, inside VS Code, and the test that started it: plain HTTP on
 * loopback, its address in EDGEWISE_E2E. The suite reports each test and asks for pictures.
 */

import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Picture, Report } from "../suite/messages.ts";

export interface Line {
	readonly env: Readonly<Record<string, string>>;
	readonly reports: readonly Report[];
	/** Who takes pictures, once there is something to see. */
	camera: ((picture: Picture) => Promise<void>) | undefined;
	close(): Promise<void>;
}

export async function openLine(): Promise<Line> {
	const reports: Report[] = [];
	const server = createServer(async (request, response) => {
		try {
			const message = JSON.parse(await bodyOf(request));
			if (request.url === "/report") reports.push(message);
			if (request.url === "/picture") await line.camera?.(message);
			response.end();
		} catch (error) {
			response.statusCode = 500;
			response.end(String(error));
		}
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const { port } = server.address() as AddressInfo;
	const line: Line = {
		env: { EDGEWISE_E2E: `http://127.0.0.1:${port}` },
		reports,
		camera: undefined,
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			}),
	};
	return line;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let body = "";
	for await (const chunk of request) body += chunk;
	return body;
}
