import { childrenOf } from "../languages/nginx/find.ts";
import { type Gap, gapsIn } from "../languages/nginx/hosts-in-regex.ts";
import { patternsOf } from "../languages/nginx/regex/patterns.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { partOf } from "../languages/nginx/word.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import type { Rule } from "./rule.ts";

export const originRegex: Rule = {
	id: "origin-regex",
	severity: "warning",
	summary:
		"A regular expression that lets certain origins in lets in others too.",
	reads: "topology",

	*check(project) {
		for (const name of ["if", "map"])
			for (const { directive } of judgedNamed(project, name)) {
				const header = headerOf(directive);
				if (!header) continue;
				for (const { word, from, text } of patternsOf(directive)) {
					const [gap] = gapsIn(text);
					if (!gap) continue;
					yield {
						message: `${header} ${gap.host} is meant, and ${gap.taken} is taken too: ${reasons[gap.kind]}.`,
						at: partOf(word, from, from + text.length),
					};
				}
			}
	},
};

/** Where a match lets in: one of a Referer that is looked for to be refused says nothing. */
function headerOf(directive: Directive): string | undefined {
	const { name, args } = directive;
	const [variable, operator] = args.map(({ text }) => text.replace(/^\(/, ""));
	const isOrigin = /^\$\{?http_origin\}?$/i.test(variable ?? "");
	const isReferer = /^\$\{?http_referer\}?$/i.test(variable ?? "");
	if (name.text === "map") return isOrigin ? "Origin" : undefined;
	// Or says that others shall not show the page in a frame.
	const refuses = childrenOf(directive).some(
		({ name, args: [first] }) =>
			(name.text === "return" && /^4/.test(first?.text ?? "")) ||
			(name.text === "add_header" &&
				/^(x-frame-options|content-security-policy)$/i.test(first?.text ?? "")),
	);
	if (/^!~/.test(operator ?? "") !== refuses) return undefined;
	return isOrigin ? "Origin" : isReferer && refuses ? "Referer" : undefined;
}

const reasons: Readonly<Record<Gap["kind"], string>> = {
	end: "nothing ends the name ($)",
	begin: "nothing begins the name (^https://)",
	dot: "its dot matches any letter (\\.)",
};
