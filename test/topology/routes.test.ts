/** What an address of nginx reaches, by where nginx runs. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Listener, Target } from "../../server/src/topology/model.ts";
import { parseFixture } from "../fixture.ts";
import { projectsOf } from "../workspace.ts";

/** `address → target: who answers` of each route, of all projects. */
function routes(text: string): string[] {
	return projectsOf(parseFixture(text).files)
		.flatMap(({ nginxes }) => nginxes.flatMap((nginx) => nginx.routes))
		.map(
			({ address, target, listeners }) =>
				`${address.text} → ${targetText(target)}: ${listeners.map(who).join(", ")}`,
		);
}

function targetText(target: Target): string {
	switch (target.kind) {
		case "service":
			return `${target.service.name} by ${target.via}`;
		case "self":
			return "itself";
		case "host":
			return `host by ${target.via}`;
		case "unresolved":
			return `nothing, ${target.reason.kind}`;
		case "outside":
			return "outside";
		case "upstream":
			return `upstream ${target.upstream.name.text}`;
		case "unknown":
			return "unknown";
	}
}

function who({ by, evidence }: Listener): string {
	return by.kind === "pm2" ? by.app.name : `${evidence}`;
}

const nginx = (...passes: string[]) =>
	`=== nginx.conf\nevents {}\nhttp {\n  server {\n    listen 8080;\n${passes
		.map((pass, i) => `    location /${i} { proxy_pass ${pass}; }`)
		.join("\n")}\n  }\n}\n`;

const inCompose = (service: string, rest = "") =>
	`=== docker-compose.yml\nservices:\n  edge:\n    image: nginx:1.30\n    volumes:\n      - ./nginx.conf:/etc/nginx/nginx.conf:ro\n${service}${rest}`;

describe("routes of an nginx in compose", () => {
	it("finds services by their name, container_name, hostname, alias and link", () => {
		const compose = inCompose(
			"    networks: [front]\n    links: [api:linked]\n",
			"  api:\n    image: example/api\n    container_name: api-1\n    hostname: api-host\n    networks:\n      front:\n        aliases: [backend]\nnetworks:\n  front:\n",
		);
		const names = ["api", "api-1", "api-host", "backend", "linked"];
		assert.deepEqual(
			routes(nginx(...names.map((name) => `http://${name}:3000`)) + compose),
			[
				"api:3000 → api by service: ",
				"api-1:3000 → api by container_name: ",
				"api-host:3000 → api by hostname: ",
				"backend:3000 → api by alias: ",
				"linked:3000 → api by link: ",
			],
		);
	});

	it("says why a name reaches nothing", () => {
		const compose = inCompose(
			"    networks: [front]\n",
			"  api:\n    image: example/api\n    networks: [back]\nnetworks:\n  front:\n  back:\n",
		);
		assert.deepEqual(
			routes(
				nginx("http://api:3000", "http://nobody:1", "http://example.com") +
					compose,
			),
			[
				"api:3000 → nothing, no-shared-network: ",
				"nobody:1 → nothing, nobody: ",
				"example.com → outside: ",
			],
		);
	});

	it("takes loopback for its own container", () => {
		assert.deepEqual(
			routes(
				nginx("http://127.0.0.1:8080", "http://localhost:3000") + inCompose(""),
			),
			["127.0.0.1:8080 → itself: nginx", "localhost:3000 → itself: "],
		);
	});

	it("takes loopback for the neighbour whose network it shares", () => {
		const compose = inCompose(
			'    network_mode: "service:api"\n',
			"  api:\n    image: example/api\n    environment:\n      PORT: 3000\n",
		);
		assert.deepEqual(routes(nginx("http://127.0.0.1:3000") + compose), [
			"127.0.0.1:3000 → itself: environment",
		]);
	});

	it("takes host.docker.internal and what maps to host-gateway for the host", () => {
		const compose = inCompose(
			'    extra_hosts: ["box:host-gateway", "db.example:10.0.0.5"]\n',
		);
		const pm2 =
			"=== ecosystem.config.js\nmodule.exports = { apps: [{ name: 'api', script: 'a.js', env: { PORT: 3000 } }] };\n";
		assert.deepEqual(
			routes(
				nginx(
					"http://host.docker.internal:3000",
					"http://box:3000",
					"http://db.example:1",
				) +
					compose +
					pm2,
			),
			[
				"host.docker.internal:3000 → host by gateway: api",
				"box:3000 → host by gateway: api",
				"db.example:1 → outside: ",
			],
		);
	});

	it("with the host's network takes loopback for the host, and knows no service by its name", () => {
		const compose = inCompose(
			"    network_mode: host\n",
			'  api:\n    image: example/api\n    ports: ["3000:80"]\n',
		);
		assert.deepEqual(
			routes(nginx("http://127.0.0.1:3000", "http://api:80") + compose),
			[
				"127.0.0.1:3000 → host by loopback: published",
				"api:80 → nothing, not-in-network: ",
			],
		);
	});

	it("orders evidence from strong to weak", () => {
		const compose = inCompose(
			"",
			'  api:\n    image: example/api\n    environment: { PORT: 3000 }\n    command: node a.js --port 3000\n    ports: ["8000:3000"]\n    expose: [3000]\n',
		);
		assert.deepEqual(routes(nginx("http://api:3000") + compose), [
			"api:3000 → api by service: environment, command, ports, expose",
		]);
	});
});

