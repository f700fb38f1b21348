import { removeWord } from "../languages/nginx/edit.ts";
import { findAll } from "../languages/nginx/find.ts";
import { blockAround, statementsNamed } from "../languages/nginx/statements.ts";
import type { Directive, Word } from "../languages/nginx/tree.ts";
import {
	isPlainHost,
	patternsIn,
} from "../languages/nginx/values/host-patterns.ts";
import { samePlace } from "../text/place.ts";
import { loadedTogether } from "../topology/loaded-together.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const validReferersConflict: Rule = {
	id: "valid-referers-conflict",
	severity: "error",
	summary:
		"A host stands twice among valid_referers, or is one of the server_names too: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const { directives, servers } = nginx.facts;
			const levels = new Map<readonly Directive[], Directive | undefined>();
			for (const each of statementsNamed(directives, "valid_referers"))
				levels.set(each.level, blockAround(each, "server")?.directive);
			for (const [level, block] of levels) {
				const server = servers.find(({ directive }) => directive === block);
				yield* conflicts(level, server?.names ?? [], nginx, project);
			}
		}
	},
};

/** ngx_http_add_referer: what stands in one block, then the names of the server. */
function* conflicts(
	level: readonly Directive[],
	names: readonly Word[],
	nginx: Nginx,
	project: Project,
): Iterable<Finding> {
	const words = findAll(level, "valid_referers").flatMap(({ args }) => args);
	const listed = words.filter(
		({ text }) =>
			!/^(none|blocked|server_names)$/.test(text) && isPlainHost(text),
	);
	const own = words.some(({ text }) => text === "server_names")
		? names.filter(({ text }) => isPlainHost(text))
		: [];
	const before = new Map<string, Word>();
	for (const word of [...own, ...listed]) {
		const [host = ""] = word.text.split("/");
		const patterns = patternsIn(host);
		const others = patterns.map((each) => before.get(each));
		const other = others.find(Boolean);
		for (const pattern of patterns) before.set(pattern, word);
		if (
			!other ||
			samePlace(other.at, word.at) ||
			!loadedTogether(nginx, other.at, word.at)
		)
			continue;
		const where = own.includes(word)
			? "is a name of the server twice, and server_names takes each once"
			: own.includes(other)
				? "is a name of the server, and server_names stands for those"
				: "stands among the valid_referers already";
		yield {
			message: `${host} ${where}: nginx does not start ("conflicting parameter").`,
			at: word.at,
			related: [{ at: other.at, message: other.text }],
			fixes: [
				{
					title: `Remove ${word.text}`,
					// What it lets in is let in without it.
					preferred: word.text === host && others.every(Boolean),
					edits: () => [removeWord(textOf(project, word.at.path), word)],
				},
			],
		};
	}
}
