// biome-ignore-all lint/suspicious/noTemplateCurlyInString: nginx writes its own variables so.

/** Small configurations that rules speak of, and what nginx says of each when it is asked with -t (semantics 29, 30, 33, 34, 36). */

export interface Asked {
	readonly name: string;
	/** Inside http. */
	readonly http: string;
}

/** A port that nobody is asked for: nginx -t connects to none. */
const server = (body: string, upstreams = "") =>
	`${upstreams}\nserver { listen 127.0.0.1:8099; ${body} }`;

const pass = (target: string, upstreams = "") =>
	server(`location / { proxy_pass ${target}; }`, upstreams);

export const asked: readonly Asked[] = Object.entries({
	"unknown host in an upstream that nobody uses":
		"upstream api { server no-such-host.invalid:3000; }",
	"unknown host in proxy_pass": pass("http://no-such-host.invalid:3000"),
	"misspelt upstream": pass(
		"http://no-such-upstream.invalid",
		"upstream api { server 127.0.0.1:3000; }",
	),
	"an upstream's name in other letters": pass(
		"http://API",
		"upstream api { server 127.0.0.1:3000; }",
	),
	"an upstream twice":
		"upstream api { server 127.0.0.1:1; } upstream api { server 127.0.0.1:2; }",
	"an upstream with a port": pass(
		"http://api:3000",
		"upstream api { server 127.0.0.1:3000; }",
	),
	"an upstream without servers": "upstream api { }",
	"an upstream of backups": "upstream api { server 127.0.0.1:3000 backup; }",
	"a server line twice":
		"upstream api { server 127.0.0.1:3000; server 127.0.0.1:3000; }",
	"a scheme in a server line": "upstream api { server http://127.0.0.1:3000; }",
	"port 99999": "upstream api { server 127.0.0.1:99999; }",
	"a server without a host": "upstream api { server :3000; }",
	"a server of digits": "upstream api { server 3000; }",
	"a server without a port": "upstream api { server 127.0.0.1; }",
	"a variable in a server line": "upstream api { server $host:3000; }",
	"a name that nobody rendered in proxy_pass": pass("http://${API_HOST}:3000"),
	"no scheme": pass("127.0.0.1:3000"),
	"a variable host without resolver": server(
		"location / { set $backend api; proxy_pass http://$backend:3000; }",
	),
	"https to an upstream": pass(
		"https://api",
		"upstream api { server 127.0.0.1:3000; }",
	),
	"ip_hash before backup":
		"upstream api { ip_hash; server 127.0.0.1:1; server 127.0.0.1:2 backup; }",
	"ip_hash behind backup":
		"upstream api { server 127.0.0.1:1; server 127.0.0.1:2 backup; ip_hash; }",
	"hash before backup":
		"upstream api { hash $remote_addr; server 127.0.0.1:1; server 127.0.0.1:2 backup; }",
	"random before backup":
		"upstream api { random; server 127.0.0.1:1; server 127.0.0.1:2 backup; }",
	"least_conn before backup":
		"upstream api { least_conn; server 127.0.0.1:1; server 127.0.0.1:2 backup; }",
	"keepalive before ip_hash":
		"upstream api { server 127.0.0.1:1; keepalive 4; ip_hash; }",
	"keepalive behind ip_hash":
		"upstream api { ip_hash; server 127.0.0.1:1; keepalive 4; }",
	"two balancing methods":
		"upstream api { least_conn; ip_hash; server 127.0.0.1:1; }",
	"resolve before 1.27.3":
		"upstream api { zone api 64k; server localhost:3000 resolve; }",
	"resolver in an upstream before 1.27.3":
		"upstream api { zone api 64k; resolver 127.0.0.1; server 127.0.0.1:3000; }",
	"sticky before 1.29.6":
		"upstream api { sticky cookie srv; server 127.0.0.1:1; }",
	"http2 on before 1.25.1": server("http2 on;"),
	"a URI behind a regex location": server(
		"location ~ ^/api { proxy_pass http://127.0.0.1:3000/; }",
	),
	"a missing certificate": server(
		"ssl_certificate /no/such.pem; ssl_certificate_key /no/such.key;",
	),
	"a missing include": "include /no/such/file.conf;",
	"a pattern that finds nothing": "include /no/such/folder/*.conf;",
	"connection_upgrade without its map": server(
		"location / { proxy_set_header Connection $connection_upgrade; proxy_pass http://127.0.0.1:3000; }",
	),
	"one header twice": server(
		"location / { proxy_set_header Host a; proxy_set_header Host b; proxy_pass http://127.0.0.1:3000; }",
	),
	"proxy_cache_valid without proxy_cache": server(
		"location / { proxy_cache_valid 200 1h; proxy_pass http://127.0.0.1:3000; }",
	),
}).map(([name, http]) => ({ name, http }));
