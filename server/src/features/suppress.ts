/** The comment that takes a finding back, above its line. */

import type { Fix, RuledFinding } from "../rules/rule.ts";
import { insert } from "../text/edit.ts";
import type { ProjectFile } from "../topology/model.ts";

/** Undefined where the file's language has no comments, or the line can't have one above it. */
export function suppressFix(
	{ rule, at }: RuledFinding,
	file: ProjectFile,
): Fix | undefined {
	const mark = commentMark(at.path, file.role);
	const lineStart = file.text.lastIndexOf("\n", at.start - 1) + 1;
	const indent = /^[ \t]*/.exec(file.text.slice(lineStart))?.[0] ?? "";
	if (mark === undefined) return undefined;
	const lineBreak = file.text.includes("\r\n") ? "\r\n" : "\n";
	return {
		title: `Disable ${rule} for this line`,
		edits: () => [
			insert(
				at.path,
				lineStart,
				`${indent}${mark} edgewise-disable-next-line ${rule}${lineBreak}`,
			),
		],
	};
}

function commentMark(path: string, role: string): string | undefined {
	if (role === "package" || role === "settings") return undefined;
	if (role === "pm2" && !/\.ya?ml$/.test(path)) return "//";
	return "#";
}
