import assert from "node:assert/strict";
import { test } from "node:test";
import { built, container, service } from "./stack.ts";

test("COPY of files, folders and patterns", () => {
	const { where, names } = built(
		`FROM nginx:alpine
COPY nginx.conf /etc/nginx/nginx.conf
COPY sites/ /etc/nginx/conf.d/
COPY *.inc extra/x.inc /etc/nginx/inc/
COPY snippets /etc/nginx/snippets
COPY one.conf /etc/nginx/conf.d
`,
		{
			"nginx.conf": "",
			"sites/a.conf": "",
			"sites/sub/b.conf": "",
			"p.inc": "",
			"q.inc": "",
			"extra/x.inc": "",
			"snippets/ssl.conf": "",
			"one.conf": "",
		},
	);
	assert.equal(where("/etc/nginx/nginx.conf"), "nginx.conf");
	assert.equal(where("/etc/nginx/conf.d/a.conf"), "sites/a.conf");
	assert.equal(where("/etc/nginx/conf.d/sub/b.conf"), "sites/sub/b.conf");
	assert.equal(where("/etc/nginx/conf.d/one.conf"), "one.conf");
	assert.equal(where("/etc/nginx/conf.d/default.conf"), "image");
	assert.equal(where("/etc/nginx/inc/q.inc"), "q.inc");
	assert.equal(where("/etc/nginx/inc/x.inc"), "extra/x.inc");
	assert.equal(where("/etc/nginx/inc/z.inc"), "absent");
	assert.equal(where("/etc/nginx/snippets/ssl.conf"), "snippets/ssl.conf");
	assert.deepEqual(names("/etc/nginx/conf.d"), [
		"a.conf",
		"default.conf",
		"one.conf",
		"sub",
	]);
	assert.deepEqual(names("/etc/nginx/inc"), ["p.inc", "q.inc", "x.inc"]);
});

test("the later instruction wins, a mount over all", () => {
	const { where } = service(
		"build: .\nvolumes: [./d.conf:/etc/nginx/conf.d/d.conf]",
		{
			Dockerfile:
				"FROM nginx\nCOPY a.conf /etc/nginx/nginx.conf\nCOPY b.conf /etc/nginx/nginx.conf\nCOPY a.conf /etc/nginx/conf.d/d.conf\n",
			"a.conf": "",
			"b.conf": "",
			"d.conf": "",
		},
	);
	assert.equal(where("/etc/nginx/nginx.conf"), "b.conf");
	assert.equal(where("/etc/nginx/conf.d/d.conf"), "d.conf");
});

test("the context is compose's, sources stay within it, WORKDIR counts", () => {
	const { where } = container({
		"compose.yml":
			"services:\n  web:\n    build:\n      context: ./web\n      dockerfile: ../docker/Dockerfile\n      args: { CONF: prod }\n",
		"docker/Dockerfile":
			"FROM nginx\nARG CONF=dev\nWORKDIR /etc/nginx\nCOPY /$CONF.conf ./nginx.conf\nCOPY ../../dev.conf dev.conf\n",
		"web/prod.conf": "",
		"web/dev.conf": "",
	});
	assert.equal(where("/etc/nginx/nginx.conf"), "web/prod.conf");
	assert.equal(where("/etc/nginx/dev.conf"), "web/dev.conf");
});

test("heredocs", () => {
	const { where } = built(
		"FROM nginx\nENV P=80\nCOPY <<EOF /etc/nginx/conf.d/a.conf\nlisten $P;\nEOF\nCOPY <<EOF /etc/nginx/conf.d/b.conf\nhost $host;\nEOF\n",
	);
	assert.equal(where("/etc/nginx/conf.d/a.conf"), "inline: listen 80;\n");
	assert.equal(
		where("/etc/nginx/conf.d/b.conf"),
		"unknown: its text depends on host",
	);
});

test("stages: earlier ones, other images, what is built", () => {
	const { where } = built(
		`FROM node:20 AS app
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM nginx AS base
COPY a.conf /etc/nginx/conf.d/a.conf

FROM alpine AS conf
COPY conf /conf

FROM base
COPY --from=app /app/dist /usr/share/nginx/html
COPY --from=conf /conf/nginx.conf /etc/nginx/
COPY --from=conf /conf /etc/nginx/all
COPY --from=nginx:stable /etc/nginx/mime.types /etc/nginx/other.types
`,
		{ "a.conf": "", "conf/nginx.conf": "", "conf/x/y.conf": "" },
	);
	assert.equal(where("/etc/nginx/conf.d/a.conf"), "a.conf");
	assert.equal(where("/etc/nginx/nginx.conf"), "conf/nginx.conf");
	assert.equal(where("/etc/nginx/all/x/y.conf"), "conf/x/y.conf");
	assert.match(where("/usr/share/nginx/html/app.js"), /^unknown: /);
	assert.equal(where("/etc/nginx/other.types"), "image");
	assert.equal(where("/etc/nginx/none"), "absent");
});

