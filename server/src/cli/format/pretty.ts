/** `--format pretty`: for people at a terminal. */

import type { RuledFinding } from "../../rules/check.ts";
import type { Severity } from "../../rules/rule.ts";
import { lineIndex, lineText, positionAt } from "../../text/line-index.ts";
import { relative } from "../../text/path.ts";
import type { Place } from "../../text/place.ts";
import { counts, type Report } from "./report.ts";

const colors: Readonly<Record<Severity, number>> = {
	error: 31,
	warning: 33,
	info: 34,
	hint: 90,
};

export function prettyFormat(report: Report, colored: boolean): string {
	const paint = (code: number, text: string) =>
		colored ? `\u001b[${code}m${text}\u001b[0m` : text;
	const where = (at: Place) => {
		const { line, character } = positionAt(
			lineIndex(report.textOf(at.path)),
			at.start,
		);
		return `${relative(report.root, at.path)}:${line + 1}:${character + 1}`;
	};
	const block = (finding: RuledFinding): string => {
		const { rule, severity, message, at, related = [], fixes = [] } = finding;
		return [
			`${paint(1, where(at))}  ${paint(colors[severity], severity)}  ${paint(90, rule)}`,
			`  ${message}`,
			"",
			...excerpt(report.textOf(at.path), at, (text) =>
				paint(colors[severity], text),
			),
			...related.map((each) =>
				paint(90, `  ${where(each.at)}: ${each.message}`),
			),
			...fixes.map(
				(fix) => `  ${paint(32, fix.preferred ? "fix" : "or")}: ${fix.title}`,
			),
			"",
		].join("\n");
	};
	return `${[...report.findings.map(block), summary(report)].join("\n")}\n`;
}

/** The line with a line of `^` under the place; of a place over several lines the first. */
function excerpt(
	text: string,
	at: Place,
	paint: (text: string) => string,
): readonly string[] {
	const index = lineIndex(text);
	const start = positionAt(index, at.start);
	const end = positionAt(index, at.end);
	const line = lineText(index, start.line);
	const number = String(start.line + 1);
	const last = end.line === start.line ? end.character : line.length;
	const indent = line.slice(0, start.character).replace(/[^\t]/g, " ");
	const marks = "^".repeat(Math.max(1, last - start.character));
	const margin = " ".repeat(number.length);
	return [`  ${number} | ${line}`, `  ${margin} | ${indent}${paint(marks)}`];
}

function summary(report: Report): string {
	const { error, warning, info, hint } = counts(report);
	const parts = [
		[error, "error"],
		[warning, "warning"],
		[info, "info"],
		[hint, "hint"],
	] as const;
	const found = parts
		.filter(([count]) => count > 0)
		.map(([count, name]) => plural(count, name));
	const where = `${plural(report.files, "file")} of ${plural(report.projects.length, "project")}`;
	return found.length === 0
		? `Nothing found in ${where}.`
		: `${found.join(", ")} in ${where}.`;
}

function plural(count: number, name: string): string {
	return `${count} ${name}${count === 1 || name === "info" ? "" : "s"}`;
}
