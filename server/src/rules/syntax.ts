/** What a language could not read, as findings: the part that the three syntax rules share. */

import { replace } from "../text/edit.ts";
import type { Project } from "../topology/model.ts";
import type { Finding } from "./rule.ts";

export function syntaxFindings(
	project: Project,
	rule: string,
): readonly Finding[] {
	return project.syntax
		.filter((problem) => problem.rule === rule)
		.map(({ message, at, severity, mend }) => ({
			message,
			at,
			severity,
			fixes: mend
				? [
						{
							title: mend.title,
							preferred: true,
							edits: () => [
								replace(
									{ path: at.path, start: mend.start, end: mend.end },
									mend.newText,
								),
							],
						},
					]
				: [],
		}));
}