test("build.target chooses the stage", () => {
	const files = {
		Dockerfile:
			"FROM nginx AS dev\nCOPY dev.conf /etc/nginx/nginx.conf\nFROM nginx AS prod\nCOPY prod.conf /etc/nginx/nginx.conf\n",
		"dev.conf": "",
		"prod.conf": "",
	};
	const dev = service("build: { context: ., target: dev }", files);
	assert.equal(dev.where("/etc/nginx/nginx.conf"), "dev.conf");
	assert.equal(
		service("build: .", files).where("/etc/nginx/nginx.conf"),
		"prod.conf",
	);
});

test(".dockerignore", () => {
	const { where, names } = built(
		"FROM nginx\nCOPY . /etc/nginx/conf.d/\nCOPY secret.conf /etc/nginx/secret.conf\n",
		{
			".dockerignore":
				"# what stays\n*\n!*.conf\nsecret.*\n!deep/in/kept.conf\n**/tmp\n",
			"a.conf": "",
			"a.txt": "",
			"secret.conf": "",
			"deep/in/kept.conf": "",
			"deep/in/left.conf": "",
			"tmp/x.conf": "",
		},
	);
	assert.equal(where("/etc/nginx/conf.d/a.conf"), "a.conf");
	assert.equal(where("/etc/nginx/conf.d/a.txt"), "absent");
	assert.equal(where("/etc/nginx/conf.d/secret.conf"), "absent");
	assert.equal(
		where("/etc/nginx/conf.d/deep/in/kept.conf"),
		"deep/in/kept.conf",
	);
	assert.equal(where("/etc/nginx/conf.d/deep/in/left.conf"), "absent");
	assert.equal(
		where("/etc/nginx/secret.conf"),
		"unknown: secret.conf is not in the build context",
	);
	assert.ok(!names("/etc/nginx/conf.d").includes("a.txt"));
});

test("RUN removes, moves, writes", () => {
	const { where, names } = built(
		`FROM nginx
RUN rm /etc/nginx/conf.d/default.conf
COPY a.conf b.conf /tmp/conf/
RUN mkdir -p /etc/nginx/sites /etc/nginx/ssl && mv /tmp/conf/a.conf /etc/nginx/conf.d/ \\
 && cp /tmp/conf/b.conf /etc/nginx/sites/main.conf; ln -s ../sites/main.conf /etc/nginx/conf.d/main.conf
RUN openssl req -x509 -nodes -keyout /etc/nginx/ssl/key.pem -out /etc/nginx/ssl/cert.pem
RUN chown -R nginx /etc/nginx && sed -i 's/a/b/' /etc/nginx/mime.types
`,
		{ "a.conf": "", "b.conf": "" },
	);
	assert.equal(where("/etc/nginx/conf.d/default.conf"), "absent");
	assert.equal(where("/etc/nginx/conf.d/a.conf"), "a.conf");
	assert.equal(where("/tmp/conf/a.conf"), "absent");
	assert.equal(where("/etc/nginx/sites/main.conf"), "b.conf");
	assert.equal(where("/etc/nginx/conf.d/main.conf"), "b.conf");
	assert.equal(
		where("/etc/nginx/ssl/cert.pem"),
		"unknown: a RUN instruction may write it (openssl)",
	);
	assert.equal(
		where("/etc/nginx/mime.types"),
		"unknown: a RUN instruction may write it (sed)",
	);
	assert.equal(where("/etc/nginx/nginx.conf"), "image");
	assert.equal(where("/etc/nginx/none.conf"), "absent");
	assert.deepEqual(names("/etc/nginx/conf.d"), ["a.conf", "main.conf"]);
});

test("rm of a folder's files, and what is not certain", () => {
	const all = built("FROM nginx\nRUN rm -rf /etc/nginx/conf.d/*\n");
	assert.equal(all.where("/etc/nginx/conf.d/default.conf"), "absent");
	assert.equal(all.where("/etc/nginx/conf.d"), "image");
	assert.deepEqual(all.names("/etc/nginx/conf.d"), []);
	const maybe = built(
		'FROM nginx\nRUN if [ -n "$X" ]; then rm /etc/nginx/conf.d/default.conf; fi\n',
	);
	assert.match(maybe.where("/etc/nginx/conf.d/default.conf"), /^unknown: /);
	const script = built("FROM nginx\nCOPY s.sh /s.sh\nRUN /s.sh\n", {
		"s.sh": "",
	});
	assert.equal(
		script.where("/etc/nginx/none.conf"),
		"unknown: a RUN instruction runs /s.sh, which may write it",
	);
	assert.equal(script.where("/etc/nginx/nginx.conf"), "image");
});