describe("a service that only has nginx's files", () => {
	const companion =
		"  other:\n    image: example/edge\n    networks: [back]\n    volumes:\n      - ./nginx.conf:/etc/nginx/nginx.conf\n  api:\n    image: example/api\n";
	const networks = "networks:\n  back:\n";

	it("is no second nginx beside the one that runs them", () => {
		assert.deepEqual(
			routes(nginx("http://api:3000") + inCompose("", companion + networks)),
			["api:3000 → api by service: "],
		);
	});

	it("is one where nobody else runs them", () => {
		assert.deepEqual(
			routes(
				`${nginx("http://api:3000")}=== docker-compose.yml\nservices:\n${companion}${networks}`,
			),
			["api:3000 → nothing, no-shared-network: "],
		);
	});
});

describe("routes of an nginx on the host", () => {
	it("sees PM2's apps and published ports", () => {
		const pm2 =
			"=== ecosystem.config.js\nmodule.exports = { apps: [{ name: 'api', script: 'a.js', env: { PORT: 3000 } }] };\n";
		const compose =
			'=== docker-compose.yml\nservices:\n  db:\n    image: adminer\n    ports: ["127.0.0.1:8081:8080"]\n';
		assert.deepEqual(
			routes(
				nginx(
					"http://127.0.0.1:3000",
					"http://localhost:8081",
					"http://db:8080",
				) +
					pm2 +
					compose,
			),
			[
				"127.0.0.1:3000 → host by loopback: api",
				"localhost:8081 → host by loopback: published",
				"db:8080 → nothing, not-in-network: ",
			],
		);
	});

	it("is not known where a commented-out service runs an nginx", () => {
		const compose =
			"=== docker-compose.yml\nservices:\n  db:\n    image: adminer\n  #edge:\n  #  image: nginx:1.30\n";
		assert.deepEqual(routes(nginx("http://127.0.0.1:3000") + compose), [
			"127.0.0.1:3000 → unknown: ",
		]);
	});

	it("follows includes from the main file's folder", () => {
		const text = `=== nginx/nginx.conf\nevents {}\nhttp { include conf.d/*.conf; include mime.types; }\n=== nginx/conf.d/up.conf\nupstream api { server 127.0.0.1:1; }\n=== nginx/conf.d/site.conf\nserver { listen 80; location / { proxy_pass http://api; } }\n`;
		assert.deepEqual(routes(text), [
			"127.0.0.1:1 → host by loopback: ",
			"api → upstream api: ",
		]);
	});
});
