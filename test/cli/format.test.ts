import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt } from "../../server/src/cli/format/excerpt.ts";
import { ruleInfos } from "../../server/src/rules/registry.ts";
import { lineIndex } from "../../server/src/text/line-index.ts";
import { stack, stackProblem } from "../session/stack.ts";
import { edgewise, folder } from "./terminal.ts";

test("pretty shows the line, the mark, the other ends and the fixes", async (t) => {
	const root = await folder(t, stack);
	const { out } = await edgewise(root, ["check"]);
	const lines = out.split("\n");
	assert.equal(lines[0], `docker-compose.yml:2:3  warning  ${stackProblem}`);
	assert.match(lines[1] ?? "", /^ {2}nginx sends to host\.docker\.internal/);
	assert.deepEqual(lines.slice(2, 5), ["", "  2 |   nginx:", "    |   ^^^^^"]);
	assert.match(lines[5] ?? "", /^ {2}nginx\/nginx\.conf:4:12: /);
	assert.match(lines[6] ?? "", /^ {2}fix: Add host\.docker\.internal/);
	assert.equal(lines.at(-2), "1 warning in 3 files of 1 project.");
});

test("pretty's paths are as seen from where one stands", async (t) => {
	const root = await folder(t, { ...stack, "sub/x": "" });
	const { out } = await edgewise(`${root}/sub`, ["check", ".."]);
	assert.match(out, /^\.\.\/docker-compose\.yml:2:3 /);
});

test("colours are for those who see them", async (t) => {
	const root = await folder(t, stack);
	const plain = await edgewise(root, ["check"]);
	const colored = await edgewise(root, ["check"], { isColored: true });
	// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are such
	const color = /\u001b\[\d+m/g;
	assert.doesNotMatch(plain.out, color);
	assert.match(colored.out, color);
	assert.equal(colored.out.replace(color, ""), plain.out);
});

test("what a file holds can't steer the terminal", async (t) => {
	const root = await folder(t, {
		"nginx.conf":
			'worker_processes 1;\nevents {}\nhttp { server { listen "\u001b[2J\u0007x\n',
	});
	const { out } = await edgewise(root, ["check"]);
	assert.match(out, /nginx-syntax/);
	// biome-ignore lint/suspicious/noControlCharactersInRegex: those must not be there
	assert.doesNotMatch(out, /[\u0000-\u0008\u000b-\u001f]/);
});

test("github names the line and columns, with everything escaped", async (t) => {
	const root = await folder(t, {
		...stack,
		"a,b/nginx.conf": "worker_processes 1;\nevents {",
		"a,b/docker-compose.yml": "services:\n  a:\n    image: alpine\n",
	});
	const { out, code } = await edgewise(root, ["check"], {
		env: { GITHUB_ACTIONS: "true" },
	});
	assert.equal(code, 1);
	const lines = out.trimEnd().split("\n");
	assert.match(
		lines[0] ?? "",
		/^::error file=a%2Cb\/nginx\.conf,line=2,endLine=2,col=\d+,endColumn=9,title=nginx-syntax::\S/,
	);
	assert.match(
		lines[1] ?? "",
		/^::warning file=docker-compose\.yml,line=2,endLine=2,col=3,endColumn=8,title=host-gateway-missing::nginx sends to host/,
	);
	assert.equal(lines.length, 2);
});

test("github's paths are as seen from the repository, whatever is checked", async (t) => {
	const root = await folder(
		t,
		Object.fromEntries(
			Object.entries(stack).map(([path, text]) => [`deploy/${path}`, text]),
		),
	);
	const { out } = await edgewise(`${root}/deploy`, ["check"], {
		env: { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: root },
	});
	assert.match(out, /^::warning file=deploy\/docker-compose\.yml,/);
});

test("rules lists every rule with its severity and one line", async () => {
	const { code, out } = await edgewise("/", ["rules"]);
	assert.equal(code, 0);
	const lines = out.trimEnd().split("\n");
	assert.equal(lines.length, ruleInfos.length);
	ruleInfos.forEach(({ id, severity, summary }, i) => {
		assert.match(lines[i] ?? "", new RegExp(`^${id} +${severity} +`));
		assert.ok(lines[i]?.endsWith(summary));
	});
});

test("every rule's page can be read", async () => {
	for (const { id } of ruleInfos) {
		const { code, out } = await edgewise("/", ["rules", id]);
		assert.equal(code, 0);
		assert.match(out, new RegExp(`^# .*${id}`));
	}
});

test("help and version are answers, not failures", async () => {
	for (const args of [[], ["--help"], ["check", "-h"], ["help"]]) {
		const { code, out, err } = await edgewise("/", args);
		assert.equal(code, 0);
		assert.equal(err, "");
		assert.match(out, /edgewise check \[PATH…\]/);
	}
	assert.match((await edgewise("/", ["--version"])).out, /^\d+\.\d+\.\d+\n$/);
});

function marked(text: string, part: string): string {
	const start = text.indexOf(part);
	const { line, marks } = excerpt(lineIndex(text), {
		start,
		end: start + part.length,
	});
	return `${line}\n${marks}`;
}

test("the mark stands under the place, behind tabs too", () => {
	assert.equal(marked("\t\tlisten 80;", "80"), "\t\tlisten 80;\n\t\t       ^^");
});

test("of a place over several lines the first is marked, of an empty one a point", () => {
	assert.equal(marked("a {\n  b\n}", "{\n  b\n}"), "a {\n  ^");
	assert.equal(marked("a b", ""), "a b\n^");
	assert.equal(excerpt(lineIndex("a\n"), { start: 2, end: 2 }).number, "2");
});

test("of a long line only what is around the place is shown, with the mark under it", () => {
	const text = `${"x".repeat(5000)}HERE${"y".repeat(5000)}`;
	const [line = "", marks = ""] = marked(text, "HERE").split("\n");
	assert.ok(line.length <= 130);
	assert.equal(line.slice(marks.indexOf("^"), marks.length), "HERE");
	assert.ok(line.startsWith("…") && line.endsWith("…"));
	const [first = "", under = ""] = marked(text, "xxx").split("\n");
	assert.equal(under, "^^^");
	assert.ok(first.startsWith("xxx"));
	const wide = marked(text, text).split("\n");
	assert.ok((wide[1]?.length ?? 0) <= 130);
});
