import assert from "node:assert/strict";
import { test } from "node:test";
import { nameFilter } from "../../../server/src/topology/container/templates.ts";
import { built, container, service } from "./stack.ts";

const template = { "t/default.conf.template": "listen $PORT;" };

test("the image's start script renders templates into conf.d", () => {
	const { where, names, files } = service(
		`
image: nginx:alpine
environment:
  PORT: "80"
  EMPTY: ""
  SHELL_GIVES:
volumes: [./t:/etc/nginx/templates]
`,
		{ ...template, "t/sub/b.conf.template": "", "t/plain.conf": "" },
	);
	assert.equal(
		where("/etc/nginx/conf.d/default.conf"),
		"rendered: t/default.conf.template",
	);
	assert.equal(
		where("/etc/nginx/conf.d/sub/b.conf"),
		"rendered: t/sub/b.conf.template",
	);
	assert.equal(where("/etc/nginx/conf.d/plain.conf"), "absent");
	assert.deepEqual(names("/etc/nginx/conf.d"), ["default.conf", "sub"]);
	const origin = files.origin("/etc/nginx/conf.d/default.conf");
	assert.ok(origin.kind === "rendered");
	assert.equal(origin.variables.get("PORT"), "80");
	assert.equal(origin.variables.get("EMPTY"), "");
	assert.ok(origin.variables.has("SHELL_GIVES"));
	assert.equal(origin.variables.get("SHELL_GIVES"), undefined);
	assert.ok(origin.variables.has("NGINX_VERSION"));
	assert.ok(!origin.variables.has("OTHER"));
	assert.equal(origin.complete, true);
	assert.equal(files.templates.kind, "rendered");
});

test("folders, suffix and filter come from the environment", () => {
	const { where, files } = service(
		`
image: nginx
environment:
  NGINX_ENVSUBST_TEMPLATE_DIR: /tpl
  NGINX_ENVSUBST_TEMPLATE_SUFFIX: .tmpl
  NGINX_ENVSUBST_OUTPUT_DIR: /etc/nginx
  NGINX_ENVSUBST_FILTER: ^APP_
  APP_PORT: "1"
  PORT: "2"
volumes: [./nginx.conf:/tpl/nginx.conf.tmpl]
`,
		{ "nginx.conf": "" },
	);
	assert.equal(where("/etc/nginx/nginx.conf"), "rendered: nginx.conf");
	const origin = files.origin("/etc/nginx/nginx.conf");
	assert.ok(origin.kind === "rendered");
	assert.deepEqual([...origin.variables], [["APP_PORT", "1"]]);
});

test("filters are read, not run", () => {
	const passes = (filter: string, names: readonly string[]) => {
		const test = nameFilter(filter);
		return test && names.filter(test);
	};
	const names = ["APP_A", "A", "B", "MY_APP_"];
	assert.deepEqual(passes("^APP_", names), ["APP_A"]);
	assert.deepEqual(passes("APP_", names), ["APP_A", "MY_APP_"]);
	assert.deepEqual(passes("^(A|B)$", names), ["A", "B"]);
	assert.deepEqual(passes("^A$|^B$", names), ["A", "B"]);
	assert.deepEqual(passes("", names), names);
	assert.equal(passes("^A[BC]+", names), undefined);
});

test("nothing is rendered where the start script is bypassed", () => {
	const use = (lines: string) => {
		const { where, files } = service(
			`${lines}\nvolumes: [./t:/etc/nginx/templates]`,
			template,
		);
		const { templates } = files;
		return [
			templates.kind === "not-rendered" ? templates.reason : templates.kind,
			where("/etc/nginx/conf.d/default.conf"),
		];
	};
	assert.deepEqual(use("image: nginx\ncommand: [nginx-debug, -g, x]"), [
		"rendered",
		"rendered: t/default.conf.template",
	]);
	assert.deepEqual(use('image: nginx\ncommand: sh -c "nginx"'), [
		"command",
		"image",
	]);
	assert.deepEqual(use("image: nginx\nentrypoint: [nginx, -g, x]"), [
		"entrypoint",
		"image",
	]);
	assert.deepEqual(use("image: nginx:1.18"), ["image", "image"]);
	assert.deepEqual(use("image: nginx\nread_only: true"), [
		"read-only",
		"image",
	]);
	assert.deepEqual(
		use("image: nginx\nentrypoint: /docker-entrypoint.sh\ncommand: nginx"),
		["rendered", "rendered: t/default.conf.template"],
	);
	assert.deepEqual(
		use(
			'image: nginx\ncommand: sh -c "sleep 1 && exec /docker-entrypoint.sh nginx"',
		),
		["rendered", "rendered: t/default.conf.template"],
	);
});

