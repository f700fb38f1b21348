import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rename } from "../../../server/src/features/rename.ts";
import { findingsOf, projectsOf } from "../../workspace.ts";

const path = "/workspace/nginx.conf";
const dockerfile =
	"FROM debian:12\nRUN apt-get update && apt-get install -y nginx\nCOPY nginx.conf /etc/nginx/nginx.conf\n";
const compose =
	"services:\n  web:\n    build: .\n    ports: ['80:80', '443:443']\n";

const found = (http: string, ...more: readonly [string, string][]) =>
	findingsOf(new Map([[path, `events {}\nhttp {\n${http}\n}\n`], ...more]));

const places: readonly (readonly [
	string,
	string,
	readonly [string, string][],
])[] = [
	["on the host", "", []],
	["on the host, by its whole path", "/etc/nginx/", []],
	[
		"in a container with Debian's package",
		"",
		[
			["/workspace/Dockerfile", dockerfile],
			["/workspace/docker-compose.yml", compose],
		],
	],
];

for (const [where, folder, more] of places)
	describe(`a file of nginx's package ${where}`, () => {
		it("brings a certificate and its key", () => {
			assert.deepEqual(
				found(
					`server { listen 443 ssl; include ${folder}snippets/snakeoil.conf; return 204; }`,
					...more,
				),
				[],
			);
		});

		it("declares a variable, which keeps its name", () => {
			const http = `server { listen 80; location ~ \\.php$ { include ${folder}snippets/fastcgi-php.conf; fastcgi_param X $path_info; fastcgi_pass 127.0.0.1:9000; } }`;
			assert.deepEqual(
				found(http, ...more).filter(({ rule }) => rule === "variable-unknown"),
				[],
			);
			const text = `events {}\nhttp {\n${http}\n}\n`;
			const [project] = projectsOf(new Map([[path, text], ...more]));
			assert.ok(project);
			assert.deepEqual(
				rename(project, path, text.indexOf("path_info;"), "other"),
				{
					kind: "refused",
					reason: "Nothing here declares variable $path_info.",
				},
			);
		});

		it("is named where it is the other end, and is not changed", () => {
			const [finding] = found(
				`server { listen 80; include ${folder}proxy_params; location / { proxy_set_header X-A b; proxy_pass http://127.0.0.1:3000; } }`,
				...more,
			).filter(({ rule }) => rule === "proxy-header-inheritance");
			assert.ok(finding);
			assert.match(
				finding.message,
				/\(not inherited: \/etc\/nginx\/proxy_params, which comes with nginx\)\.$/,
			);
			assert.deepEqual(finding.related, []);
			const edits = finding.fixes?.[0]?.edits() ?? [];
			assert.deepEqual(
				edits.map((edit) => edit.path),
				[path],
			);
			assert.match(edits[0]?.newText ?? "", /^proxy_set_header Host \$host;\n/);
		});
	});

describe("a file of an image", () => {
	it("has no findings of its own", () => {
		const files = new Map([
			[
				"/workspace/docker-compose.yml",
				"services:\n  web:\n    image: nginx:1.27\n    ports: ['80:80']\n    volumes: ['./a.conf:/etc/nginx/conf.d/a.conf:ro']\n",
			],
			["/workspace/a.conf", "server { listen 80; server_name localhost; }\n"],
		]);
		assert.deepEqual(
			findingsOf(files).filter(({ at }) => at.path !== "/workspace/a.conf"),
			[],
		);
	});
});