test("ADD unpacks and fetches; a variable in the destination leaves all open", () => {
	const { where } = built(
		"FROM nginx\nADD conf.tar.gz /etc/nginx/packed/\nADD https://x.example/a.conf /etc/nginx/net/\n",
		{ "conf.tar.gz": "" },
	);
	assert.equal(
		where("/etc/nginx/packed/a.conf"),
		"unknown: ADD unpacks conf.tar.gz",
	);
	assert.equal(
		where("/etc/nginx/net/a.conf"),
		"unknown: ADD fetches it from https://x.example/a.conf",
	);
	const open = built("FROM nginx\nCOPY a.conf $WHERE/\n", { "a.conf": "" });
	assert.equal(
		open.where("/etc/nginx/none"),
		"unknown: a COPY leads to a path that is not known",
	);
});

test("what can't be seen is unknown", () => {
	assert.equal(
		service("build: ./gone").where("/etc/nginx/nginx.conf"),
		"unknown: its Dockerfile is not in the workspace",
	);
	assert.equal(
		built("FROM $BASE\n").where("/etc/nginx/nginx.conf"),
		"unknown: its image may bring it",
	);
	assert.equal(
		service("image: ghcr.io/team/web").where("/etc/nginx/nginx.conf"),
		"unknown: the image ghcr.io/team/web may bring it",
	);
	assert.equal(
		service("build: https://example.org/x.git").where("/x"),
		"unknown: its Dockerfile is not in the workspace",
	);
	assert.equal(built("FROM scratch\n").where("/x"), "absent");
});

test("nginx from a package manager brings its package's files", () => {
	const debian = built(
		"FROM debian:12\nRUN apt-get update && apt-get install -y nginx && rm /etc/nginx/sites-enabled/default\nCOPY a.conf /etc/nginx/sites-enabled\n",
		{ "a.conf": "" },
	);
	assert.equal(debian.where("/etc/nginx/nginx.conf"), "image");
	assert.equal(debian.where("/etc/nginx/proxy_params"), "image");
	assert.equal(debian.where("/etc/nginx/sites-enabled/a.conf"), "a.conf");
	assert.equal(debian.where("/etc/nginx/sites-enabled/default"), "absent");
	const alpine = built("FROM alpine\nRUN apk add --no-cache nginx\n");
	assert.equal(alpine.where("/etc/nginx/http.d/default.conf"), "image");
	const main = alpine.files.origin("/etc/nginx/nginx.conf");
	assert.ok(main.kind === "image" && main.content?.includes("http.d/*.conf"));
});

test("a Dockerfile made to explode is followed only so far", () => {
	const stages = Array.from(
		{ length: 60 },
		(_, i) =>
			`FROM s${i} AS s${i + 1}\nCOPY --from=s${i} /a${i} /\nRUN cp -r /b${i} /`,
	);
	const started = performance.now();
	const { where } = built(`FROM nginx AS s0\n${stages.join("\n")}\n`);
	where("/etc/nginx/none");
	where("/x/y/z");
	assert.ok(performance.now() - started < 60_000);
});

test("RUN with a heredoc is a script", () => {
	const { where } = built(
		"FROM nginx\nRUN <<EOF\nrm /etc/nginx/conf.d/default.conf\nEOF\nRUN cat > /etc/nginx/made.conf <<EOF\nrm /etc/nginx/nginx.conf\nEOF\n",
	);
	assert.equal(where("/etc/nginx/conf.d/default.conf"), "absent");
	assert.equal(where("/etc/nginx/nginx.conf"), "image");
	assert.equal(
		where("/etc/nginx/made.conf"),
		"unknown: a RUN instruction may write it (cat)",
	);
});

test("a Dockerfile that stands in compose", () => {
	const {
		where,
		build,
		service: found,
	} = service(
		`
build:
  context: .
  dockerfile_inline: |
    FROM nginx:1.27
    COPY a.conf /etc/nginx/nginx.conf
`,
		{ "a.conf": "" },
	);
	assert.equal(where("/etc/nginx/nginx.conf"), "a.conf");
	assert.deepEqual(build?.stage.image?.at, found.build?.inline?.at);
});

test("every prefix of a Dockerfile gives a file system", () => {
	const text = `ARG V=1.27
FROM node AS app
COPY --from=0 . .
FROM nginx:\${V} AS web
WORKDIR /etc/nginx
COPY [ "a.conf", "./" ]
COPY --from=app /app/dist /usr/share/nginx/html/
ADD x.tar.gz *.conf conf.d/
RUN set -e; if [ -f a ]; then mv /etc/nginx/a.conf conf.d/; fi && \\
  sed -i 's/a/b/' nginx.conf
COPY <<-EOF conf.d/b.conf
	x
	EOF
ENTRYPOINT ["/run.sh"]
CMD nginx -g "daemon off;"
`;
	const files = { "a.conf": "", "run.sh": "exec /docker-entrypoint.sh $@" };
	for (let end = 0; end <= text.length; end++) {
		const { where, names } = built(text.slice(0, end), files);
		where("/etc/nginx/conf.d/a.conf");
		where("/usr/share/nginx/html/index.html");
		names("/etc/nginx/conf.d");
	}
	assert.equal(
		built(text, files).where("/etc/nginx/conf.d/b.conf"),
		"inline: x\n",
	);
});
