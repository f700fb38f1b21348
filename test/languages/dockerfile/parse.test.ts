import assert from "node:assert/strict";
import { test } from "node:test";
import type {
	Copy,
	Dockerfile,
	Instruction,
} from "../../../server/src/languages/dockerfile/facts.ts";
import {
	type DockerfileOptions,
	parseDockerfile,
} from "../../../server/src/languages/dockerfile/parse.ts";

function parse(text: string, options?: DockerfileOptions): Dockerfile {
	return parseDockerfile("/app/Dockerfile", text, options);
}

/** The instructions of the last stage that are of one kind. */
function all<K extends Instruction["kind"]>(text: string, kind: K) {
	return (parse(text).stages.at(-1)?.instructions ?? []).filter(
		(found): found is Instruction & { kind: K } => found.kind === kind,
	);
}

function copy(line: string): Copy {
	const [found] = all(`FROM a\n${line}`, "copy") as Copy[];
	assert.ok(found, line);
	return found;
}

test("stages carry image, alias and the stage they continue", () => {
	const { stages, problems } = parse(
		"FROM node:20 AS Build\nRUN x\nFROM --platform=$BUILDPLATFORM nginx:1.27 as web\nFROM web\n",
	);
	assert.deepEqual(problems, []);
	assert.deepEqual(
		stages.map(({ image, alias, base }) => [image?.text, alias?.value, base]),
		[
			["node:20", "build", undefined],
			["nginx:1.27", "web", undefined],
			["web", undefined, 1],
		],
	);
});

test("an image takes ARG defaults and what the build is given; the rest stays open", () => {
	const text = `ARG TAG=1.25\nARG BASE=nginx:\${TAG}-alpine\nFROM $BASE\n`;
	assert.equal(parse(text).stages[0]?.image?.text, "nginx:1.25-alpine");
	const given = new Map<string, string | undefined>([["TAG", "1.27.3"]]);
	assert.equal(
		parse(text, { args: given }).stages[0]?.image?.text,
		"nginx:1.27.3-alpine",
	);
	const fromShell = new Map<string, string | undefined>([["TAG", undefined]]);
	assert.deepEqual(parse(text, { args: fromShell }).stages[0]?.image, {
		text: `nginx:\${TAG}-alpine`,
		open: ["TAG"],
		at: { path: "/app/Dockerfile", start: 47, end: 52 },
	});
	assert.equal(
		parse(`ARG T\nFROM nginx:\${T:-stable}`).stages[0]?.image?.text,
		"nginx:stable",
	);
});

test("ARG above the first FROM counts in a stage only where it is declared again", () => {
	const declared = "ARG DIR=conf\nFROM nginx\nARG DIR\nCOPY $DIR/a /b\n";
	const plain = "ARG DIR=conf\nFROM nginx\nCOPY $DIR/a /b\n";
	const source = (text: string) => (all(text, "copy")[0] as Copy).sources[0];
	assert.equal(source(declared)?.text, "conf/a");
	assert.deepEqual(source(plain)?.open, ["DIR"]);
});

test("ENV wins over ARG, sees its own line's variables only from the next line on, and is inherited", () => {
	const text =
		"FROM a AS one\nARG X=arg\nENV X=env\nENV X=new Y=$X\nFROM one\nCOPY $X$Y /z";
	assert.equal((all(text, "copy")[0] as Copy).sources[0]?.text, "newenv");
	assert.deepEqual(
		all('FROM a\nENV A=b C="d e" F=g\\ h\nENV OLD a  b=c\n', "env").map(
			({ name, value }) => [name, value.text],
		),
		[
			["A", "b"],
			["C", "d e"],
			["F", "g h"],
			["OLD", "a  b=c"],
		],
	);
});

