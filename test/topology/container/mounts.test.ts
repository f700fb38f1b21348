import assert from "node:assert/strict";
import { test } from "node:test";
import { containerFileSystem } from "../../../server/src/topology/container/file-system.ts";
import { lookup } from "../../../server/src/topology/snapshot.ts";
import { container, home, service, snapshotOver } from "./stack.ts";

test("a mounted file, a mounted folder, and what the image brings", () => {
	const { where, names } = service(
		`
image: nginx:1.27
volumes:
  - ./nginx/nginx.conf:/etc/nginx/nginx.conf:ro
  - ./nginx/sites/:/etc/nginx/sites/
`,
		{ "nginx/nginx.conf": "", "nginx/sites/a.conf": "", "nginx/sites/b/c": "" },
	);
	assert.equal(where("/etc/nginx/nginx.conf"), "nginx/nginx.conf");
	assert.equal(where("/etc/nginx/sites"), "nginx/sites");
	assert.equal(where("/etc/nginx/sites/a.conf"), "nginx/sites/a.conf");
	assert.equal(where("/etc/nginx/sites/b/../b/c"), "nginx/sites/b/c");
	assert.equal(where("/etc/nginx/sites/none.conf"), "absent");
	assert.equal(where("/etc/nginx/mime.types"), "image");
	assert.equal(where("/etc/nginx/conf.d/default.conf"), "image");
	assert.equal(where("/etc/nginx/snippets/ssl.conf"), "absent");
	assert.equal(
		where("/etc/ssl/openssl.cnf"),
		"unknown: the image's operating system may bring it",
	);
	assert.deepEqual(names("/etc/nginx/sites"), ["a.conf", "b"]);
	assert.deepEqual(names("/etc/nginx"), [
		"conf.d",
		"fastcgi_params",
		"mime.types",
		"modules",
		"nginx.conf",
		"scgi_params",
		"sites",
		"uwsgi_params",
	]);
});

test("a mounted folder hides what the image has there; the longest target wins", () => {
	const { where, names } = service(
		`
image: nginx
volumes:
  - ./conf.d:/etc/nginx/conf.d
  - ./special.conf:/etc/nginx/conf.d/b.conf
`,
		{ "conf.d/a.conf": "", "conf.d/b.conf": "", "special.conf": "" },
	);
	assert.equal(where("/etc/nginx/conf.d/default.conf"), "absent");
	assert.equal(where("/etc/nginx/conf.d/b.conf"), "special.conf");
	assert.deepEqual(names("/etc/nginx/conf.d"), ["a.conf", "b.conf"]);
});

test("a file mounted into the image's folder joins what is there", () => {
	const { names, where } = service(
		`
image: nginx
volumes:
  - ./a.conf:/etc/nginx/conf.d/a.conf
  - ./key.pem:/certs/site/key.pem
`,
		{ "a.conf": "", "key.pem": "" },
	);
	assert.deepEqual(names("/etc/nginx/conf.d"), ["a.conf", "default.conf"]);
	assert.equal(where("/certs/site"), "directory");
	assert.equal(where("/certs/other.pem"), "absent");
	assert.deepEqual(names("/certs"), ["site"]);
});

test("configs and secrets", () => {
	const { where, files } = container({
		"compose.yml": `
services:
  web:
    image: nginx
    configs:
      - source: inline
        target: /etc/nginx/conf.d/inline.conf
      - source: file
        target: /etc/nginx/conf.d/file.conf
      - source: outer
        target: /etc/nginx/conf.d/outer.conf
    secrets: [key]
configs:
  inline:
    content: "server { }"
  file:
    file: ./file.conf
  outer:
    external: true
secrets:
  key:
    file: ./key.pem
`,
		"file.conf": "",
		"key.pem": "",
	});
	assert.equal(where("/etc/nginx/conf.d/inline.conf"), "inline: server { }");
	assert.equal(where("/etc/nginx/conf.d/file.conf"), "file.conf");
	assert.equal(
		where("/etc/nginx/conf.d/outer.conf"),
		"unknown: the config outer comes from outside of the workspace",
	);
	assert.equal(where("/run/secrets/key"), "key.pem");
	assert.equal(where("/var/run/secrets/key"), "key.pem");
	assert.equal(where("/run/secrets/none"), "absent");
	const origin = files.origin("/etc/nginx/conf.d/inline.conf");
	assert.equal(origin.kind === "inline" && origin.by.kind, "mount");
});

