/** What the compose snippets insert is compose, and what the guide wants. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "yaml";
import { inserted, snippetsOf } from "./snippets.ts";

const services = ["service-replicas", "service-stateful", "service-nginx"];

for (const { name, prefix } of snippetsOf("dockercompose")) {
	test(`${name}: nothing is wrong with its text`, () => {
		const document = parseDocument(file(prefix));
		assert.deepEqual(document.errors, []);
		assert.deepEqual(document.warnings, []);
	});
}

test("a service with replicas has a memory limit", () => {
	assert.deepEqual(serviceOf("service-replicas"), {
		image: "example/middleware",
		deploy: { replicas: 2, resources: { limits: { memory: "512M" } } },
	});
	assert.deepEqual(
		serviceOf("deploy").deploy,
		serviceOf("service-replicas").deploy,
	);
});

test("a stateful service is declared as one, and stays at one replica", () => {
	const service = serviceOf("service-stateful");
	assert.deepEqual(service.labels, { "edgewise.stateful": "true" });
	assert.deepEqual(service.deploy, {
		replicas: 1,
		resources: { limits: { memory: "512M" } },
	});
});

test("nginx reaches the host on Linux too, and can't write what is mounted", () => {
	const service = serviceOf("service-nginx");
	assert.deepEqual(service.extra_hosts, ["host.docker.internal:host-gateway"]);
	assert.deepEqual(service.extra_hosts, serviceOf("extra_hosts").extra_hosts);
	assert.deepEqual(service.volumes, [
		"./nginx/nginx.conf:/etc/nginx/nginx.conf:ro",
		"/etc/letsencrypt:/etc/letsencrypt:ro",
	]);
	assert.deepEqual(service.ports, ["80:80", "443:443"]);
});

test("a health check asks over IPv4: localhost may be ::1 in a container", () => {
	assert.deepEqual(serviceOf("healthcheck").healthcheck, {
		test: ["CMD", "wget", "-q", "--spider", "http://127.0.0.1:3000/health"],
		interval: "30s",
		timeout: "5s",
		retries: 3,
		start_period: "10s",
	});
});

/** The snippet where its prefix is typed: below `services`, or in a service. */
function file(prefix: string): string {
	if (services.includes(prefix))
		return `services:\n${inserted("dockercompose", prefix, 1)}\n`;
	return `services:\n  api:\n    image: api\n${inserted("dockercompose", prefix, 2)}\n`;
}

function serviceOf(prefix: string): Readonly<Record<string, unknown>> {
	const [service] = Object.values(parseDocument(file(prefix)).toJS().services);
	return service as Readonly<Record<string, unknown>>;
}
