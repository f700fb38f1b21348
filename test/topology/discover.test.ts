import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { discover } from "../../server/src/topology/discover.ts";

function projects(...paths: string[]): Record<string, string[]> {
	return Object.fromEntries(
		discover(paths).map((seed) => [
			seed.id,
			[...seed.ecosystems, ...seed.nginx],
		]),
	);
}

describe("discover", () => {
	it("anchors a project at a compose folder and takes in what lies below", () => {
		assert.deepEqual(
			projects(
				"/a/docker-compose.yml",
				"/a/nginx/nginx.conf",
				"/a/api/ecosystem.config.js",
			),
			{
				"/a": ["/a/api/ecosystem.config.js", "/a/nginx/nginx.conf"],
			},
		);
	});

	it("lets files above join the only compose folder below, and what lies beside it follow", () => {
		assert.deepEqual(
			projects(
				"/a/docker/compose.yaml",
				"/a/ecosystem.config.js",
				"/a/nginx/nginx.conf",
			),
			{
				"/a/docker": ["/a/ecosystem.config.js", "/a/nginx/nginx.conf"],
			},
		);
	});

	it("keeps a file above several compose folders to itself", () => {
		assert.deepEqual(
			projects(
				"/a/x/compose.yaml",
				"/a/y/compose.yaml",
				"/a/ecosystem.config.js",
			),
			{
				"/a": ["/a/ecosystem.config.js"],
				"/a/x": [],
				"/a/y": [],
			},
		);
	});

	it("takes compose files without a default name for alternatives", () => {
		const seeds = discover([
			"/a/compose.dev.yml",
			"/a/compose.prod.yml",
			"/a/nginx.conf",
		]);
		assert.deepEqual(
			seeds.map(({ compose, nginx }) => [compose, nginx]),
			[
				[["/a/compose.dev.yml"], ["/a/nginx.conf"]],
				[["/a/compose.prod.yml"], ["/a/nginx.conf"]],
			],
		);
	});

	it("tells variants from what compose loads by itself", () => {
		const [seed] = discover([
			"/a/docker-compose.yml",
			"/a/docker-compose.override.yml",
			"/a/docker-compose.linux.yml",
		]);
		assert.equal(seed?.compose, "default");
		assert.deepEqual(seed?.variants, ["/a/docker-compose.linux.yml"]);
	});

	it("anchors at an ecosystem file or at nginx files where there is no compose", () => {
		assert.deepEqual(
			projects(
				"/a/ecosystem.config.js",
				"/a/nginx/nginx.conf",
				"/b/conf.d/x.conf",
			),
			{
				"/a": ["/a/ecosystem.config.js", "/a/nginx/nginx.conf"],
				"/b/conf.d": ["/b/conf.d/x.conf"],
			},
		);
	});

	it("does not depend on the order of the paths", () => {
		const paths = [
			"/a/nginx/nginx.conf",
			"/a/docker/compose.yaml",
			"/a/ecosystem.config.js",
			"/a/b/pm2.json",
		];
		assert.deepEqual(discover(paths), discover([...paths].reverse()));
	});
});
