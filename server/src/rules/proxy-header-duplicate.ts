import { removeDirective } from "../languages/nginx/edit.ts";
import { statementsNamed } from "../languages/nginx/statements.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { loadedTogether } from "../topology/loaded-together.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const proxyHeaderDuplicate: Rule = {
	id: "proxy-header-duplicate",
	severity: "warning",
	summary:
		"One block sets the same request header twice: the application gets both.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) yield* inBlocks(nginx, project);
	},
};

function* inBlocks(nginx: Nginx, project: Project): Iterable<Finding> {
	for (const headers of headersByBlock(nginx)) {
		for (const [i, second] of headers.entries()) {
			const first = headers
				.slice(0, i)
				.find(
					(other) =>
						nameOf(other) === nameOf(second) &&
						loadedTogether(nginx, other.at, second.at),
				);
			// One place twice: an included file that comes twice.
			if (first && first.at.start !== second.at.start)
				yield finding(first, second, project);
		}
	}
}

/** An empty value is not sent: beside another it does nothing. */
function headersByBlock({ facts }: Nginx): Iterable<readonly Directive[]> {
	const blocks = new Map<readonly Directive[], Directive[]>();
	const all = statementsNamed(facts.directives, "proxy_set_header");
	for (const { directive, level } of all) {
		const { args } = directive;
		if (args.length !== 2 || args[1]?.text === "") continue;
		const own = blocks.get(level);
		if (own) own.push(directive);
		else blocks.set(level, [directive]);
	}
	return blocks.values();
}

function finding(
	first: Directive,
	second: Directive,
	project: Project,
): Finding {
	const name = second.args[0]?.text ?? "";
	const same = first.args[1]?.text === second.args[1]?.text;
	return {
		message: `${name} is set twice in one block: nginx sends the header twice${same ? "" : ", and which value counts is up to the application"}.`,
		at: second.at,
		related: [{ at: first.at, message: "the first one" }],
		fixes: [
			{
				title: "Remove the second one",
				preferred: same,
				edits: () => [removeDirective(textOf(project, second.at.path), second)],
			},
		],
	};
}

function nameOf({ args }: Directive): string {
	return args[0]?.text.toLowerCase() ?? "";
}
