/** `--format json`: the object that interfaces promise, the same bytes for the same input. */

import type { Fix, RuledFinding } from "../../rules/rule.ts";
import { toNative } from "../../session/node-file-system.ts";
import { relative } from "../../text/path.ts";
import type { Place } from "../../text/place.ts";
import { type Report, range } from "./report.ts";

export function jsonFormat(report: Report): string {
	const { projects, findings, counts } = report;
	const object = {
		version: 1,
		root: toNative(report.root),
		projects,
		findings: findings.map((finding) => findingOf(finding, report)),
		summary: counts,
	};
	return `${JSON.stringify(object, null, 2)}\n`;
}

function findingOf(finding: RuledFinding, report: Report): object {
	const { rule, severity, message, at, related = [], fixes = [] } = finding;
	return {
		rule,
		severity,
		message,
		...placeOf(at, report),
		related: related.map((each) => ({
			...placeOf(each.at, report),
			message: each.message,
		})),
		fixes: fixes.flatMap((fix) => fixOf(fix, report)),
	};
}

/** None for a fix that has nothing to change at the moment. */
function fixOf(fix: Fix, report: Report): readonly object[] {
	const edits = fix.edits().map((edit) => ({
		...placeOf(edit, report),
		newText: edit.newText,
	}));
	if (edits.length === 0) return [];
	return [{ title: fix.title, preferred: fix.preferred === true, edits }];
}

function placeOf(at: Place, report: Report): object {
	return { file: relative(report.root, at.path), range: range(report, at) };
}
