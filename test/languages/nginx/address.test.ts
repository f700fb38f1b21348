// biome-ignore-all lint/suspicious/noTemplateCurlyInString: nginx writes its own variables so.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
	readAddress,
	readTarget,
} from "../../../server/src/languages/nginx/address.ts";
import type { Address } from "../../../server/src/languages/nginx/facts.ts";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import type { Word } from "../../../server/src/languages/nginx/tree.ts";

/** Kind and text of the host, port, text of the port. */
type Read = readonly [
	kind: string,
	host: string,
	port?: number | undefined,
	portText?: string,
];

const addresses: Readonly<Record<string, Read>> = {
	"app:3000": ["name", "app", 3000, "3000"],
	app: ["name", "app"],
	"127.0.0.1": ["ip", "127.0.0.1"],
	"127.0.0.1:80": ["ip", "127.0.0.1", 80, "80"],
	"300.0.0.1:80": ["name", "300.0.0.1", 80, "80"],
	"[::1]:3000": ["ip", "::1", 3000, "3000"],
	"[::1]": ["ip", "::1"],
	"unix:/run/app.sock": ["unix", "/run/app.sock"],
	"3000": ["name", "3000"],
	":3000": ["name", "", 3000, "3000"],
	"app:": ["name", "app", undefined, ""],
	"app:0": ["name", "app", undefined, "0"],
	"app:99999": ["name", "app", undefined, "99999"],
	"app:3000-3005": ["name", "app", undefined, "3000-3005"],
	"$host:3000": ["variable", "$host", 3000, "3000"],
	"${API_HOST}:${API_PORT}": [
		"variable",
		"${API_HOST}",
		undefined,
		"${API_PORT}",
	],
	"app:$port": ["name", "app", undefined, "$port"],
	"[::1": ["ip", "::1"],
};

for (const [text, expected] of Object.entries(addresses)) {
	test(`server ${text}`, () => {
		const source = `server ${text} weight=2;`;
		const address = readAddress(firstArgument(source));
		assert.deepEqual(read(address), expected);
		assert.equal(address.text, text);
		assertPlaces(address, source);
	});
}

/** Scheme, URI, address. */
const targets: Readonly<
	Record<string, readonly [string | undefined, string | undefined, Read]>
> = {
	"http://app:3000": ["http", undefined, ["name", "app", 3000, "3000"]],
	"http://app": ["http", undefined, ["name", "app"]],
	"https://app/": ["https", "/", ["name", "app"]],
	"http://app:3000/v1/?a=b": [
		"http",
		"/v1/?a=b",
		["name", "app", 3000, "3000"],
	],
	"http://[::1]:3000/a": ["http", "/a", ["ip", "::1", 3000, "3000"]],
	"http://unix:/run/a.sock": ["http", undefined, ["unix", "/run/a.sock"]],
	"http://unix:/run/a.sock:/v1/": ["http", "/v1/", ["unix", "/run/a.sock"]],
	"grpc://app:50051": ["grpc", undefined, ["name", "app", 50051, "50051"]],
	"php:9000": [undefined, undefined, ["name", "php", 9000, "9000"]],
	"unix:/run/php.sock": [undefined, undefined, ["unix", "/run/php.sock"]],
	"http://$backend": ["http", undefined, ["variable", "$backend"]],
	"http://$backend:3000$request_uri": [
		"http",
		"$request_uri",
		["variable", "$backend", 3000, "3000"],
	],
	"http://api$request_uri": ["http", "$request_uri", ["name", "api"]],
	"http://api:3000$1": ["http", "$1", ["name", "api", 3000, "3000"]],
	"http://api$is_args$args": ["http", "$is_args$args", ["name", "api"]],
	"http://${name}_api:3000/x": [
		"http",
		"/x",
		["variable", "${name}_api", 3000, "3000"],
	],
	$target: [undefined, undefined, ["variable", "$target"]],
	"$scheme://app:3000": ["$scheme", undefined, ["name", "app", 3000, "3000"]],
	"http://": ["http", undefined, ["name", ""]],
};

for (const [text, [scheme, uri, expected]] of Object.entries(targets)) {
	test(`proxy_pass ${text}`, () => {
		for (const source of [`proxy_pass ${text};`, `proxy_pass "${text}";`]) {
			const target = readTarget(firstArgument(source));
			assert.equal(target.scheme, scheme);
			assert.equal(target.uri?.value, uri);
			assert.deepEqual(read(target.address), expected);
			assertPlaces(target.address, source);
			if (target.uri)
				assert.equal(source.slice(target.uri.at.start, target.uri.at.end), uri);
		}
	});
}

function firstArgument(source: string): Word {
	const word = parseNginx("/a", source).directives[0]?.args[0];
	assert.ok(word);
	return word;
}

function read({ host, port, portText }: Address): Read {
	const name =
		host.kind === "name"
			? host.name
			: host.kind === "ip"
				? host.address
				: host.kind === "unix"
					? host.path
					: host.text;
	if (!portText) return [host.kind, name];
	return [host.kind, name, port?.value, portText.value];
}

/** Each part stands where its place says. */
function assertPlaces(address: Address, source: string): void {
	const slice = ({ start, end }: { start: number; end: number }) =>
		source.slice(start, end);
	assert.equal(slice(address.at), address.text);
	assert.ok(slice(address.host.at).includes(read(address)[1]));
	if (address.port)
		assert.equal(slice(address.port.at), String(address.port.value));
	if (address.portText)
		assert.equal(slice(address.portText.at), address.portText.value);
}
