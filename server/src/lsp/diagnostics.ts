/** Findings to diagnostics. */

import {
	type Diagnostic,
	type DiagnosticRelatedInformation,
	DiagnosticSeverity,
	DiagnosticTag,
} from "vscode-languageserver";
import type { RuledFinding, Severity } from "../rules/rule.ts";
import type { Context } from "./context.ts";
import { rangeOf } from "./texts.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	info: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

const tags = {
	deprecated: DiagnosticTag.Deprecated,
	unnecessary: DiagnosticTag.Unnecessary,
};

export function toDiagnostic(
	finding: RuledFinding,
	context: Context,
): Diagnostic {
	const { rule, severity, message, at, tag } = finding;
	const { client, textOf } = context;
	const href = client.rulePage(rule);
	return {
		source: "edgewise",
		code: rule,
		...(href === undefined ? {} : { codeDescription: { href } }),
		severity: severities[severity],
		message,
		range: rangeOf(textOf(at.path) ?? "", at),
		...(client.relatedInformation
			? { relatedInformation: related(finding, context) }
			: {}),
		...(tag ? { tags: [tags[tag]] } : {}),
	};
}

function related(
	{ related = [] }: RuledFinding,
	{ textOf, uriOf }: Context,
): DiagnosticRelatedInformation[] {
	return related.flatMap(({ at, message }) => {
		const text = textOf(at.path);
		if (text === undefined) return [];
		return [
			{ location: { uri: uriOf(at.path), range: rangeOf(text, at) }, message },
		];
	});
}
