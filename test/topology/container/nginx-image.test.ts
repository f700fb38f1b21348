import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { nginxOf } from "../../../server/src/topology/container/nginx-image.ts";
import { corpus, filesBelow } from "../../corpus.ts";
import {
	built,
	type Container,
	containerIn,
	service,
	snapshotOver,
} from "./stack.ts";

function nginx({ service, build, files }: Container) {
	return nginxOf(service, build, files);
}

/** The main file, with `?` where it is not certain; else the kind. */
function short(container: Container): string {
	const found = nginx(container);
	if (found.kind !== "nginx") return found.kind;
	return found.mainFile + (found.certain ? "" : "?");
}

test("by the image", () => {
	assert.equal(short(service("image: nginx")), "/etc/nginx/nginx.conf");
	assert.equal(
		short(service("image: openresty/openresty:alpine")),
		"/usr/local/openresty/nginx/conf/nginx.conf",
	);
	assert.equal(
		short(service("image: bitnami/nginx")),
		"/opt/bitnami/nginx/conf/nginx.conf",
	);
	assert.equal(short(service("image: nginxproxy/nginx-proxy")), "generates");
	assert.equal(short(service("image: node:20")), "no");
});

test("by the Dockerfile's FROM, through its stages", () => {
	assert.equal(
		short(
			built(
				"FROM node AS a\nFROM nginx:1.25.3 AS base\nFROM base\nCOPY --from=a /x /y\n",
			),
		),
		"/etc/nginx/nginx.conf",
	);
	assert.equal(short(built("FROM nginx AS a\nFROM node\n")), "no");
	const found = nginx(built("FROM nginx:1.25.3-alpine\n"));
	assert.deepEqual(found.kind === "nginx" && found.version, {
		kind: "exact",
		major: 1,
		minor: 25,
		patch: 3,
	});
});

test("by what lies below /etc/nginx, or is installed", () => {
	assert.equal(
		short(
			service(
				"image: ghcr.io/team/edge\nvolumes: [./a.conf:/etc/nginx/nginx.conf]",
			),
		),
		"/etc/nginx/nginx.conf?",
	);
	assert.equal(
		short(built("FROM alpine\nRUN apk add nginx\n")),
		"/etc/nginx/nginx.conf?",
	);
	assert.equal(
		short(
			built('FROM debian\nRUN apt install nginx\nCMD ["nginx", "-g", "x"]\n'),
		),
		"/etc/nginx/nginx.conf",
	);
	assert.equal(
		short(
			service(
				"image: nginxproxy/acme-companion\nvolumes: [./c:/etc/nginx/certs]",
			),
		),
		"no",
	);
	assert.equal(
		short(service("image: node\nvolumes: [conf:/etc/nginx/conf.d]")),
		"no",
	);
});

test("the command names the main file", () => {
	const main = (command: string) =>
		short(service(`image: nginx\ncommand: ${command}`));
	assert.equal(main("nginx -c /app/my.conf -g 'daemon off;'"), "/app/my.conf");
	assert.equal(main("[nginx, -cmy.conf]"), "/etc/nginx/my.conf");
	assert.equal(main("nginx -p /srv/x -c conf/a.conf"), "/srv/x/conf/a.conf");
	assert.equal(main("nginx -p /srv/x"), "/srv/x/conf/nginx.conf");
	assert.equal(main(`sh -c "sleep 5; exec nginx -c /b.conf"`), "/b.conf");
	assert.equal(
		short(
			service(
				"image: ghcr.io/team/edge\ncommand: nginx -c /conf/n.conf\nvolumes: [./n.conf:/conf/n.conf]",
			),
		),
		"/conf/n.conf",
	);
});

test("a tag that a variable decides leaves the version open", () => {
	const found = nginx(service("image: nginx:$TAG"));
	assert.deepEqual(found.kind === "nginx" && found.version, {
		kind: "unknown",
	});
});

test("real stacks: each nginx finds its configuration in the workspace", (t) => {
	const root = corpus("corpus/stacks/awesome-compose");
	if (!root) {
		t.diagnostic("no corpus of stacks on this machine");
		return;
	}
	const texts = Object.fromEntries(
		filesBelow(root).map((path) => [path, readFileSync(path, "utf8")]),
	);
	const snapshot = snapshotOver(texts);
	const site = "/etc/nginx/conf.d/default.conf";
	const expected: Record<string, readonly [string, string]> = {
		"nginx-flask-mongo": ["web", "rendered: nginx/nginx.conf"],
		"nginx-golang": ["proxy", "proxy/nginx.conf"],
		"nginx-golang-mysql": ["proxy", "proxy/nginx.conf"],
		"nginx-golang-postgres": ["proxy", "proxy/nginx.conf"],
	};
	for (const [stack, [name, file]] of Object.entries(expected)) {
		const found = containerIn(snapshot, join(root, stack), name);
		assert.equal(found.where(site), file, stack);
		assert.equal(found.where("/etc/nginx/nginx.conf"), "image", stack);
		assert.deepEqual(found.names("/etc/nginx/conf.d"), ["default.conf"], stack);
		assert.equal(short(found), "/etc/nginx/nginx.conf", stack);
	}
	// Their Dockerfiles are not part of the corpus: nothing may be called absent.
	for (const [stack, name] of [
		["nginx-flask-mysql", "proxy"],
		["nginx-aspnet-mysql", "proxy"],
		["nginx-nodejs-redis", "nginx"],
		["nginx-wsgi-flask", "nginx-proxy"],
	] as const) {
		const found = containerIn(snapshot, join(root, stack), name);
		assert.match(found.where(site), /^unknown: /, stack);
	}
});

test("an image of unknown content that is given sites loads them", () => {
	for (const image of [
		"image: ghcr.io/team/nginx",
		"image: edge",
		"build: ./gone",
	]) {
		const found = service(
			`${image}\nvolumes: [./a.conf:/etc/nginx/conf.d/a.conf]`,
			{ "a.conf": "" },
		);
		const main = found.files.origin("/etc/nginx/nginx.conf");
		assert.ok(
			main.kind === "image" && main.content?.includes("conf.d/*.conf"),
			image,
		);
		assert.deepEqual(found.names("/etc/nginx/conf.d"), ["a.conf", "…"], image);
		assert.match(found.where("/etc/nginx/mime.types"), /^unknown: /, image);
	}
	assert.match(
		service("image: edge").where("/etc/nginx/nginx.conf"),
		/^unknown: /,
	);
});
