/** One id is file, page, registry entry, settings key and README row. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ruleInfos } from "../../server/src/rules/registry.ts";
import { files, read } from "./sources.ts";

const ids = ruleInfos.map(({ id }) => id);

test("every page is of a rule, and every rule has its page", () => {
	const pages = files("server/src/rules", ".md").map((path) =>
		path.replace(/^.*\/|\.md$/g, ""),
	);
	assert.deepEqual(pages.sort(), ids);
});

test("every rule is the file of its name", () => {
	for (const id of ids)
		assert.match(
			read(`server/src/rules/${id}.ts`),
			new RegExp(`^\\s*(?:readonly )?id: "${id}",?$`, "m"),
			`${id}.ts declares it`,
		);
});

test("every page begins with its id and has its sections", () => {
	for (const id of ids) {
		const page = read(`server/src/rules/${id}.md`);
		assert.equal(page.slice(0, page.indexOf("\n")), `# ${id}`);
		const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, name]) => name);
		for (const section of [
			"Why it matters",
			"Wrong",
			"Right",
			"When it stays silent",
		])
			assert.ok(sections.includes(section), `${id}.md has no ${section}`);
	}
});

test("the README lists the rules", () => {
	const rows = read("README.md")
		.split("\n")
		.filter(
			(line) => line.startsWith("| [") && line.includes("server/src/rules/"),
		);
	const wanted = ruleInfos.map(
		({ id, severity, summary }) =>
			`| [${id}](server/src/rules/${id}.md) | ${severity} | ${summary} |`,
	);
	assert.deepEqual(rows, wanted);
});