test("a read-only conf.d keeps what is there", () => {
	const { where, files } = service(
		`
image: nginx
volumes:
  - ./t:/etc/nginx/templates
  - ./c:/etc/nginx/conf.d:ro
`,
		{ ...template, "c/default.conf": "" },
	);
	assert.equal(where("/etc/nginx/conf.d/default.conf"), "c/default.conf");
	assert.deepEqual(files.templates, {
		kind: "not-rendered",
		reason: "read-only",
	});
	const one = service(
		"image: nginx\nvolumes:\n  - ./t:/etc/nginx/templates\n  - ./c/default.conf:/etc/nginx/conf.d/default.conf:ro",
		{ ...template, "c/default.conf": "" },
	);
	assert.equal(one.where("/etc/nginx/conf.d/default.conf"), "c/default.conf");
});

test("templates that a Dockerfile copies, with its ENV", () => {
	const { where, files } = built(
		"FROM nginx\nENV PORT=8080\nCOPY t /etc/nginx/templates\n",
		template,
	);
	assert.equal(
		where("/etc/nginx/conf.d/default.conf"),
		"rendered: t/default.conf.template",
	);
	const origin = files.origin("/etc/nginx/conf.d/default.conf");
	assert.equal(
		origin.kind === "rendered" && origin.variables.get("PORT"),
		"8080",
	);
	const shell = built(
		"FROM nginx\nCOPY t /etc/nginx/templates\nCMD nginx -g 'daemon off;'\n",
		template,
	);
	assert.equal(shell.where("/etc/nginx/conf.d/default.conf"), "image");
});

test("stream templates", () => {
	const { where, files } = service(
		"image: nginx\nvolumes: [./db.conf:/etc/nginx/templates/db.conf.stream-template]",
		{ "db.conf": "" },
	);
	assert.equal(where("/etc/nginx/stream-conf.d/db.conf"), "rendered: db.conf");
	const main = files.origin("/etc/nginx/nginx.conf");
	assert.ok(
		main.kind === "image" &&
			main.content?.includes("include /etc/nginx/stream-conf.d/*.conf;"),
	);
});

test("envsubst in the command", () => {
	const { where, files } = service(
		`
image: nginx
environment: { PORT: "80" }
command: /bin/sh -c "envsubst '$$PORT $$GONE' < /etc/nginx/site.tpl > /etc/nginx/conf.d/default.conf && exec nginx -g 'daemon off;'"
volumes: [./site.tpl:/etc/nginx/site.tpl]
`,
		{ "site.tpl": "" },
	);
	assert.equal(where("/etc/nginx/conf.d/default.conf"), "rendered: site.tpl");
	const origin = files.origin("/etc/nginx/conf.d/default.conf");
	assert.ok(origin.kind === "rendered");
	assert.deepEqual(
		[...origin.variables],
		[
			["PORT", "80"],
			["GONE", ""],
		],
	);
});

test("envsubst without a list replaces every name of the template", () => {
	const { files } = service(
		`
image: nginx
environment: { PORT: "80" }
command: sh -c "envsubst < /site.tpl > /etc/nginx/nginx.conf; nginx"
volumes: [./site.tpl:/site.tpl]
`,
		{ "site.tpl": "listen $PORT; set $x $host;" },
	);
	const origin = files.origin("/etc/nginx/nginx.conf");
	assert.ok(origin.kind === "rendered");
	assert.deepEqual(
		[...origin.variables],
		[
			["PORT", "80"],
			["x", ""],
			["host", ""],
		],
	);
});

