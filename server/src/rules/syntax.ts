/** What a language could not read or its program would refuse, as findings: the part that the syntax rules share. */

import { replace } from "../text/edit.ts";
import type { Project } from "../topology/model.ts";
import type { Finding } from "./rule.ts";

export function syntaxFindings(
	project: Project,
	rule: string,
): readonly Finding[] {
	return project.syntax
		.filter((problem) => problem.rule === rule)
		.map(({ message, at, severity, related, mend }) => ({
			message,
			at,
			severity,
			related: related ? [related] : [],
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
