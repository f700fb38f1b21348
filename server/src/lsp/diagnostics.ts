/** Findings to diagnostics. */

import {
	type Diagnostic,
	DiagnosticSeverity,
	DiagnosticTag,
} from "vscode-languageserver";
import type { RuledFinding } from "../rules/check.ts";
import type { Severity } from "../rules/rule.ts";
import { rangeOf } from "./texts.ts";
import { uriOf } from "./uri.ts";

export interface DiagnosticOptions {
	/** The text of a file; undefined where it isn't known. */
	readonly textOf: (path: string) => string | undefined;
	/** The address of a rule's page. */
	readonly pageOf: (rule: string) => string | undefined;
	readonly relatedInformation: boolean;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	info: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(
	finding: RuledFinding,
	options: DiagnosticOptions,
): Diagnostic {
	const { rule, severity, message, at, tag } = finding;
	const href = options.pageOf(rule);
	return {
		source: "edgewise",
		code: rule,
		...(href === undefined ? {} : { codeDescription: { href } }),
		severity: severities[severity],
		message,
		range: rangeOf(options.textOf(at.path) ?? "", at),
		...(options.relatedInformation
			? { relatedInformation: related(finding, options) }
			: {}),
		...(tag
			? {
					tags: [
						tag === "deprecated"
							? DiagnosticTag.Deprecated
							: DiagnosticTag.Unnecessary,
					],
				}
			: {}),
	};
}

function related(
	{ related = [] }: RuledFinding,
	{ textOf }: DiagnosticOptions,
): Diagnostic["relatedInformation"] & {} {
	return related.flatMap(({ at, message }) => {
		const text = textOf(at.path);
		return text === undefined
			? []
			: [
					{
						location: { uri: uriOf(at.path), range: rangeOf(text, at) },
						message,
					},
				];
	});
}
