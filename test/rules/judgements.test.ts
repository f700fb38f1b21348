/** What several loadings of one file find, and how it is said. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFixture, root } from "../fixture.ts";
import { findingsOf } from "../workspace.ts";

const nginx = `=== nginx.conf
events {}
http {
    server {
        listen 80;
        location / { proxy_pass http://host.docker.internal:3000; }
    }
}
`;

const service = `services:
  nginx:
    image: nginx:1.28
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
`;

const entry = `    extra_hosts: ["host.docker.internal:host-gateway"]
`;

function said(text: string): string[] {
	return findingsOf(parseFixture(text).files).map(
		({ at, severity, rule, message }) =>
			`${at.path.slice(root.length + 1)} ${severity} ${rule}: ${message}`,
	);
}

const missing =
	'nginx sends to host.docker.internal, but service nginx has no extra_hosts entry for it: on Linux nginx stops at start with "host not found in upstream".';

test("a file merged onto the default ones repairs it", () => {
	const overlay = `=== docker-compose.linux.yml\nservices:\n  nginx:\n${entry}`;
	assert.deepEqual(
		said(`${nginx}=== docker-compose.yml\n${service}${overlay}`),
		[
			`docker-compose.yml info host-gateway-missing: ${missing} Not so with docker-compose.linux.yml.`,
		],
	);
});

test("a file that is whole by itself is right: a warning all the same", () => {
	assert.deepEqual(
		said(
			`${nginx}=== docker-compose.yml\n${service}=== docker-compose.prod.yml\n${service}${entry}`,
		),
		[
			`docker-compose.yml warning host-gateway-missing: ${missing} Not so with docker-compose.prod.yml.`,
		],
	);
});

test("a file merged onto the default ones causes it", () => {
	const overlay =
		"=== docker-compose.prod.yml\nservices:\n  nginx:\n    extra_hosts: !reset []\n";
	assert.deepEqual(
		said(`${nginx}=== docker-compose.yml\n${service}${entry}${overlay}`),
		[
			`docker-compose.yml warning host-gateway-missing: With docker-compose.prod.yml: ${missing}`,
		],
	);
});

test("what only one of the ways to load a file finds is not said", () => {
	const overlay =
		"=== docker-compose.dev.yml\nservices:\n  nginx:\n    image: nginx:1.29\n    volumes: ['./nginx.conf:/etc/nginx/nginx.conf:ro']\n";
	assert.deepEqual(
		said(`${nginx}=== docker-compose.yml\n${service}${entry}${overlay}`),
		[],
	);
});

test("a configuration that only another file loads is judged there, as it is", () => {
	const prod = `=== docker-compose.prod.yml\n${service}`;
	assert.deepEqual(
		said(
			`${nginx}=== docker-compose.yml\nservices:\n  db:\n    image: postgres:17\n${prod}`,
		),
		[`docker-compose.prod.yml warning host-gateway-missing: ${missing}`],
	);
});

test("two projects load one configuration, and one of them is right", () => {
	const shared = nginx.replace("=== nginx.conf", "=== shared/nginx.conf");
	const mounted = service
		.replace("./nginx.conf", "../shared/nginx.conf")
		.replace("host.docker.internal", "api");
	const conf = shared.replace("host.docker.internal", "127.0.0.1");
	const pm2 =
		"module.exports = { apps: [{ name: 'web', script: 'web.js', env: { PORT: 3001 } }] };\n";
	const right = pm2.replace("3001", "3000");
	const hosted = mounted.replace(
		"    volumes",
		"    network_mode: host\n    volumes",
	);
	assert.deepEqual(
		said(
			`${conf}=== a/docker-compose.yml\n${hosted}=== a/ecosystem.config.js\n${pm2}=== b/docker-compose.yml\n${hosted}=== b/ecosystem.config.js\n${right}`,
		),
		[
			"shared/nginx.conf warning host-port-unserved: nginx sends to 127.0.0.1:3000, but nothing in the workspace listens on port 3000 of the host; PM2 opens 3001 (web). Requests get 502. Not so in b/docker-compose.yml.",
		],
	);
});

test("a comment that only a variant needs is used", () => {
	const overlay =
		"=== docker-compose.prod.yml\nservices:\n  nginx:\n    extra_hosts: !reset []\n";
	const commented = service.replace(
		"  nginx:",
		"  # edgewise-disable-next-line host-gateway-missing\n  nginx:",
	);
	assert.deepEqual(
		said(`${nginx}=== docker-compose.yml\n${commented}${entry}${overlay}`),
		[],
	);
});
