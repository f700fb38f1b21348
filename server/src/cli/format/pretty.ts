/** `--format pretty`: for people at a terminal. */

import type { RuledFinding, Severity } from "../../rules/rule.ts";
import { fromNative } from "../../session/node-file-system.ts";
import { relative } from "../../text/path.ts";
import type { Place } from "../../text/place.ts";
import { excerpt } from "./excerpt.ts";
import { type Report, range } from "./report.ts";

const colors: Readonly<Record<Severity, number>> = {
	error: 31,
	warning: 33,
	info: 34,
	hint: 90,
};

type Paint = (color: number, text: string) => string;

/** Paths are as seen from `cwd`, so that a terminal can open them. */
export function prettyFormat(
	report: Report,
	cwd: string,
	isColored: boolean,
): string {
	const paint: Paint = (color, text) =>
		isColored ? `\u001b[${color}m${text}\u001b[0m` : text;
	const where = (at: Place): string => {
		const { line, character } = range(report, at).start;
		return `${printable(relative(fromNative(cwd), at.path))}:${line + 1}:${character + 1}`;
	};
	const blocks = report.findings.map((finding) =>
		block(finding, report, where, paint),
	);
	return `${[...blocks, summary(report)].join("\n")}\n`;
}

function block(
	finding: RuledFinding,
	{ linesOf }: Report,
	where: (at: Place) => string,
	paint: Paint,
): string {
	const { rule, severity, message, at, related = [], fixes = [] } = finding;
	const { number, line, marks } = excerpt(linesOf(at.path), at);
	const margin = " ".repeat(number.length);
	return [
		`${paint(1, where(at))}  ${paint(colors[severity], severity)}  ${paint(90, rule)}`,
		`  ${printable(message)}`,
		"",
		`  ${number} | ${printable(line)}`,
		`  ${margin} | ${marks.replace(/\^+/, (carets) => paint(colors[severity], carets))}`,
		...related.map((each) =>
			paint(90, `  ${where(each.at)}: ${printable(each.message)}`),
		),
		...fixes.map(
			({ title, preferred }) =>
				`  ${paint(32, preferred ? "fix" : "or")}: ${printable(title)}`,
		),
		"",
	].join("\n");
}

function summary({ counts, projects }: Report): string {
	if (projects.length === 0)
		return "No compose, nginx or PM2 files to check were found.";
	const found = (["error", "warning", "info", "hint"] as const)
		.filter((severity) => counts[severity] > 0)
		.map((severity) => plural(counts[severity], severity));
	const where = `${plural(counts.files, "file")} of ${plural(projects.length, "project")}`;
	return `${found.length === 0 ? "Nothing found" : found.join(", ")} in ${where}.`;
}

function plural(count: number, name: string): string {
	return `${count} ${name}${count === 1 || name === "info" ? "" : "s"}`;
}

/** Files are other people's: what they hold must not steer the terminal. */
function printable(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
	return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\ufffd");
}