test("COPY in plain and exec form; only the exec form holds spaces", () => {
	const plain = copy("COPY --chown=a:b nginx.conf conf.d/ /etc/nginx/");
	assert.deepEqual(
		plain.sources.map(({ text }) => text),
		["nginx.conf", "conf.d/"],
	);
	assert.equal(plain.destination.text, "/etc/nginx/");
	const exec = copy('COPY --from=build ["a b.conf", "/etc/nginx/"]');
	assert.deepEqual(
		exec.sources.map(({ text }) => text),
		["a b.conf"],
	);
	assert.equal(exec.from?.text, "build");
	assert.equal(copy("COPY --parents a /b").selective, true);
	assert.equal(copy("COPY 'a' \"/b\"").destination.text, "/b");
});

test("COPY remembers WORKDIR", () => {
	const text = "FROM a\nCOPY a .\nWORKDIR /srv\nWORKDIR app\nCOPY b ./\n";
	const [first, second] = all(text, "copy") as Copy[];
	assert.equal(first?.directory, undefined);
	assert.equal(second?.directory, "/srv/app");
});

test("heredocs are contents, with variables replaced unless the name is quoted", () => {
	const text =
		"FROM nginx\nENV PORT=80\nCOPY <<EOF <<-'RAW' /etc/nginx/\nlisten $PORT;\nEOF\n\tset $x 1;\n\tRAW\nEXPOSE 81\n";
	const [found] = all(text, "copy") as Copy[];
	assert.deepEqual(
		found?.heredocs.map(({ name, content, expanded }) => [
			name,
			content.text,
			text.slice(content.at.start, content.at.end),
			expanded,
		]),
		[
			["EOF", "listen 80;\n", "listen $PORT;\n", true],
			["RAW", "set $x 1;\n", "\tset $x 1;\n", false],
		],
	);
	assert.deepEqual(found?.sources, []);
	assert.equal(all(text, "expose")[0]?.port, 81);
});

test("commands in exec and shell form", () => {
	const [cmd] = all('FROM a\nCMD [ "nginx", "-g", "daemon off;" ]', "cmd");
	assert.deepEqual(cmd?.command.words, ["nginx", "-g", "daemon off;"]);
	assert.equal(cmd?.command.form, "exec");
	const [run] = all(
		"FROM a\nRUN --mount=type=cache,target=/x set -e; \\\n  # why\n  cp a \\\n\n  b",
		"run",
	);
	assert.equal(run?.command.form, "shell");
	assert.deepEqual(run?.command.words, ["set", "-e;", "cp", "a", "b"]);
	assert.equal(all("FROM a\nCMD ['x']", "cmd")[0]?.command.form, "shell");
	assert.equal(
		all("FROM a\nRUN <<EOF\necho > /x\nEOF", "run")[0]?.command.text,
		"echo > /x\n",
	);
	assert.equal(
		all("FROM a\nRUN cat <<EOF > /x\nb\nEOF", "run")[0]?.command.text,
		"cat <<EOF > /x\nb\nEOF",
	);
	assert.deepEqual(
		all(
			"FROM a\nHEALTHCHECK --interval=5s CMD curl localhost:3000",
			"healthcheck",
		)[0]?.command?.words,
		["curl", "localhost:3000"],
	);
	assert.equal(
		all("FROM a\nHEALTHCHECK NONE", "healthcheck")[0]?.command,
		undefined,
	);
});

test("EXPOSE with ranges, protocols and variables", () => {
	const text =
		"FROM a\nENV PORT=3000\nEXPOSE $PORT 8000-8002/UDP nonsense $NO 0";
	assert.deepEqual(
		all(text, "expose").map(({ port, last, protocol }) => [
			port,
			last,
			protocol,
		]),
		[
			[3000, 3000, "tcp"],
			[8000, 8002, "udp"],
		],
	);
});

