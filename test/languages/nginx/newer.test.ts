/** What only versions behind the conformance tests' nginx take is refused by none of the rules: nobody says which version is meant. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { errorsIn } from "../../conformance/nginx/verdicts/verdict.ts";

const inHttp: readonly string[] = [
	"geo $a { volatile; 10.0.0.0/8 1; }",
	"server { listen 80 multipath; }",
	"resolver 1.1.1.1 ipv4=off;",
	"add_header_inherit merge;",
	"upstream u { server 127.0.0.1:1; keepalive 32 local; }",
	"upstream u { server 127.0.0.1:1; keepalive 0; }",
	"upstream u { least_time header; server 127.0.0.1:1; }",
	"upstream u { sticky cookie s expires=1h; server 127.0.0.1:1 route=a; server 127.0.0.2:1 drain; }",
	"upstream u { zone u 64k; resolver 127.0.0.11; server a.example:80 resolve service=http; }",
	"server { ssl_certificate_cache max=10 inactive=1m valid=1h; ssl_ech_file /a; }",
	"server { location / { proxy_http_version 2; proxy_next_upstream denied; proxy_limit_rate $arg_a; } }",
	"server { location / { fastcgi_limit_rate $arg_a; early_hints $http_a; add_trailer_inherit off; } }",
];

const inStream: readonly string[] = [
	"server { listen 1 default_server; server_name a.example; return a; }",
	"server { listen 1; server_name a.example; return a; } server { listen 1; return b; }",
	"server { listen 1 deferred setfib=1; proxy_protocol v2; proxy_pass 127.0.0.1:1; }",
	"server { listen 1; pass 127.0.0.1:2; }",
	"geo $a { volatile; default 1; }",
];

const whole: readonly string[] = [
	"error_log stderr info json; events {}",
	"ssl_object_cache_inheritable off; events {}",
	"events {} mail { auth_http 127.0.0.1:1; server { listen 25; protocol smtp; proxy_protocol v2; } }",
];

describe("a newer nginx's", () => {
	for (const [around, lines] of [
		["http", inHttp],
		["stream", inStream],
	] as const)
		for (const line of lines)
			it(`${around} takes ${line}`, () => {
				assert.deepEqual(errorsIn(`events {} ${around} { ${line} }\n`), []);
			});

	for (const text of whole)
		it(`file is ${text}`, () => {
			assert.deepEqual(errorsIn(`${text}\n`), []);
		});
});
