import { readLocationHead } from "../languages/nginx/locations/head.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { insert } from "../text/edit.ts";
import type { Place } from "../text/place.ts";
import type { Project } from "../topology/model.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const aliasTraversal: Rule = {
	id: "alias-traversal",
	severity: "warning",
	summary:
		"A location without a slash at its end has an alias with one: requests reach files one directory above.",
	reads: "topology",

	*check(project) {
		for (const { directive, placements } of judgedNamed(project, "alias")) {
			const around = placements[0]?.around?.directive;
			const found = around && finding(directive, around, project);
			if (found) yield found;
		}
	},
};

/** ngx_http_map_uri_to_path: what follows the location's path is put behind the alias as it is. */
function finding(
	alias: Directive,
	around: Directive,
	project: Project,
): Finding | undefined {
	const head =
		around.name.text === "location" ? readLocationHead(around) : undefined;
	const [path] = alias.args;
	if (
		!head ||
		!path ||
		(head.modifier !== "" && head.modifier !== "^~") ||
		head.pattern.value.endsWith("/") ||
		!path.text.endsWith("/") ||
		/[${]/.test(head.pattern.value + path.text)
	)
		return undefined;
	const { value, at } = head.pattern;
	return {
		message: `Location ${value} does not end with a slash and its alias does: a request for ${value}../name reads ${path.text}../name, outside of ${path.text}.`,
		at,
		related: [{ at: path.at, message: "the alias" }],
		fixes: [
			{
				title: `End the location with a slash: ${value}/`,
				edits: () => edits(at, value, project),
			},
		],
	};
}

function edits(at: Place, value: string, project: Project) {
	const written = textOf(project, at.path).slice(at.start, at.end);
	const quote = /^["']/.test(written) ? 1 : 0;
	return written.slice(quote, written.length - quote) === value
		? [insert(at.path, at.end - quote, "/")]
		: [];
}
