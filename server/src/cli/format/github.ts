/** `--format github`: workflow commands, which GitHub shows at the lines of a pull request. */

import type { RuledFinding, Severity } from "../../rules/rule.ts";
import { fromNative } from "../../session/node-file-system.ts";
import { relative } from "../../text/path.ts";
import { type Report, range } from "./report.ts";

const commands: Readonly<Record<Severity, string>> = {
	error: "error",
	warning: "warning",
	info: "notice",
	hint: "notice",
};

/** GitHub takes paths as seen from the repository, whatever folder was checked. */
export function githubFormat(report: Report, repository: string): string {
	return report.findings
		.map((finding) => command(finding, report, fromNative(repository)))
		.join("");
}

function command(
	finding: RuledFinding,
	report: Report,
	repository: string,
): string {
	const { rule, severity, message, at } = finding;
	const { start, end } = range(report, at);
	const properties = [
		`file=${property(relative(repository, at.path))}`,
		`line=${start.line + 1}`,
		`endLine=${end.line + 1}`,
		// GitHub takes columns only within one line.
		...(start.line === end.line
			? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`]
			: []),
		`title=${property(rule)}`,
	];
	return `::${commands[severity]} ${properties.join(",")}::${data(message)}\n`;
}

/** As actions/toolkit escapes a command's data. */
function data(text: string): string {
	return text
		.replaceAll("%", "%25")
		.replaceAll("\r", "%0D")
		.replaceAll("\n", "%0A");
}

function property(text: string): string {
	return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
