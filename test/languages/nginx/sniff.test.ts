import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { looksLikeNginx } from "../../../server/src/languages/nginx/sniff.ts";
import { corpus, filesBelow } from "../../corpus.ts";

const nginx: readonly string[] = [
	"server {\n  listen 80;\n  location / { proxy_pass http://api; }\n}",
	"upstream api {\n  server a:1;\n}",
	"proxy_set_header Host $host;",
	"events {\n  worker_connections 1024;\n}\nhttp {\n  include /etc/nginx/conf.d/*.conf;\n}",
	"server { server_name a.example; return 301 https://$host$request_uri; }",
	"location ~ \\.php$ {\n\tfastcgi_pass php:9000;\n}",
	"\ufeffserver {\r\n  listen 80;\r\n  server_name a;\r\n}\r\n",
];

const others: Readonly<Record<string, string>> = {
	empty: "",
	ini: "[server]\nlisten = 80\nserver_name = a\n",
	apache:
		"<VirtualHost *:80>\n  ServerName a\n  ProxyPass / http://api:3000/\n</VirtualHost>\n",
	haproxy:
		"frontend a\n  bind *:80\n  default_backend api\nbackend api\n  server a 10.0.0.1:80 check\n",
	caddy: "example.com {\n  reverse_proxy api:3000\n}\n",
	HOCON:
		'http {\n  server {\n    port = 80\n  }\n}\nakka.http.server.name = "a"\n',
	freeradius:
		"server default {\n  listen {\n    type = auth\n    port = 0\n  }\n}\n",
	named:
		'options {\n  directory "/var/cache/bind";\n  listen-on { any; };\n};\nzone "a" { type master; };\n',
	rspamd:
		'upstream "local" {\n  default = yes;\n  hosts = "localhost:11333";\n}\n',
	dnsmasq: "server=8.8.8.8\naddress=/a/127.0.0.1\n",
	supervisord: "[program:nginx]\ncommand=nginx -g 'daemon off;'\n",
	redis: "bind 127.0.0.1\nport 6379\n",
	prose: "The server_name directive names a server; proxy_pass sends to it.\n",
};

for (const text of nginx)
	test(`nginx: ${text.slice(0, 40)}`, () => assert.ok(looksLikeNginx(text)));

for (const [name, text] of Object.entries(others))
	test(`not nginx: ${name}`, () => assert.ok(!looksLikeNginx(text)));

test("most of the real sites are recognised by their text alone", (t) => {
	const folder = corpus("corpus/nginx-real");
	if (!folder) return t.diagnostic("corpus/nginx-real is not on this machine");
	const files = filesBelow(folder).filter((path) =>
		/sites-|conf\.d|nginx\.conf$|79-configs/.test(path),
	);
	const found = files.filter((path) =>
		looksLikeNginx(readFileSync(path, "utf8")),
	);
	assert.ok(
		found.length / files.length > 0.9,
		`${found.length} of ${files.length}`,
	);
});
