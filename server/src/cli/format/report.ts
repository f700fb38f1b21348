/** What a check found, before it is printed. */

import type { RuledFinding, Severity } from "../../rules/rule.ts";
import { findingsIn } from "../../session/findings.ts";
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
	const findings = [...concerned(projects)]
		.sort(([a], [b]) => compare(a, b))
		.flatMap(([path, concerned]) => findingsIn([...concerned], path))
		.map(({ finding }) => finding);
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

/** The files in which something is found, with the projects that may have a word on it. */
function concerned(
	projects: readonly CheckedProject[],
): ReadonlyMap<string, ReadonlySet<CheckedProject>> {
	const found = new Map<string, Set<CheckedProject>>();
	for (const project of projects) {
		for (const { at } of project.findings) found.set(at.path, new Set());
	}
	for (const project of projects) {
		for (const { at } of project.findings) found.get(at.path)?.add(project);
		for (const path of project.files.keys()) found.get(path)?.add(project);
	}
	return found;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
