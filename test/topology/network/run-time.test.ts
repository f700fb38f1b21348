/** Addresses that variables decide: a route for each that is possible, as nginx takes it (semantics 37). */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Route } from "../../../server/src/topology/model.ts";
import { parseFixture, root } from "../../fixture.ts";
import { projectsOf } from "../../workspace.ts";

const compose = `=== docker-compose.yml
services:
  edge:
    image: nginx:1.30
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
  api:
    image: example/api
    environment: { PORT: 3000 }
  web:
    image: example/web
    environment: { PORT: 4000 }
`;

interface Told {
	readonly route: Route;
	/** \`address → target, port, who; written: …\` */
	readonly words: string;
}

function routes(body: string): readonly Told[] {
	const files = parseFixture(
		`=== nginx.conf\nevents {}\nhttp {\n${body}\n}\n${compose}`,
	).files;
	const text = files.get(`${root}/nginx.conf`) ?? "";
	return projectsOf(files)
		.flatMap(({ nginxes }) => nginxes.flatMap((nginx) => nginx.routes))
		.filter(({ from }) => from.kind === "pass")
		.map((route) => {
			const { address, target, port, listeners } = route;
			const named =
				target.kind === "service"
					? target.service.name
					: target.kind === "upstream"
						? `upstream ${target.upstream.name.text}`
						: target.kind;
			return {
				route,
				words: `${address.text} → ${named} ${port ?? "-"} ${listeners.length}; ${text.slice(address.at.start, address.at.end)}`,
			};
		});
}

const words = (body: string) => routes(body).map(({ words }) => words);

const location = (body: string) => `server { location / { ${body} } }`;

describe("a route for each possible address", () => {
	it("where set says it", () => {
		assert.deepEqual(
			words(location("set $backend api:3000; proxy_pass http://$backend;")),
			["api:3000 → api 3000 1; api:3000"],
		);
	});

	it("for each value of a map, and its port where that is written", () => {
		const [api, web, ...others] = routes(
			`map $cookie_v $pool { default api; b "web"; }\n${location("proxy_pass http://$pool:4000/x/;")}`,
		);
		assert.deepEqual(others, []);
		assert.equal(api?.words, "api:4000 → api 4000 0; api");
		assert.equal(web?.words, 'web:4000 → web 4000 1; "web"');
		const { address, from } = web?.route ?? {};
		assert.ok(address && from?.kind === "pass");
		assert.equal(address.host.at.end - address.host.at.start, 3);
		assert.deepEqual(address.port, from.pass.address.port);
	});

	it("with its scheme, whose port is the default", () => {
		assert.deepEqual(
			words(location("set $to https://api/v1/; proxy_pass $to;")),
			["api → api 443 0; api"],
		);
	});

	it("only where the pass directive takes it", () => {
		assert.deepEqual(words(location("set $to api:3000; proxy_pass $to;")), [
			"$to → unknown - 0; $to",
		]);
	});

	it("with one that says that others are possible", () => {
		assert.deepEqual(
			words(
				`map $host $pool { default api:3000; x $arg_to; }\n${location("proxy_pass http://$pool;")}`,
			),
			["api:3000 → api 3000 1; api:3000", "$pool → unknown - 0; $pool"],
		);
	});

	it("not for combinations that need not occur", () => {
		assert.deepEqual(
			words(
				`map $a $host_ { default api; b web; } map $a $port_ { default 3000; b 4000; }\n${location("proxy_pass http://$host_:$port_;")}`,
			),
			["$host_:$port_ → unknown - 0; $host_:$port_"],
		);
	});

	it("the address itself where only its path has a variable", () => {
		assert.deepEqual(
			words(location("proxy_pass http://api:3000$request_uri;")),
			["api:3000 → api 3000 1; api:3000"],
		);
	});
});

describe("the name of an upstream", () => {
	const upstream = "upstream api { server web:4000; }\n";

	it("counts without a port", () => {
		assert.deepEqual(
			words(`${upstream}${location("set $b API; proxy_pass http://$b;")}`),
			["API → upstream api - 0; API"],
		);
	});

	it("is a host with one", () => {
		assert.deepEqual(
			words(`${upstream}${location("set $b api; proxy_pass http://$b:3000;")}`),
			["api:3000 → api 3000 1; api"],
		);
	});
});
