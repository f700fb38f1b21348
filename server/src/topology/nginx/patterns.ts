/** The regular expressions of a project's nginx files. */

import { oncePer } from "../../collections/once-per.ts";
import {
	namesWithPatterns,
	type Pattern,
	patternsOf,
} from "../../languages/nginx/regex/patterns.ts";
import type { Project } from "../model.ts";
import { type Judged, judgedNamed } from "./judged.ts";

export interface JudgedPattern extends Pattern {
	readonly judged: Judged;
}

export const judgedPatterns = oncePer(
	(project: Project): readonly JudgedPattern[] =>
		namesWithPatterns.flatMap((name) =>
			judgedNamed(project, name).flatMap((judged) =>
				patternsOf(judged.directive).map((pattern) => ({ ...pattern, judged })),
			),
		),
);
