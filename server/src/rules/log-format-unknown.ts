import type { Mention } from "../languages/nginx/names/mention.ts";
import {
	declarations,
	readNames,
	sameName,
} from "../languages/nginx/names/read.ts";
import { insert, replace } from "../text/edit.ts";
import { nearestWord } from "../text/nearest-word.ts";
import type { Nginx } from "../topology/model.ts";
import { namesKnown } from "../topology/names-known.ts";
import type { Finding, Rule } from "./rule.ts";

export const logFormatUnknown: Rule = {
	id: "log-format-unknown",
	severity: "error",
	summary:
		"access_log names a format that no log_format before it declares: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const mentions = readNames(nginx.facts).filter(
				({ kind }) => kind === "log-format",
			);
			if (mentions.every(({ isDeclaration }) => isDeclaration)) continue;
			if (!namesKnown(nginx, project)) continue;
			const before: Mention[] = [];
			for (const each of mentions) {
				if (each.isDeclaration) before.push(each);
				else yield* findings(each, before, nginx);
			}
		}
	},
};

/** `before`: the formats that nginx has read when it comes to the use. */
function* findings(
	use: Mention,
	before: readonly Mention[],
	{ facts }: Nginx,
): Iterable<Finding> {
	const { name, at, protocol } = use;
	if (protocol === "http" && name.toLowerCase() === "combined") return;
	const known = before.filter((each) => each.protocol === protocol);
	if (known.some((each) => sameName(each, use))) return;
	const refused = `nginx does not start ("unknown log format "${name}"")`;
	if (isParameter(name) && protocol === "http") {
		yield {
			message: `The format comes before ${name}, which nginx reads as the format's name: ${refused}.`,
			at,
			fixes: [
				{
					title: "Insert combined, the format that nginx takes by itself",
					preferred: true,
					edits: () => [insert(at.path, at.start, "combined ")],
				},
			],
		};
		return;
	}
	const own = declarations(facts, "log-format", use);
	// What somebody is still to fill in may be any name.
	if (own.some((each) => !isName(each.name)) || !isName(name)) return;
	const later = own.find((each) => sameName(each, use));
	if (later) {
		yield {
			message: `log_format ${later.name} stands behind this access_log, and nginx reads them in order: ${refused}.`,
			at,
			related: [{ at: later.at, message: "declared here" }],
		};
		return;
	}
	const near = nearestWord(name, [
		...known.map((each) => each.name),
		...(protocol === "http" ? ["combined"] : []),
	]);
	yield {
		message: `No log_format${protocol === "stream" ? " of stream" : ""} declares ${name}: ${refused}.`,
		at,
		fixes:
			near === undefined
				? []
				: [
						{
							title: `Change the format to ${near}`,
							preferred: true,
							edits: () => [replace(at, near)],
						},
					],
	};
}

/** ngx_http_log_set_log reads them from the third argument on. */
function isParameter(name: string): boolean {
	return /^(buffer=|flush=|if=|gzip(=\d+)?$)/.test(name);
}

function isName(name: string): boolean {
	return /^[\w.:+-]+$/.test(name) && !/^__|__$/.test(name);
}
