/** `--format json`: the object that interfaces promise, the same bytes for the same input. */

import {
	type LineIndex,
	lineIndex,
	type Position,
	positionAt,
} from "../../text/line-index.ts";
import { relative } from "../../text/path.ts";
import type { Place } from "../../text/place.ts";
import { counts, type Report } from "./report.ts";

interface Range {
	readonly start: Position;
	readonly end: Position;
}

export function jsonFormat(report: Report): string {
	const indexes = new Map<string, LineIndex>();
	const place = (at: Place): { file: string; range: Range } => {
		const index = indexes.get(at.path) ?? lineIndex(report.textOf(at.path));
		indexes.set(at.path, index);
		return {
			file: relative(report.root, at.path),
			range: {
				start: positionAt(index, at.start),
				end: positionAt(index, at.end),
			},
		};
	};
	const findings = report.findings.map(
		({ rule, severity, message, at, related = [], fixes = [] }) => ({
			rule,
			severity,
			message,
			...place(at),
			related: related.map((each) => ({
				...place(each.at),
				message: each.message,
			})),
			fixes: fixes.flatMap((fix) => {
				const edits = fix.edits();
				if (edits.length === 0) return [];
				return [
					{
						title: fix.title,
						preferred: fix.preferred === true,
						edits: edits.map((edit) => ({
							...place(edit),
							newText: edit.newText,
						})),
					},
				];
			}),
		}),
	);
	const { root, projects } = report;
	return `${JSON.stringify({ version: 1, root, projects, findings, summary: { ...counts(report), files: report.files } }, null, 2)}\n`;
}
