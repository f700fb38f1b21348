import { removeKey } from "../languages/compose/remove.ts";
import type { Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Fix, Rule } from "./rule.ts";
import { syntaxFindings } from "./syntax.ts";

export const composeVersionObsolete: Rule = {
	id: "compose-version-obsolete",
	severity: "hint",
	summary: "Compose ignores version, and warns of it.",
	reads: "text",

	check: (project) =>
		syntaxFindings(project, "compose-version-obsolete").map((finding) => ({
			...finding,
			tag: "unnecessary",
			fixes: [remove(finding.at.path, project)],
		})),
};

function remove(path: string, project: Project): Fix {
	return {
		title: "Remove version",
		preferred: true,
		edits: () => {
			const body = project.compose?.body;
			return body?.kind === "map" && body.at.path === path
				? removeKey(textOf(project, path), body, ["version"])
				: [];
		},
	};
}
