/** What nginx knows of the directive or variable under the cursor. */

import {
	directiveIn,
	directivesNamed,
	type KnownDirective,
} from "../languages/nginx/catalog/catalog.ts";
import {
	type Context,
	protocolOf,
} from "../languages/nginx/catalog/contexts.ts";
import {
	descriptionKey,
	pageOf,
	syntaxLines,
} from "../languages/nginx/catalog/describe.ts";
import { knownVariable } from "../languages/nginx/catalog/variables.ts";
import { directiveAt } from "../languages/nginx/directive-at.ts";
import { changes } from "../languages/nginx/history.ts";
import type { Directive, Word } from "../languages/nginx/tree.ts";
import { partOf } from "../languages/nginx/word.ts";
import { contains } from "../text/place.ts";
import type { Project } from "../topology/model.ts";
import { contextsAt } from "../topology/nginx/contexts-at.ts";
import { presentTree } from "../topology/nginx/tree-of.ts";
import type { Hover } from "./hover-text.ts";
import { inheritanceOf } from "./inheritance-hover.ts";
import { locationInWords } from "./location-hover.ts";
import { serverInWords } from "./server-hover.ts";

export function directiveHover(
	project: Project,
	path: string,
	offset: number,
): Hover | undefined {
	const file = project.files.find((each) => each.path === path);
	if (file?.role !== "nginx") return undefined;
	const tree = presentTree(file);
	const found = directiveAt(tree.directives, offset);
	if (!found?.word) return undefined;
	const { directive, blocks, word } = found;
	const contexts = contextsAt(
		project,
		tree,
		blocks.map(({ name }) => name.text),
	);
	const inWords = wordsOn(directive, project);
	if (word !== directive.name) {
		const variable = variableHover(word, offset, contexts);
		if (variable || inWords === undefined) return variable;
		return { markdown: inWords, at: word.at };
	}
	const known =
		contexts
			.map((context) => directiveIn(word.text, context))
			.find((each) => each !== undefined) ??
		(contexts.length > 0 ? directivesNamed(word.text)[0] : undefined);
	return (
		known && {
			markdown: [inWords, ...inheritanceOf(directive, project), describe(known)]
				.filter((text) => text !== undefined)
				.join("\n\n"),
			at: word.at,
			describedBy: descriptionKey(known),
		}
	);
}

/** What this one does here, in its configuration. */
function wordsOn(directive: Directive, project: Project): string | undefined {
	switch (directive.name.text) {
		case "location":
			return locationInWords(directive, project);
		case "listen":
		case "server_name":
			return serverInWords(directive, project);
		default:
			return undefined;
	}
}

function describe(known: KnownDirective): string {
	const { contexts, commercial, home, module } = known;
	const facts = [
		known.default === "" ? undefined : `Default: \`${known.default}\``,
		`In: ${contexts.length > 10 ? "any block" : contexts.join(", ")}`,
		commercial ? "Only in nginx's commercial version" : undefined,
		...historyOf(known.name),
	].filter((fact) => fact !== undefined);
	return [
		`\`\`\`nginx\n${syntaxLines(known).join("\n")}\n\`\`\``,
		facts.join("  \n"),
		`[${home === undefined ? module : `${module}, a module of its own`}](${pageOf(known)})`,
	].join("\n\n");
}

function historyOf(name: string): readonly string[] {
	return changes
		.filter((change) => change.name === name && !change.parameter)
		.flatMap(({ since, deprecated, removed, instead }) => [
			since === undefined ? [] : [`Since nginx ${since}`],
			deprecated === undefined ? [] : [`Deprecated since nginx ${deprecated}`],
			removed === undefined ? [] : [`Gone since nginx ${removed}`],
			instead === undefined ? [] : [`Instead: ${instead}`],
		])
		.flat();
}

function variableHover(
	word: Word,
	offset: number,
	contexts: readonly Context[],
): Hover | undefined {
	const protocol = contexts.map(protocolOf).find((each) => each) ?? "http";
	for (const { 0: text, 1: name = "", index } of word.text.matchAll(
		/\$\{?([a-z_]\w*)\}?/gi,
	)) {
		const at = partOf(word, index, index + text.length);
		const known = knownVariable(name, protocol);
		if (!contains(at, offset) || !known) continue;
		const family = known.isPrefix
			? `, of the family \`$${known.name}\`*name*`
			: "";
		return {
			markdown: `\`$${name}\`${family}`,
			at,
			describedBy: `${protocol} $${known.documentedAs}`,
		};
	}
	return undefined;
}
