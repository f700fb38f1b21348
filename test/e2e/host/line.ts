/**
 * The line between the suite, inside VS Code, and the test that started it: plain HTTP on
 * loopback, its address in EDGEWISE_E2E. The suite reports each test and asks for pictures.
 */

import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Look, Picture, Report } from "../suite/messages.ts";

export interface Screen {
	sees(look: Look): Promise<boolean>;
	keep(picture: Picture): Promise<void>;
}

export interface Line {
	readonly env: Readonly<Record<string, string>>;
	readonly reports: readonly Report[];
	/** Once there is something to see. */
	screen: Screen | undefined;
	close(): Promise<void>;
}

export async function openLine(): Promise<Line> {
	const reports: Report[] = [];
	const server = createServer(async (request, response) => {
		try {
			response.end(await answer(request.url, await bodyOf(request)));
		} catch (error) {
			response.statusCode = 500;
			response.end(String(error));
		}
	});
	const answer = async (path = "", body: string): Promise<string> => {
		const message = JSON.parse(body);
		if (path === "/report") reports.push(message);
		if (path === "/picture") await line.screen?.keep(message);
		return path === "/look" ? `${await line.screen?.sees(message)}` : "";
	};
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const { port } = server.address() as AddressInfo;
	const line: Line = {
		env: { EDGEWISE_E2E: `http://127.0.0.1:${port}` },
		reports,
		screen: undefined,
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
