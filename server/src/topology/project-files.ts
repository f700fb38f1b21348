/** The files that a project was read from, with their comments, and what their languages could not read. */

import type { Place } from "../text/place.ts";
import type { LoadedCompose } from "./compose/load.ts";
import { composeYaml } from "./compose/parsed.ts";
import type { ProjectFile, Role, SyntaxProblem } from "./model.ts";
import { presentTree } from "./nginx/tree-of.ts";
import { ecosystemComments, presentEcosystem } from "./pm2.ts";
import type { Lookup, SourceFile } from "./snapshot.ts";
import { isBroken, soundText } from "./sound.ts";

/** Once each, sorted by path; where a file has several roles the first that is named counts. */
export function projectFiles(
	roles: Iterable<readonly [path: string, role: Role]>,
	look: Lookup,
): readonly ProjectFile[] {
	const first = new Map<string, Role>();
	for (const [path, role] of roles) if (!first.has(path)) first.set(path, role);
	return [...first]
		.flatMap(([path, role]): ProjectFile[] => {
			const file = look.file(path);
			if (!file) return [];
			const from = soundText(file, role);
			return [
				{
					path,
					role,
					text: file.text,
					factsFrom: from === file.text ? undefined : from,
					comments: comments(file, role),
				},
			];
		})
		.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function comments(file: SourceFile, role: Role): readonly Place[] {
	switch (role) {
		case "compose":
			return composeYaml(file).comments;
		case "nginx":
			return presentTree(file).comments.map(({ at }) => at);
		case "pm2":
			return ecosystemComments(file);
		default:
			return [];
	}
}

export function syntaxProblems(
	files: readonly ProjectFile[],
	compose: LoadedCompose | undefined,
	look: Lookup,
): readonly SyntaxProblem[] {
	return [
		...(compose?.problems ?? []),
		...files.flatMap(({ path, role }) => {
			const file = look.file(path);
			return file ? ownProblems(file, role) : [];
		}),
	];
}

function ownProblems(file: SourceFile, role: Role): readonly SyntaxProblem[] {
	if (role === "nginx") {
		return presentTree(file).errors.map((error) => ({
			...error,
			rule:
				error.kind === "unquoted-brace"
					? "regex-brace-unquoted"
					: "nginx-syntax",
			severity: error.kind === "template" ? "info" : "error",
		}));
	}
	if (role === "pm2" && isBroken(file, role)) {
		return presentEcosystem(file).syntaxErrors.map((error) => ({
			...error,
			rule: "pm2-syntax",
			severity: "error",
		}));
	}
	return [];
}
