import { childrenOf, findAll } from "../languages/nginx/find.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import type { Placement } from "../topology/nginx/placements.ts";
import type { Finding, Rule } from "./rule.ts";

export const ifIsEvil: Rule = {
	id: "if-is-evil",
	severity: "warning",
	summary:
		"Where the condition of an if holds, other directives of the location do not count.",
	reads: "topology",

	*check(project) {
		for (const { placements } of judgedNamed(project, "if")) {
			const found = placements.map((placement) => finding(placement));
			const [first] = found;
			if (first && !found.includes(undefined)) yield first;
		}
	},
};

/** A matching if becomes the request's location, whatever stands in it (ngx_http_rewrite_module.c, ngx_http_script_if_code). */
function finding({
	directive,
	level,
	contexts,
}: Placement): Finding | undefined {
	if (!contexts.every((context) => context === "location")) return undefined;
	if (leaves(directive)) return undefined;
	const [tryFiles] = findAll(level, "try_files");
	// A pass beside it is inherited, and gets the request either way.
	const isPassed = level.some(({ name }) => name.text.endsWith("_pass"));
	if (tryFiles && !isPassed)
		return {
			message:
				"Where this condition holds nginx forgets the try_files of the location: a file that is not there is answered with 404, and the fallback is never tried.",
			at: directive.name.at,
			related: [{ at: tryFiles.at, message: "not done" }],
		};
	const own = settings(directive);
	const [later] = findAll(level, "if").filter(
		(other) =>
			other.at.start > directive.at.start &&
			other.at.path === directive.at.path &&
			!leaves(other) &&
			settings(other).length > 0 &&
			variableOf(other) !== variableOf(directive),
	);
	const [first] = own;
	if (!first || !later) return undefined;
	return {
		message: `Where the condition of the later if holds too, only that one counts: ${first.name.text} of this one is not done.`,
		at: directive.name.at,
		severity: "info",
		related: [{ at: later.name.at, message: "the one that counts" }],
	};
}

/** The request goes elsewhere, or is answered. */
function leaves(directive: Directive): boolean {
	return childrenOf(directive).some(
		({ name, args }) =>
			name.text === "return" ||
			(name.text === "rewrite" &&
				(/^(last|redirect|permanent)$/.test(args[2]?.text ?? "") ||
					/^(https?:\/\/|\$scheme)/.test(args[1]?.text ?? ""))) ||
			name.text.includes("lua"),
	);
}

/** What is no part of the rewrite module. */
function settings(directive: Directive): readonly Directive[] {
	return childrenOf(directive).filter(
		({ name }) =>
			!/^(set|break|rewrite|return|rewrite_log|uninitialized_variable_warn)$/.test(
				name.text,
			),
	);
}

/** Two conditions on one variable may exclude each other. */
function variableOf({ args }: Directive): string | undefined {
	return /\$\{?(\w+)/.exec(args.map(({ text }) => text).join(" "))?.[1];
}
