/** `--format github`: workflow commands, which GitHub shows at the lines of a pull request. */

import type { Severity } from "../../rules/rule.ts";
import { lineIndex, positionAt } from "../../text/line-index.ts";
import { relative } from "../../text/path.ts";
import type { Report } from "./report.ts";

const commands: Readonly<Record<Severity, string>> = {
	error: "error",
	warning: "warning",
	info: "notice",
	hint: "notice",
};

export function githubFormat(report: Report): string {
	return report.findings
		.map(({ rule, severity, message, at }) => {
			const index = lineIndex(report.textOf(at.path));
			const [start, end] = [
				positionAt(index, at.start),
				positionAt(index, at.end),
			];
			const properties = [
				`file=${property(relative(report.root, at.path))}`,
				`line=${start.line + 1}`,
				`endLine=${end.line + 1}`,
				// GitHub takes columns only within one line.
				...(start.line === end.line
					? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`]
					: []),
				`title=${property(rule)}`,
			];
			return `::${commands[severity]} ${properties.join(",")}::${data(message)}\n`;
		})
		.join("");
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
