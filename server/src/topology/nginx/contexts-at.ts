/** The contexts in which nginx reads a place of a file that is being typed. */

import {
	type Context,
	insideOf,
} from "../../languages/nginx/catalog/contexts.ts";
import { allStatements } from "../../languages/nginx/statements.ts";
import type { NginxTree } from "../../languages/nginx/tree.ts";
import type { Project } from "../model.ts";
import { partsOf, possibleContexts } from "./placements.ts";

/** `blocks`: the names of the blocks around it in its own file, outermost first. */
export function contextsAt(
	project: Project,
	{ path, directives }: Pick<NginxTree, "path" | "directives">,
	blocks: readonly string[],
): readonly Context[] {
	let contexts = outside(project, path) ?? possibleContexts(directives);
	for (const block of blocks)
		contexts = [
			...new Set(contexts.flatMap((context) => insideOf(block, context) ?? [])),
		];
	return contexts;
}

/** Where the file itself is read. Of one that is empty, or included nowhere, nothing is known. */
function outside(
	project: Project,
	path: string,
): readonly Context[] | undefined {
	const found = new Set<Context>();
	for (const nginx of project.nginxes) {
		if (nginx.kind === "main" && nginx.path === path) return ["main"];
		if (nginx.kind === "fragment" || !nginx.files.includes(path)) continue;
		for (const { directives, contextsOf } of partsOf(nginx))
			for (const statement of allStatements(directives)) {
				const { directive, around } = statement;
				if (directive.at.path === path && around?.directive.at.path !== path)
					for (const context of contextsOf(statement)) found.add(context);
			}
	}
	return found.size > 0 ? [...found] : undefined;
}
