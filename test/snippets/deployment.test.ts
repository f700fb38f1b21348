/** The guide's deployment, written with nothing but snippets, has no fault but the one that the guide itself has. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { root } from "../fixture.ts";
import { findingsOf } from "../workspace.ts";
import { inserted } from "./snippets.ts";

const apps = {
	middleware: 3000,
	"middleware-2": 3010,
	web: 3001,
	"web-2": 3011,
	realtime: 3002,
};

test("on PM2", () => {
	// Two ports that one PM2 restarts, left out for a while when they fail: what the guide advises.
	const advised = "upstream-restart-outage";
	assert.deepEqual(onPm2(compose("service-nginx")), [advised]);
	const without = compose("service-nginx").replace(/ *extra_hosts:\n.*\n/, "");
	assert.deepEqual(
		onPm2(without),
		["host-gateway-missing", advised],
		"all of it is read",
	);
});

test("in containers", () => {
	const services = compose(
		"service-nginx",
		"service-replicas",
		"service-stateful",
	);
	assert.deepEqual(inContainers(services), []);
	const scaled = services.replace("replicas: 1", "replicas: 2");
	assert.deepEqual(
		inContainers(scaled),
		["stateful-scaled"],
		"all of it is read",
	);
});

function onPm2(dockerCompose: string): string[] {
	return rulesOf({
		"nginx/nginx.conf": nginx(),
		"docker-compose.yml": dockerCompose,
		"ecosystem.config.js": ecosystem(apps),
	});
}

function inContainers(dockerCompose: string): string[] {
	const config = nginx()
		.replace("host.docker.internal:3000", "middleware:3000")
		.replace(/^.*:3010.*\n/m, "")
		.replace("host.docker.internal:3002", "realtime:3002")
		.replace(/^ *upstream web_dashboard \{[^}]*\}\n/m, "");
	return rulesOf({
		"nginx/nginx.conf": config,
		"docker-compose.yml": dockerCompose,
	});
}

function rulesOf(files: Readonly<Record<string, string>>): string[] {
	const found = findingsOf(
		new Map(
			Object.entries(files).map(([path, text]) => [`${root}/${path}`, text]),
		),
	);
	const grave = found.filter(
		({ severity }) => severity === "error" || severity === "warning",
	);
	return [...new Set(grave.map(({ rule }) => rule))];
}

function nginx(): string {
	const locations = ["location-proxy", "location-ws"].map((prefix) =>
		inserted("nginx", prefix, 2),
	);
	const server = inserted("nginx", "server-tls", 1).replace(
		/\s*\}$/,
		`\n${locations.join("\n")}\n    }`,
	);
	const blocks = [
		"map-upgrade",
		"upstream",
		"upstream-backup",
		"upstream-sticky",
	].map((prefix) => inserted("nginx", prefix, 1));
	return `events {}\nhttp {\n${blocks.join("\n")}\n${server}\n}\n`;
}

function compose(...prefixes: string[]): string {
	return `services:\n${prefixes.map((prefix) => inserted("dockercompose", prefix, 1)).join("\n")}\n`;
}

function ecosystem(ports: Readonly<Record<string, number>>): string {
	const apps = Object.entries(ports).map(
		([name, port]) =>
			`{ name: "${name}", script: "${name}.js", env: { PORT: ${port} } }`,
	);
	return `module.exports = { apps: [${apps.join(", ")}] };\n`;
}
