// biome-ignore-all lint/suspicious/noTemplateCurlyInString: nginx writes its own variables so.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readListen } from "../../../server/src/languages/nginx/listen.ts";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";

interface Read {
	readonly address?: string;
	readonly port?: number;
	readonly portEnd?: number;
	readonly ssl?: true;
	readonly udp?: true;
}

const forms: Readonly<Record<string, Read>> = {
	"80": { port: 80 },
	"*:80": { port: 80 },
	"0.0.0.0:8080": { address: "0.0.0.0", port: 8080 },
	"127.0.0.1": { address: "127.0.0.1", port: 80 },
	"localhost:81": { address: "localhost", port: 81 },
	"*": { port: 80 },
	"[::]:443 ssl": { address: "::", port: 443, ssl: true },
	"[::1]": { address: "::1", port: 80 },
	"443 ssl http2 default_server": { port: 443, ssl: true },
	"443 quic reuseport": { port: 443, ssl: true, udp: true },
	"53 udp": { port: 53, udp: true },
	"unix:/run/nginx.sock": { address: "unix:/run/nginx.sock" },
	"127.0.0.1:8000-8010": { address: "127.0.0.1", port: 8000, portEnd: 8010 },
	"8000-8010": { port: 8000, portEnd: 8010 },
	"${PORT}": { address: "${PORT}" },
	"127.0.0.1:${PORT}": { address: "127.0.0.1" },
	"99999": {},
};

for (const [text, expected] of Object.entries(forms)) {
	test(`listen ${text}`, () => {
		const source = `listen ${text};`;
		const [directive] = parseNginx("/a", source).directives;
		assert.ok(directive);
		const listen = readListen(directive, false);
		assert.ok(listen);
		const { address, port, portEnd, ssl, udp } = listen;
		assert.deepEqual(
			{
				...(address === undefined ? {} : { address }),
				...(port === undefined ? {} : { port: port.value }),
				...(portEnd === undefined ? {} : { portEnd }),
				...(ssl ? { ssl } : {}),
				...(udp ? { udp } : {}),
			},
			expected,
		);
		assert.deepEqual(
			listen.parameters.map((word) => word.text),
			text.split(" ").slice(1),
		);
		if (port && text.includes(String(port.value)))
			assert.equal(
				source.slice(port.at.start, port.at.end),
				String(port.value),
			);
	});
}

test("without an address there is nothing yet", () => {
	const [directive] = parseNginx("/a", "listen;").directives;
	assert.ok(directive);
	assert.equal(readListen(directive, false), undefined);
});