test("what a command or a start script writes is unknown", () => {
	const sed = service(
		`
image: nginx
command: sh -c "sed -i s/x/y/ /etc/nginx/nginx.conf && nginx"
volumes: [./nginx.conf:/etc/nginx/nginx.conf]
`,
		{ "nginx.conf": "" },
	);
	assert.equal(
		sed.where("/etc/nginx/nginx.conf"),
		"unknown: the command may write it (sed)",
	);
	assert.equal(sed.where("/etc/nginx/none"), "absent");
	const echo = service(
		`image: nginx\ncommand: ["bash", "-c", "echo $$X > /etc/nginx/conf.d/$$NAME.conf; nginx"]`,
	);
	assert.match(echo.where("/etc/nginx/conf.d/a.conf"), /^unknown: /);
	const script = container({
		"compose.yml": `
services:
  web:
    image: nginx
    volumes:
      - ./gen.sh:/docker-entrypoint.d/05-gen.sh
      - ./other.py:/docker-entrypoint.d/40-other.sh
`,
		"gen.sh":
			"#!/bin/sh\ncat > /etc/nginx/conf.d/gen.conf <<EOF\nrm -rf /\nEOF\n",
		"other.py": "#!/usr/bin/env python\n",
	});
	assert.equal(
		script.where("/etc/nginx/conf.d/gen.conf"),
		"unknown: the script /docker-entrypoint.d/05-gen.sh may write it (cat)",
	);
	assert.match(
		script.where("/etc/nginx/none.conf"),
		/^unknown: the script \/docker-entrypoint.d\/40-other.sh runs/,
	);
	assert.equal(script.where("/etc/nginx/nginx.conf"), "image");
});

test("an entrypoint of one's own", () => {
	const { where, files } = service(
		`
build: .
environment: { A: "1" }
`,
		{
			Dockerfile:
				'FROM nginx\nCOPY t /etc/nginx/templates\nCOPY run.sh /run.sh\nENTRYPOINT ["/run.sh"]\nCMD ["nginx", "-g", "daemon off;"]\n',
			"run.sh":
				'#!/bin/sh\nset -e\ntouch /etc/nginx/made.conf\nexec /docker-entrypoint.sh "$@"\n',
			...template,
		},
	);
	assert.equal(files.templates.kind, "rendered");
	assert.equal(
		where("/etc/nginx/conf.d/default.conf"),
		"rendered: t/default.conf.template",
	);
	assert.equal(
		where("/etc/nginx/made.conf"),
		"unknown: the script /run.sh may write it (touch)",
	);
	assert.equal(where("/etc/nginx/none.conf"), "absent");
});

test("the certbot idiom writes nothing", () => {
	const { where } = service(
		`
image: nginx
command: '/bin/sh -c ''while :; do sleep 6h & wait $\${!}; nginx -s reload; done & nginx -g "daemon off;"'''
volumes: [./c:/etc/nginx/conf.d]
`,
		{ "c/a.conf": "" },
	);
	assert.equal(where("/etc/nginx/conf.d/a.conf"), "c/a.conf");
	assert.equal(where("/etc/nginx/none.conf"), "absent");
});

test("envsubst with the names of the environment", () => {
	const { files } = service(
		`
image: nginx
environment: { PORT: "80" }
command: >
  sh -c "envsubst \\"$$(env | cut -d= -f1 | sed -e 's/^/$$/')\\" < /site.tpl > /etc/nginx/nginx.conf && nginx"
volumes: [./site.tpl:/site.tpl]
`,
		{ "site.tpl": "listen $PORT; set $x $host;" },
	);
	const origin = files.origin("/etc/nginx/nginx.conf");
	assert.ok(origin.kind === "rendered");
	assert.equal(origin.variables.get("PORT"), "80");
	assert.ok(!origin.variables.has("host"));
	assert.equal(origin.complete, true);
});
