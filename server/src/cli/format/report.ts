/** What a check found, before it is printed. */

import type { RuledFinding } from "../../rules/check.ts";
import type { Severity } from "../../rules/rule.ts";
import type { CheckedProject } from "../../session/projects.ts";
import {
	type LineIndex,
	lineIndex,
	type Position,
	positionAt,
} from "../../text/line-index.ts";
import { relative } from "../../text/path.ts";
import type { Place } from "../../text/place.ts";

export interface Report {
	/** Absolute. */
	readonly root: string;
	readonly projects: readonly {
		readonly name: string;
		readonly files: readonly string[];
	}[];
	/** Each once; sorted by file, place and rule. */
	readonly findings: readonly RuledFinding[];
	readonly counts: Readonly<Record<Severity | "files", number>>;
	/** The lines of a file; of the text that was checked. */
	readonly linesOf: (path: string) => LineIndex;
}

/** `textOf`: of files that a project knows, but does not count as its own. */
export function reportOf(
	root: string,
	projects: readonly CheckedProject[],
	textOf: (path: string) => string | undefined,
): Report {
	const texts = new Map(
		projects.flatMap(({ files }) =>
			[...files.values()].map(({ path, text }) => [path, text] as const),
		),
	);
	const lines = new Map<string, LineIndex>();
	const linesOf = (path: string): LineIndex => {
		const index =
			lines.get(path) ?? lineIndex(texts.get(path) ?? textOf(path) ?? "");
		lines.set(path, index);
		return index;
	};
	const findings = unique(projects.flatMap(({ findings }) => findings));
	const count = (severity: Severity) =>
		findings.filter((finding) => finding.severity === severity).length;
	return {
		root,
		projects: projects.map(({ project, files }) => ({
			name: project.name,
			files: [...files.keys()].map((path) => relative(root, path)).sort(),
		})),
		findings,
		counts: {
			error: count("error"),
			warning: count("warning"),
			info: count("info"),
			hint: count("hint"),
			files: texts.size,
		},
		linesOf,
	};
}

export function range(
	{ linesOf }: Report,
	{ path, start, end }: Place,
): { readonly start: Position; readonly end: Position } {
	const lines = linesOf(path);
	return { start: positionAt(lines, start), end: positionAt(lines, end) };
}

/** A file of two projects has the same finding twice. */
function unique(findings: readonly RuledFinding[]): readonly RuledFinding[] {
	const key = ({ rule, severity, at, message }: RuledFinding) =>
		[at.path, at.start, at.end, rule, severity, message].join("\0");
	return [
		...new Map(findings.map((finding) => [key(finding), finding])).values(),
	].sort(
		(a, b) =>
			compare(a.at.path, b.at.path) ||
			a.at.start - b.at.start ||
			a.at.end - b.at.end ||
			compare(a.rule, b.rule) ||
			compare(a.message, b.message),
	);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