test("places point at the text, across continuation lines", () => {
	const text =
		"FROM nginx\r\nCOPY \\\r\n  # note\r\n  a.conf \\\r\n  /etc/b.conf\r\n";
	const { comments } = parse(text);
	const [found] = all(text, "copy") as Copy[];
	const slice = (at: { start: number; end: number } | undefined) =>
		at && text.slice(at.start, at.end);
	assert.equal(slice(found?.sources[0]?.at), "a.conf");
	assert.equal(slice(found?.destination.at), "/etc/b.conf");
	assert.deepEqual(comments.map(slice), ["# note"]);
});

test("the escape directive", () => {
	const text = "# escape=`\nFROM a\nCOPY a `\n b `\n C:\\x\\\n";
	const [found] = all(text, "copy") as Copy[];
	assert.equal(found?.destination.text, "C:\\x\\");
});

test("what BuildKit refuses is said", () => {
	const messages = (text: string) =>
		parse(text).problems.map(({ message }) => message);
	assert.deepEqual(messages("FROM a\nCOPPY a b\n"), [
		"COPPY is no Dockerfile instruction.",
	]);
	assert.deepEqual(messages("RUN x\nFROM a\n"), [
		"RUN stands before the first FROM.",
	]);
	assert.deepEqual(messages("FROM a b\n"), [
		"FROM takes an image, or an image, AS and a name.",
	]);
	assert.deepEqual(messages("FROM a\nCOPY a\n"), [
		"COPY takes at least a source and a destination.",
	]);
	assert.deepEqual(messages("ARG A=1\n"), ["The Dockerfile has no FROM."]);
	assert.deepEqual(messages("FROM a\nRUN <<EOF\nx\n"), [
		"The heredoc EOF has no closing line EOF.",
	]);
	assert.deepEqual(messages(""), []);
});

test("every prefix and every damaged text gives a tree", () => {
	const text = [
		"# syntax=docker/dockerfile:1",
		`ARG A=\${B:-\${C:+x}}`,
		`FROM --platform=linux/$TARGETARCH nginx:\${A} AS base`,
		"ENV X=\"a b\" Y='c' Z=d\\ e",
		"COPY <<-EOF <<'B' /etc/nginx/",
		`\tserver { listen \${PORT}; }`,
		"\tEOF",
		"B",
		'COPY ["a b.conf", "c\\u0041", "/etc/nginx/"]',
		"RUN <<E cat > /x \\",
		"y",
		"E",
		'CMD ["nginx", "-g", "daemon off;"]',
	].join("\n");
	for (let end = 0; end <= text.length; end++) {
		parse(text.slice(0, end));
		parse(text.slice(end));
		parse(text.slice(0, end) + text.slice(end + 1));
	}
});

test("time grows with the text, whatever the text", () => {
	const hard: Record<string, (n: number) => string> = {
		lines: (n) => "RUN a\n".repeat(n),
		stages: (n) => "FROM a AS b\n".repeat(n),
		continued: (n) => `RUN ${"a \\\n".repeat(n)}`,
		spaces: (n) => `# escape=${" ".repeat(n)}x\nFROM a\\${" ".repeat(n)}`,
		heredocs: (n) => `FROM a\nCOPY ${"<<A ".repeat(n)}/x\n`,
		open: (n) => `FROM a\nENV A=${`\${`.repeat(n)}`,
		nested: (n) => `FROM a\nENV A=${`\${A:-`.repeat(n)}`,
		json: (n) => `FROM a\nCMD [${'"a",'.repeat(n)}`,
		string: (n) => `FROM a\nCMD ["${"\\a".repeat(n)}`,
		ports: (n) => `FROM a\nEXPOSE ${"1 ".repeat(n)}`,
		doubling: (n) =>
			`FROM a\nENV A=xx\n${"ENV A=$A$A\n".repeat(Math.min(n, 500))}`,
	};
	for (const [name, make] of Object.entries(hard)) {
		const started = performance.now();
		parse(make(200_000));
		const seconds = (performance.now() - started) / 1000;
		assert.ok(seconds < 60, `${name} took ${seconds.toFixed(1)} s`);
	}
});
