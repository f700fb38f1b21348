import assert from "node:assert/strict";
import { test } from "node:test";
import {
	imageFamily,
	parseImageReference,
	repository,
} from "../../../server/src/languages/dockerfile/image.ts";
import { imagePorts } from "../../../server/src/languages/dockerfile/image-ports.ts";
import {
	isBefore,
	nginxVersion,
} from "../../../server/src/languages/dockerfile/nginx-version.ts";

test("image references", () => {
	const parts = (text: string) => {
		const { name, tag, digest } = parseImageReference(text);
		return [name, tag, digest];
	};
	assert.deepEqual(parts("nginx"), ["nginx", undefined, undefined]);
	assert.deepEqual(parts("localhost:5000/a/nginx"), [
		"localhost:5000/a/nginx",
		undefined,
		undefined,
	]);
	assert.deepEqual(parts("ghcr.io/a/b:1.2@sha256:ab"), [
		"ghcr.io/a/b",
		"1.2",
		"sha256:ab",
	]);
	assert.equal(repository("docker.io/library/nginx"), "nginx");
	assert.equal(repository("localhost:5000/a/nginx"), "a/nginx");
	assert.equal(
		repository("jc21/nginx-proxy-manager"),
		"jc21/nginx-proxy-manager",
	);
});

test("families", () => {
	const family = (text: string) => {
		const found = imageFamily(parseImageReference(text));
		return found.kind === "nginx" ? found.flavour : found.kind;
	};
	assert.deepEqual(
		[
			"nginx:alpine",
			"docker.io/library/nginx",
			"public.ecr.aws/docker/library/nginx:1.27",
			"nginxinc/nginx-unprivileged",
			"openresty/openresty:alpine",
			"bitnami/nginx",
			"registry.example.com/team/nginx:3",
			"nginxproxy/nginx-proxy",
			"jwilder/nginx-proxy:alpine",
			"registry.k8s.io/ingress-nginx/controller",
			"nginx/nginx-ingress",
			"jc21/nginx-proxy-manager:latest",
			"lscr.io/linuxserver/swag",
			"nginxproxy/acme-companion",
			"certbot/certbot",
			"node:20",
		].map(family),
		[
			"official",
			"official",
			"official",
			"unprivileged",
			"openresty",
			"bitnami",
			"third-party",
			"generates",
			"generates",
			"generates",
			"generates",
			"generates",
			"generates",
			"companion",
			"companion",
			"other",
		],
	);
});

test("versions from tags", () => {
	const version = (text: string) => {
		const image = parseImageReference(text);
		const family = imageFamily(image);
		assert.equal(family.kind, "nginx", text);
		const found = nginxVersion(
			image,
			family.kind === "nginx" ? family.flavour : "official",
		);
		switch (found.kind) {
			case "exact":
				return `${found.major}.${found.minor}.${found.patch}`;
			case "branch":
				return `${found.major}.${found.minor}`;
			case "floating":
				return found.channel;
			default:
				return found.kind;
		}
	};
	const expected: Record<string, string> = {
		nginx: "mainline",
		"nginx:latest": "mainline",
		"nginx:alpine": "mainline",
		"nginx:alpine3.20-slim": "mainline",
		"nginx:1-alpine": "mainline",
		"nginx:mainline-bookworm": "mainline",
		"nginx:stable-alpine": "stable",
		"nginx:1.25": "1.25",
		"nginx:1.25-alpine": "1.25",
		"nginx:1.25.3-alpine3.18": "1.25.3",
		"nginx:1.25.3@sha256:ab": "1.25.3",
		"nginx:1.25@sha256:ab": "unknown",
		"nginx@sha256:ab": "unknown",
		"nginx:$TAG": "unknown",
		"nginx:our-build": "unknown",
		"openresty/openresty:1.25.3.1-2-alpine": "1.25.3",
		"openresty/openresty:alpine": "unknown",
		"bitnami/nginx:1.25.3-debian-11-r0": "1.25.3",
		"registry.example.com/team/nginx:2.0.1": "unknown",
	};
	for (const [image, wanted] of Object.entries(expected))
		assert.equal(version(image), wanted, image);
});

test("comparing versions", () => {
	const before = (text: string, version: string) =>
		isBefore(nginxVersion(parseImageReference(text), "official"), version);
	assert.equal(before("nginx:1.25.0", "1.25.1"), true);
	assert.equal(before("nginx:1.25.1", "1.25.1"), false);
	assert.equal(before("nginx:1.9.15", "1.25.1"), true);
	assert.equal(before("nginx:1.25", "1.25.1"), false);
	assert.equal(before("nginx:1.24", "1.25.1"), true);
	assert.equal(before("nginx:stable", "1.31.0"), true);
	assert.equal(before("nginx", "1.31.0"), false);
	assert.equal(before("nginx@sha256:ab", "1.25.1"), undefined);
});

test("default ports", () => {
	const expected: Record<string, readonly number[]> = {
		"postgres:16": [5432],
		redis: [6379],
		"docker.io/library/mysql:8": [3306],
		"php:8.3-fpm-alpine": [9000],
		"php:8.3-apache": [80],
		"php:8.3-cli": [],
		"wordpress:fpm": [9000],
		wordpress: [80],
		"rabbitmq:3-management": [5672, 15672],
		"rabbitmq:3": [5672],
		"docker.elastic.co/elasticsearch/elasticsearch:8": [9200, 9300],
		nginx: [80],
		"nginxinc/nginx-unprivileged": [8080],
		"node:20": [],
		"ghcr.io/team/api": [],
	};
	for (const [image, ports] of Object.entries(expected))
		assert.deepEqual(imagePorts(image), ports, image);
});
