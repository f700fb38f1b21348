/** A rule's page: prose for people, and between its fences the workspaces that are the rule's tests. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Page {
	readonly title: string;
	readonly wrong: readonly string[];
	readonly right: readonly string[];
	readonly silent: readonly string[];
	readonly headings: readonly string[];
}

const rulesFolder = join(import.meta.dirname, "../../server/src/rules");

export function readPage(rule: string): Page {
	const text = readFileSync(join(rulesFolder, `${rule}.md`), "utf8");
	const sections = text.split(/^## /m);
	const body = (heading: string) =>
		sections.find((section) => section.startsWith(`${heading}\n`)) ?? "";
	return {
		title: /^# (.+)$/m.exec(text)?.[1] ?? "",
		wrong: fences(body("Wrong")),
		right: fences(body("Right")),
		silent: fences(body("When it stays silent")),
		headings: sections
			.slice(1)
			.map((section) => section.slice(0, section.indexOf("\n"))),
	};
}

function fences(section: string): string[] {
	return [...section.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(
		(match) => match[1] ?? "",
	);
}
