/** What can be inserted at a place. */

import { pm2Snippets } from "../languages/pm2/snippets.ts";
import type { Span } from "../text/place.ts";
import type { Project } from "../topology/model.ts";

export interface Completion {
	readonly label: string;
	readonly detail: string;
	/** In LSP's snippet syntax. */
	readonly snippet: string;
	/** What it takes the place of: the word that is being typed. */
	readonly replaces: Span;
}

export function completions(
	project: Project,
	path: string,
	offset: number,
): readonly Completion[] {
	const ecosystem = project.ecosystems.find(
		(each) => each.ecosystem.path === path,
	)?.ecosystem;
	const file = project.files.find((each) => each.path === path);
	if (!ecosystem || !file || /\.ya?ml$/.test(path)) return [];
	if (!isBetweenApps(file.text, offset)) return [];
	const word = /[\w-]*$/.exec(file.text.slice(0, offset))?.[0] ?? "";
	return pm2Snippets.map(({ label, detail, body }) => ({
		label,
		detail,
		snippet: body,
		replaces: { start: offset - word.length, end: offset },
	}));
}

/** Directly inside the brackets behind `apps:`, between two apps; read from the text, for the file may be half typed. */
function isBetweenApps(text: string, offset: number): boolean {
	const open: number[] = [];
	const before = text
		.slice(0, offset)
		.replace(
			/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g,
			(match) => " ".repeat(match.length),
		);
	for (let i = 0; i < before.length; i++) {
		if (/[[({]/.test(before[i] ?? "")) open.push(i);
		else if (/[\])}]/.test(before[i] ?? "")) open.pop();
	}
	const innermost = open.at(-1);
	if (innermost === undefined || before[innermost] !== "[") return false;
	const name = /(?:["']?(?:apps|pm2)["']?\s*[:=]|module\.exports\s*=)\s*$/;
	return name.test(text.slice(0, innermost)) && /[[,}]\s*[\w-]*$/.test(before);
}
