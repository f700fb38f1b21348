import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isBefore } from "../../../server/src/languages/dockerfile/nginx-version.ts";
import type { Nginx } from "../../../server/src/topology/model.ts";
import { projectsOf } from "../../workspace.ts";

const config = "events {}\nhttp { server { listen 80; } }\n";

describe("the version of an nginx", () => {
	it("is what the tag of its container's image tells", () => {
		assert.equal(
			isBefore(behind("nginx:1.22.1-alpine").version, "1.25.1"),
			true,
		);
		assert.equal(isBefore(behind("nginx:1.27").version, "1.25.1"), false);
	});

	it("is the current one of a floating tag", () => {
		assert.deepEqual(behind("nginx:alpine").version, {
			kind: "floating",
			channel: "mainline",
		});
	});

	it("is not known of another image, nor on the host", () => {
		assert.deepEqual(behind("example.com/team/web:1.2").version, {
			kind: "unknown",
		});
		assert.deepEqual(
			nginxOf(new Map([["/workspace/nginx.conf", config]])).version,
			{
				kind: "unknown",
			},
		);
	});
});

function behind(image: string): Nginx {
	const compose = `services:
  web:
    image: ${image}
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
`;
	return nginxOf(
		new Map([
			["/workspace/nginx.conf", config],
			["/workspace/docker-compose.yml", compose],
		]),
	);
}

function nginxOf(files: ReadonlyMap<string, string>): Nginx {
	const [nginx] = projectsOf(files).flatMap(({ nginxes }) => nginxes);
	assert.ok(nginx);
	return nginx;
}
