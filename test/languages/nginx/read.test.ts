import assert from "node:assert/strict";
import { test } from "node:test";
import {
	flag,
	headerSet,
	inherited,
	parameter,
} from "../../../server/src/languages/nginx/find.ts";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import { readNginx } from "../../../server/src/languages/nginx/read.ts";

const main = `
events {}
http {
	proxy_set_header Host $host;
	upstream api {
		ip_hash;
		server app:3000 max_fails=3 weight=2;
		server app:3001 backup;
		keepalive 8;
	}
	server {
		listen 80;
		listen [::]:443 ssl;
		server_name a.example "b.example";
		resolver 127.0.0.11;
		location / {
			proxy_pass http://api;
			location = /ws {
				proxy_set_header Upgrade $http_upgrade;
				proxy_pass http://api/ws;
			}
			if ($arg_a) { proxy_pass http://other; }
			limit_except GET { proxy_pass http://writer:1; }
		}
		location ~* \\.php$ { fastcgi_pass php:9000; }
		location @fallback { grpc_pass grpcs://rpc:50051; }
		location ^~/static { uwsgi_pass unix:/run/u.sock; }
		location =/m { memcached_pass cache:11211; }
		location /s { scgi_pass scgi:4000; }
	}
	server { listen 81; ssl on; }
}
stream {
	upstream db { server db1:5432; }
	server { listen 5432; proxy_pass db; }
}
mail { server { listen 25; protocol smtp; } }
`;

test("a main file: upstreams, servers, locations and passes of every context", () => {
	const facts = read(main);
	assert.deepEqual(
		facts.upstreams.map(({ protocol, name, servers, balancing }) => [
			protocol,
			name.text,
			servers.map(({ address }) => address.text),
			balancing?.name.text,
		]),
		[
			["http", "api", ["app:3000", "app:3001"], "ip_hash"],
			["stream", "db", ["db1:5432"], undefined],
		],
	);
	assert.deepEqual(
		facts.servers.map(({ protocol, listens, names }) => [
			protocol,
			listens.map(({ port, ssl }) => `${port?.value}${ssl ? " ssl" : ""}`),
			names.map(({ text }) => text),
		]),
		[
			["http", ["80", "443 ssl"], ["a.example", "b.example"]],
			["http", ["81 ssl"], []],
			["stream", ["5432"], []],
			["mail", ["25"], []],
		],
	);
	assert.deepEqual(
		facts.passes.map(({ protocol, kind, scheme, address, uri, location }) => [
			protocol,
			kind,
			`${scheme ?? ""}|${address.text}|${uri?.value ?? ""}`,
			location && `${location.modifier}${location.pattern.value}`,
		]),
		[
			["http", "proxy_pass", "http|api|", "/"],
			["http", "proxy_pass", "http|api|/ws", "=/ws"],
			["http", "proxy_pass", "http|other|", "/"],
			["http", "proxy_pass", "http|writer:1|", "/"],
			["http", "fastcgi_pass", "|php:9000|", "~*\\.php$"],
			["http", "grpc_pass", "grpcs|rpc:50051|", "@fallback"],
			["http", "uwsgi_pass", "|unix:/run/u.sock|", "^~/static"],
			["http", "memcached_pass", "|cache:11211|", "=/m"],
			["http", "scgi_pass", "|scgi:4000|", "/s"],
			["stream", "proxy_pass", "|db|", undefined],
		],
	);
});

test("locations know what they stand in", () => {
	const [server] = read(main).servers;
	assert.ok(server);
	assert.deepEqual(
		server.locations.map(({ pattern }) => pattern.value),
		["/", "\\.php$", "fallback", "/static", "/m", "/s"],
	);
	const [outer] = server.locations;
	assert.equal(outer?.locations[0]?.pattern.value, "/ws");
	assert.equal(outer?.locations[0]?.parent, outer);
	assert.equal(outer?.parent, undefined);
});

test("a level with a header of its own drops those of the levels around it", () => {
	const [plain, upgraded, inIf] = read(main).passes;
	assert.ok(plain && upgraded && inIf);
	assert.equal(headerSet(plain.levels, "host")?.text, "$host");
	assert.equal(headerSet(plain.levels, "upgrade"), undefined);
	assert.equal(headerSet(upgraded.levels, "UPGRADE")?.text, "$http_upgrade");
	assert.equal(headerSet(upgraded.levels, "host"), undefined);
	assert.equal(headerSet(inIf.levels, "Host")?.text, "$host");
	assert.equal(
		inherited(upgraded.levels, "resolver")[0]?.args[0]?.text,
		"127.0.0.11",
	);
	assert.deepEqual(inherited(upgraded.levels, "proxy_cache"), []);
});

test("parameters of a server line have places", () => {
	const [first, second] = read(main).upstreams[0]?.servers ?? [];
	assert.ok(first && second);
	const fails = parameter(first, "max_fails");
	assert.equal(fails?.value, "3");
	assert.equal(main.slice(fails?.at.start, fails?.at.end), "3");
	assert.equal(parameter(first, "fail_timeout"), undefined);
	assert.equal(flag(second, "backup")?.text, "backup");
	assert.equal(flag(first, "backup"), undefined);
});

test("a fragment of conf.d: servers and upstreams without http around them", () => {
	const facts = read(
		"upstream a { server b:1; }\nproxy_set_header Host x;\nserver { location / { proxy_pass http://a; } }",
	);
	assert.deepEqual(
		[
			facts.upstreams[0]?.protocol,
			facts.servers[0]?.protocol,
			facts.passes[0]?.server === facts.servers[0],
		],
		["http", "http", true],
	);
	const [pass] = facts.passes;
	assert.ok(pass);
	assert.equal(headerSet(pass.levels, "Host")?.text, "x");
	assert.equal(facts.http.length, 3);
});

test("a fragment of a stream", () => {
	const facts = read(
		"upstream a { server b:1; }\nserver { listen 1; proxy_pass a; }",
	);
	assert.equal(facts.upstreams[0]?.protocol, "stream");
	assert.deepEqual(
		[facts.passes[0]?.protocol, facts.passes[0]?.location],
		["stream", undefined],
	);
});

test("a fragment of locations has no server", () => {
	const facts = read(
		"location /a { proxy_pass http://a:1; }\nproxy_set_header Host x;",
	);
	assert.deepEqual(facts.servers, []);
	const [pass] = facts.passes;
	assert.equal(pass?.server, undefined);
	assert.equal(pass?.location?.pattern.value, "/a");
	assert.equal(pass && headerSet(pass.levels, "Host")?.text, "x");
});

test("what is not finished yet is left out", () => {
	const facts = read(
		"upstream { server a; }\nupstream b { server; }\nserver { location { proxy_pass http://a; } location / { proxy_pass; } listen; }",
	);
	assert.deepEqual(
		facts.upstreams.map(({ name, servers }) => [name.text, servers.length]),
		[["b", 0]],
	);
	assert.deepEqual(facts.passes, []);
	assert.deepEqual(facts.servers[0]?.listens, []);
});

function read(text: string) {
	return readNginx(parseNginx("/nginx.conf", text).directives);
}
