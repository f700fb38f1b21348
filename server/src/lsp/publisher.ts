/** What was published for which file: one whose findings are gone is cleared, one that nothing changed for is left alone. */

import {
	type Diagnostic,
	DiagnosticSeverity,
	type PublishDiagnosticsParams,
} from "vscode-languageserver";
import type { RuledFinding } from "../rules/check.ts";
import type { CheckedProject } from "../session/projects.ts";

export interface PublisherOptions {
	readonly projectsOf: (path: string) => readonly CheckedProject[];
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
	const { projectsOf, toDiagnostic, uriOf, versionOf, send } = options;
	const published = new Map<string, Published>();
	let errors = 0;
	let warnings = 0;

	const publishOne = (path: string): void => {
		const version = versionOf(path);
		const uri = uriOf(path);
		const before = published.get(path) ?? { ...nothing, uri };
		const found = projectsOf(path).map((project) =>
			(findingsByPath(project).get(path) ?? []).map((finding) =>
				toDiagnostic(finding, project),
			),
		);
		const diagnostics = found.length > 1 ? union(found.flat()) : found.flat();
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

const grouped = new WeakMap<
	CheckedProject,
	ReadonlyMap<string, readonly RuledFinding[]>
>();

function findingsByPath(
	project: CheckedProject,
): ReadonlyMap<string, readonly RuledFinding[]> {
	const known = grouped.get(project);
	if (known) return known;
	const groups = new Map<string, RuledFinding[]>();
	for (const finding of project.findings) {
		const group = groups.get(finding.at.path);
		if (group) group.push(finding);
		else groups.set(finding.at.path, [finding]);
	}
	grouped.set(project, groups);
	return groups;
}

/** A file of several projects has what is found in each of them, once. */
function union(diagnostics: Diagnostic[]): Diagnostic[] {
	const key = ({ code, range, message, severity }: Diagnostic) =>
		JSON.stringify([code, range, message, severity]);
	const seen = new Map<string, Diagnostic>();
	for (const each of diagnostics)
		if (!seen.has(key(each))) seen.set(key(each), each);
	return [...seen.values()];
}

function count(
	diagnostics: readonly Diagnostic[],
	severity: DiagnosticSeverity,
): number {
	return diagnostics.filter((each) => each.severity === severity).length;
}
