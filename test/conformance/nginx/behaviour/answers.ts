/** What nginx answers where its configuration looks harmless: what the rules of rules.md, section D, claim. */

import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./backend.ts";
import { start } from "./running-nginx.ts";

const locations = (files: string, to: string) => `
	root ${files}/www;
	location /files { alias ${files}/data/; }
	location /moved { return 302 http://example.com$uri; }
	location ~ ^/dots/([^.]*)$ { return 302 http://example.com/$1; }
	location ~ ^/any/(.*)$ { return 302 http://example.com/$1; }
	location /rewritten { rewrite ^ http://example.com$uri redirect; }
	location /header { add_header X-Page "$uri"; return 200 ok; }
	location ~ ^/capture/(.*)$ { proxy_pass ${to}/$1; }
	location /uri { proxy_pass ${to}$uri; }
	location ~ ^/encoded/(.*)$ { rewrite ^/encoded/(.*)$ /$1 break; proxy_pass ${to}; }
	location /plain/ { proxy_pass ${to}/; }
	location /sent { proxy_set_header X-Page "$uri"; proxy_pass ${to}; }
	location /tried { try_files /page.txt =404; }
	location /forgotten { if ($uri) { set $x 1; } try_files /page.txt =404; }
	location /two { if ($arg_a) { add_header X-A 1; } if ($arg_b) { add_header X-B 1; } return 200 ok; }
	location /small { client_max_body_size 1k; try_files $uri @large; }
	location @large { client_max_body_size 100k; proxy_pass ${to}; }
	location /empty { proxy_pass http://$backend; }
	location /found { try_files /page.txt /index.txt; proxy_pass ${to}; }
	location /denied { deny all; return 200 secret; }
	location /allowed { allow 192.0.2.1; alias ${files}/data/; }
	location ~ ^/long/(a+)+$ { return 204; }
`;

const requests: readonly (readonly [path: string, length?: number])[] = [
	["/files../secret.txt"],
	["/moved%0d%0aX-Own:1"],
	["/dots/%0d%0aX-Own:1"],
	["/any/a%0d%0aX-Own:1"],
	["/rewritten%0d%0aX-Own:1"],
	["/header%0d%0aX-Own:1"],
	["/capture/a%20b"],
	["/capture/a%3Fb"],
	["/capture/a?b=1"],
	["/uri%0d%0aX-Own:1"],
	["/encoded/a%20b%3Fc"],
	["/plain/a%2Fb%20c"],
	["/sent%0d%0aX-Own:1"],
	["/tried"],
	["/forgotten"],
	["/two?a=1&b=1"],
	["/small", 5000],
	["/empty"],
	["/found"],
	["/denied"],
	["/allowed/page.txt"],
	[`/long/${"a".repeat(30)}-`],
];

/** By path: the answer without what differs each time, or what the service behind nginx got. */
export async function answers(): Promise<Readonly<Record<string, string>>> {
	const folder = mkdtempSync(join(tmpdir(), "edgewise-files-"));
	const service = createServer((socket) => {
		socket.on("error", () => socket.destroy());
		socket.once("data", (data) => {
			const body = head(data.toString("latin1")).replace(
				/127\.0\.0\.1:\d+/,
				"service",
			);
			socket.end(
				`HTTP/1.0 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
			);
		});
	}).listen(0, "127.0.0.1");
	await once(service, "listening");
	const { port: behind } = service.address() as AddressInfo;
	try {
		for (const path of ["www", "data"]) mkdirSync(join(folder, path));
		writeFileSync(join(folder, "secret.txt"), "secret");
		writeFileSync(join(folder, "data/page.txt"), "data");
		writeFileSync(join(folder, "www/page.txt"), "page");
		const port = await freePort();
		const nginx = await start(
			`map $arg_x $backend { a 127.0.0.1:1; }
server { listen 127.0.0.1:${port}; ${locations(folder, `http://127.0.0.1:${behind}`)} }`,
			port,
		);
		try {
			const seen: Record<string, string> = {};
			for (const [path, length] of requests)
				seen[path] = short(await raw(port, path, length));
			return seen;
		} finally {
			await nginx.end();
		}
	} finally {
		service.close();
		rmSync(folder, { recursive: true });
	}
}

function head(text: string): string {
	return text.slice(0, text.indexOf("\r\n\r\n"));
}

async function raw(port: number, path: string, length = 0): Promise<string> {
	const socket = connect(port, "127.0.0.1");
	let answer = "";
	socket.on("data", (data) => {
		answer += data.toString("latin1");
	});
	socket.write(
		`${length > 0 ? "POST" : "GET"} ${path} HTTP/1.0\r\nHost: a\r\n${length > 0 ? `Content-Length: ${length}\r\n` : ""}\r\n${"x".repeat(length)}`,
	);
	await once(socket, "close");
	return answer;
}

/** Status, the headers that count, and the body unless nginx wrote it itself. */
function short(answer: string): string {
	const [first = "", ...headers] = head(answer).split("\r\n");
	const body = answer.slice(answer.indexOf("\r\n\r\n") + 4);
	const kept = headers.filter((each) => /^(Location|X-)/.test(each));
	return [
		first.replace(/^HTTP\/1\.\d (\d+).*/, "$1"),
		...kept,
		...(body.includes("<html>") ? [] : [body.trim()]),
	]
		.filter((line) => line !== "")
		.join(" | ");
}
