/** What was published for which file: one whose findings are gone is cleared, one that nothing changed for is left alone. */

import {
	type Diagnostic,
	DiagnosticSeverity,
	type PublishDiagnosticsParams,
} from "vscode-languageserver";
import type { RuledFinding } from "../rules/rule.ts";
import type { ProjectFinding } from "../session/findings.ts";
import type { CheckedProject } from "../session/projects.ts";

export interface PublisherOptions {
	readonly findingsIn: (path: string) => readonly ProjectFinding[];
	readonly toDiagnostic: (
		finding: RuledFinding,
		project: CheckedProject,
	) => Diagnostic;
	/** How the client writes the path. */
	readonly uriOf: (path: string) => string;
	/** Of an open document. */
	readonly versionOf: (path: string) => number | undefined;
	readonly send: (params: PublishDiagnosticsParams) => void;
}

export interface Publisher {
	/** Publishes what is found in these files now. */
	publish(paths: Iterable<string>): void;
	/** Of all that is published. */
	counts(): { readonly errors: number; readonly warnings: number };
}

interface Published {
	readonly uri: string;
	readonly version: number | undefined;
	/** As JSON, to see whether anything changed. */
	readonly diagnostics: string;
	readonly errors: number;
	readonly warnings: number;
}

const nothing: Omit<Published, "uri"> = {
	version: undefined,
	diagnostics: "[]",
	errors: 0,
	warnings: 0,
};

export function createPublisher(options: PublisherOptions): Publisher {
	const { findingsIn, toDiagnostic, uriOf, versionOf, send } = options;
	const published = new Map<string, Published>();
	let errors = 0;
	let warnings = 0;

	const publishOne = (path: string): void => {
		const version = versionOf(path);
		const uri = uriOf(path);
		const before = published.get(path) ?? { ...nothing, uri };
		const diagnostics = findingsIn(path).map(({ finding, project }) =>
			toDiagnostic(finding, project),
		);
		const now: Published = {
			uri,
			version,
			diagnostics: JSON.stringify(diagnostics),
			errors: count(diagnostics, DiagnosticSeverity.Error),
			warnings: count(diagnostics, DiagnosticSeverity.Warning),
		};
		if (
			now.diagnostics === before.diagnostics &&
			now.version === before.version &&
			now.uri === before.uri
		)
			return;
		// The client opened or closed it under a name of its own.
		if (uri !== before.uri && before.diagnostics !== nothing.diagnostics)
			send({ uri: before.uri, diagnostics: [] });
		if (version === undefined && diagnostics.length === 0)
			published.delete(path);
		else published.set(path, now);
		errors += now.errors - before.errors;
		warnings += now.warnings - before.warnings;
		send({
			uri,
			...(version === undefined ? {} : { version }),
			diagnostics,
		});
	};

	return {
		publish(paths) {
			for (const path of paths) publishOne(path);
		},
		counts: () => ({ errors, warnings }),
	};
}

function count(
	diagnostics: readonly Diagnostic[],
	severity: DiagnosticSeverity,
): number {
	return diagnostics.filter((each) => each.severity === severity).length;
}
