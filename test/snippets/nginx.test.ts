/** What the nginx snippets insert is what nginx and the project's own rules want. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseNginx } from "../../server/src/languages/nginx/parse.ts";
import type { Directive } from "../../server/src/languages/nginx/tree.ts";
import { inserted, snippetsOf } from "./snippets.ts";

for (const { name, prefix } of snippetsOf("nginx")) {
	test(`${name}: nothing is wrong with its text`, () => {
		const text = inserted("nginx", prefix);
		const tree = parseNginx("/nginx.conf", text);
		assert.deepEqual(tree.errors, []);
		for (const directive of tree.directives)
			assert.ok(directive.block, directive.name.text);
	});
}

test("every upstream of several servers checks their health, its keepalive comes last", () => {
	for (const prefix of ["upstream", "upstream-backup", "upstream-sticky"]) {
		const [upstream] = insertedBlocks(prefix);
		const servers = named(upstream, "server");
		if (servers.length > 1)
			for (const server of servers) {
				assert.ok(
					server.some((word) => word.startsWith("max_fails=")),
					prefix,
				);
				assert.ok(
					server.some((word) => word.startsWith("fail_timeout=")),
					prefix,
				);
			}
		const addresses = servers.map(([address]) => address);
		assert.deepEqual([...new Set(addresses)], addresses, prefix);
		assert.equal(names(upstream).at(-1), "keepalive", prefix);
	}
});

test("the sticky upstream chooses its method first: nginx checks server lines against it", () => {
	const [upstream] = insertedBlocks("upstream-sticky");
	assert.equal(names(upstream)[0], "ip_hash");
	assert.deepEqual(
		named(upstream, "server"),
		[["host.docker.internal:3002"]],
		"one address: the gateway keeps state",
	);
});

test("the backup upstream has one server in reserve", () => {
	const [upstream] = insertedBlocks("upstream-backup");
	assert.deepEqual(
		named(upstream, "server").map((words) => words.includes("backup")),
		[false, true],
	);
});

describe("locations", () => {
	for (const prefix of ["location-proxy", "location-ws"]) {
		test(`${prefix} keeps connections to the upstream and tells it who asks`, () => {
			const [location] = insertedBlocks(prefix);
			assert.deepEqual(named(location, "proxy_http_version"), [["1.1"]]);
			const headers = headersOf(location);
			assert.equal(headers.get("Host"), "$host");
			assert.equal(headers.get("X-Real-IP"), "$remote_addr");
			assert.equal(
				headers.get("X-Forwarded-For"),
				"$proxy_add_x_forwarded_for",
			);
			assert.equal(headers.get("X-Forwarded-Proto"), "$scheme");
			assert.equal(
				headers.size,
				named(location, "proxy_set_header").length,
				"no header twice",
			);
			assert.match(
				named(location, "proxy_pass")[0]?.[0] ?? "",
				/^http:\/\/[a-z_]+$/,
				"no URI: the path stays",
			);
		});
	}

	test("a proxied location sends no Connection header", () => {
		const [location] = insertedBlocks("location-proxy");
		assert.equal(headersOf(location).get("Connection"), "");
	});

	test("a WebSocket location upgrades and waits longer than a minute", () => {
		const [location] = insertedBlocks("location-ws");
		const headers = headersOf(location);
		assert.equal(headers.get("Upgrade"), "$http_upgrade");
		assert.equal(headers.get("Connection"), "upgrade");
		assert.deepEqual(named(location, "proxy_read_timeout"), [["3600s"]]);
	});

	test("the other choice of its Connection header is the variable that map-upgrade sets", () => {
		const body =
			snippetsOf("nginx").find(({ prefix }) => prefix === "location-ws")
				?.body ?? "";
		const [map] = insertedBlocks("map-upgrade");
		const variable = map?.args[1]?.text ?? "";
		assert.equal(/\|"upgrade",(\$\w+)\|/.exec(body)?.[1], variable);
		assert.deepEqual(named(map, "default"), [["upgrade"]]);
		assert.deepEqual(
			named(map, ""),
			[[""]],
			"'close' would end every ordinary request's connection",
		);
	});
});

test("the TLS server: 80 sends everybody to 443, which has its certificate, on every nginx", () => {
	const [plain, secure] = insertedBlocks("server-tls");
	assert.deepEqual(named(plain, "listen"), [["80"]]);
	assert.deepEqual(named(plain, "return"), [
		["301", "https://$host$request_uri"],
	]);
	assert.deepEqual(named(secure, "listen"), [["443", "ssl"]]);
	assert.deepEqual(named(plain, "server_name"), named(secure, "server_name"));
	assert.deepEqual(named(secure, "ssl_certificate"), [
		["/etc/letsencrypt/live/example.com/fullchain.pem"],
	]);
	assert.deepEqual(named(secure, "ssl_certificate_key"), [
		["/etc/letsencrypt/live/example.com/privkey.pem"],
	]);
	assert.ok(
		!names(secure).includes("http2"),
		"nginx before 1.25.1 doesn't know it",
	);
});

function insertedBlocks(prefix: string): readonly Directive[] {
	return parseNginx("/nginx.conf", inserted("nginx", prefix)).directives;
}

function statements(directive: Directive | undefined): readonly Directive[] {
	return directive?.block?.kind === "directives"
		? directive.block.directives
		: [];
}

function names(directive: Directive | undefined): string[] {
	return statements(directive).map(({ name }) => name.text);
}

/** The arguments of every statement of that name in a block. */
function named(directive: Directive | undefined, name: string): string[][] {
	return statements(directive)
		.filter((statement) => statement.name.text === name)
		.map(({ args }) => args.map(({ text }) => text));
}

function headersOf(
	location: Directive | undefined,
): ReadonlyMap<string, string> {
	return new Map(
		named(location, "proxy_set_header").map(([header = "", value = ""]) => [
			header,
			value,
		]),
	);
}