test("volumes and tmpfs are filled at run time", () => {
	const { where, names } = service(`
image: nginx
volumes:
  - sites:/etc/nginx/conf.d
  - /etc/nginx/cache
tmpfs: /etc/nginx/tmp
`);
	assert.equal(
		where("/etc/nginx/conf.d/a.conf"),
		"unknown: the volume sites is filled at run time",
	);
	assert.equal(
		where("/etc/nginx/cache/x"),
		"unknown: an anonymous volume is filled at run time",
	);
	assert.equal(
		where("/etc/nginx/tmp/x"),
		"unknown: a tmpfs is filled at run time",
	);
	assert.deepEqual(names("/etc/nginx/conf.d"), ["…"]);
});

test("what git leaves out, and what lies outside, is not missing", () => {
	const { where } = service(
		`
image: nginx
volumes:
  - ./certs:/certs
  - ./html:/html
  - ./sub/conf:/sub
  - /etc/letsencrypt:/etc/letsencrypt
  - ~/keys:/keys
  - ../shared/x.conf:/shared/x.conf
  - \${CERTS:-./certs2}:/certs2
`,
		{
			".gitignore": "certs/\n*.key\n!kept.key\n",
			".gitmodules": '[submodule "s"]\n\tpath = sub\n\turl = x\n',
			".git/config": "",
			"html/index.html": "",
			"/etc/letsencrypt/live/x": "",
		},
	);
	assert.equal(where("/certs/site.pem"), "unknown: git ignores it");
	assert.equal(where("/html/a.key"), "unknown: git ignores it");
	assert.equal(where("/html/kept.key"), "absent");
	assert.equal(where("/html/none"), "absent");
	assert.equal(where("/sub/a.conf"), "unknown: it lies in a git submodule");
	const outside = "unknown: it lies outside of the workspace";
	assert.equal(where("/etc/letsencrypt/live/x"), outside);
	assert.equal(where("/keys/x"), outside);
	assert.equal(where("/shared/x.conf"), "absent");
	assert.equal(where("/certs2/x"), "unknown: its source depends on CERTS");
});

test("long form binds, and absolute sources within the project", () => {
	const { where } = service(
		`
image: nginx
volumes:
  - type: bind
    source: ./a.conf
    target: /etc/nginx/nginx.conf
  - type: bind
    source: /srv/app/b.conf
    target: /etc/nginx/b.conf
  - type: bind
    source: /opt/c.conf
    target: /etc/nginx/c.conf
`,
		{ "a.conf": "", "b.conf": "", "/opt/c.conf": "" },
	);
	assert.equal(where("/etc/nginx/nginx.conf"), "a.conf");
	assert.equal(where("/etc/nginx/b.conf"), "b.conf");
	assert.equal(
		where("/etc/nginx/c.conf"),
		"unknown: it lies outside of the workspace",
	);
});

test("nothing is called absent before the workspace has been read", () => {
	const files = { "conf/a.conf": "" };
	const { service: found } = service(
		"image: nginx\nvolumes: [./conf:/etc/nginx/conf.d]",
		files,
	);
	const full = snapshotOver(files);
	const look = lookup({
		file: (path) => (path.includes("/conf/") ? undefined : full.file(path)),
		directory: (path) =>
			path.startsWith(`${home}/conf`) ? undefined : full.directory(path),
	});
	const system = containerFileSystem(found, undefined, look);
	assert.deepEqual(system.origin("/etc/nginx/conf.d/a.conf"), {
		kind: "unknown",
		reason: "the workspace is still being read",
	});
	assert.equal(
		system.list("/etc/nginx/conf.d").unknown,
		"the workspace is still being read",
	);
	assert.ok(look.missing.directories.has(`${home}/conf`));
});
