/** Imports point one way, and the core stays pure: ARCHITECTURE.md, "Where things live". */

import assert from "node:assert/strict";
import { test } from "node:test";
import { files, type Import, imports, read } from "./sources.ts";

/** Each may import those before it. The command line is a way in, as main is: it starts the server, too. */
const layers = [
	"collections",
	"text",
	"languages",
	"topology",
	"rules",
	"features",
	"session",
	"lsp",
	"server",
	"main cli",
];

const core = [
	"collections",
	"text",
	"languages",
	"topology",
	"rules",
	"features",
];

/** Parsers and small libraries that do nothing but compute. */
const purePackages = [
	"acorn",
	"acorn-loose",
	"ignore",
	"jsonc-parser",
	"picomatch",
	"yaml",
];

const server = files("server/src", ".ts");
const coreFiles = server.filter((path) => core.includes(layerOf(path)));

/** `server/src/text/edit.ts` → text; `server/src/main.ts` → main. */
function layerOf(path: string): string {
	return /^server\/src\/(\w+)/.exec(path)?.[1] ?? path;
}

function rankOf(path: string): number {
	return layers.findIndex((names) => names.split(" ").includes(layerOf(path)));
}

function isOwn({ to }: Import): boolean {
	return to.startsWith("server/") || to.startsWith("client/");
}

/** For messages. */
function arrow({ from, to }: Import): string {
	return `${from} → ${to}`;
}

test("every folder of the server has its place", () => {
	const placeless = server.filter(
		(path) => rankOf(path) < 0 && path !== "server/src/protocol.ts",
	);
	assert.deepEqual(placeless, []);
	assert.ok(server.flatMap(imports).length > server.length, "finds imports");
});

test("imports point from the editor to the text", () => {
	const wrong = server
		.flatMap(imports)
		.filter(isOwn)
		.filter(({ to }) => to !== "server/src/protocol.ts")
		.filter(
			({ from, to }) =>
				from === "server/src/protocol.ts" || rankOf(from) < rankOf(to),
		);
	assert.deepEqual(wrong.map(arrow), []);
});

test("languages know nothing of one another", () => {
	const language = (path: string) =>
		/^server\/src\/languages\/(\w+)\//.exec(path)?.[1];
	const wrong = files("server/src/languages", ".ts")
		.flatMap(imports)
		.filter(({ to }) => language(to) !== undefined)
		.filter(({ from, to }) => language(from) !== language(to));
	assert.deepEqual(wrong.map(arrow), []);
});

test("the client shares the protocol alone", () => {
	const wrong = files("client/src", ".ts")
		.flatMap(imports)
		.filter(isOwn)
		.filter(
			({ to }) =>
				!to.startsWith("client/src/") && to !== "server/src/protocol.ts",
		);
	assert.deepEqual(wrong.map(arrow), []);
});

test("nobody imports the client or a test", () => {
	const wrong = server
		.flatMap(imports)
		.filter(({ to }) => /^(?:client|test|scripts)\//.test(to));
	assert.deepEqual(wrong.map(arrow), []);
});

test("the core takes pure packages only", () => {
	const wrong = coreFiles
		.flatMap(imports)
		.filter((each) => !isOwn(each) && !purePackages.includes(each.to));
	assert.deepEqual(wrong.map(arrow), []);
});

test("the core has no clock, no chance, no process, and waits for nothing", () => {
	const impure =
		/\basync (?:function\b|\()|\bawait\b|\bPromise\b|\bnew Date\b|\bDate\.now\b|\bperformance\.|\bMath\.random\b|\bset(?:Timeout|Interval|Immediate)\b|(?<!")\bprocess\.(?!env|cwd)/;
	const wrong = coreFiles.flatMap((path) =>
		code(path).flatMap((line, i) =>
			impure.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [],
		),
	);
	assert.deepEqual(wrong, []);
});

/** Lines without comments and without what is quoted. */
function code(path: string): readonly string[] {
	return read(path)
		.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
		.replace(
			/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g,
			(text) => text.replace(/[^\n]/g, " "),
		)
		.replace(/\/\/.*$/gm, "")
		.split("\n");
}
