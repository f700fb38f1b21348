import { changeWord } from "../languages/nginx/edit.ts";
import { newline, overlap } from "../languages/nginx/regex/characters.ts";
import { textOfMatch } from "../languages/nginx/regex/matched.ts";
import { readRegex } from "../languages/nginx/regex/read.ts";
import type { Directive, Word } from "../languages/nginx/tree.ts";
import { partOf } from "../languages/nginx/word.ts";
import { decodedIn } from "../topology/nginx/decoded.ts";
import { inEvery, judgedNamed } from "../topology/nginx/judged.ts";
import type { Fix, Rule } from "./rule.ts";

export const httpSplitting: Rule = {
	id: "http-splitting",
	severity: "warning",
	summary:
		"A header or request line is made of the decoded path: a client puts line breaks into it.",
	reads: "topology",

	*check(project) {
		for (const name of Object.keys(places))
			for (const judged of judgedNamed(project, name)) {
				if (!judged.directive.mayNameVariables) continue;
				const word = wordOf(judged.directive);
				if (!word) continue;
				const decoded = inEvery(judged, (placement) =>
					decodedIn(word, placement, newline),
				);
				// With nothing behind the line break nothing is written.
				if (!decoded || decoded.isShort) continue;
				const { variable, from, to } = decoded;
				yield {
					message: `${variable} is the path decoded: %0D%0A in a request becomes a line break in ${places[name]?.(judged.directive)}, and the client writes what follows it.`,
					at: partOf(word, from, to),
					fixes: /^\$\{?(document_)?uri\b/i.test(variable)
						? [requestUri(word, variable)]
						: [],
				};
			}
	},
};

const places: Readonly<Record<string, (directive: Directive) => string>> = {
	return: () => "the Location header",
	rewrite: () => "the Location header",
	add_header: ({ args }) => `the header ${args[0]?.text}`,
	proxy_set_header: ({ args }) =>
		`the header ${args[0]?.text} of the request to the service`,
	proxy_pass: () => "the request line to the service",
};

/** Of return and rewrite only where they redirect: a text is no header. */
function wordOf({ name, args }: Directive): Word | undefined {
	const [first, second, third] = args;
	switch (name.text) {
		case "return":
			return /^30[12378]$/.test(first?.text ?? "")
				? second
				: args.length === 1
					? first
					: undefined;
		// A path that it only changes is encoded again.
		case "rewrite": {
			const redirects =
				/^(redirect|permanent)$/.test(third?.text ?? "") ||
				/^(https?:\/\/|\$scheme)/.test(second?.text ?? "");
			// Of `^/[a-z]+$` no path has a line break.
			const path = textOfMatch(readRegex(first?.text ?? ""));
			return redirects && overlap(path, newline) ? second : undefined;
		}
		case "proxy_pass":
			return first;
		default:
			return second;
	}
}

/** The path as the client wrote it, with its arguments. */
function requestUri(word: Word, variable: string): Fix {
	const whole = `${variable}$is_args$args`;
	return {
		title: "Use $request_uri, the path as it was sent, with its arguments",
		edits: () => [
			changeWord(
				word,
				word.text.replace(
					word.text.includes(whole) ? whole : variable,
					() => "$request_uri",
				),
			),
		],
	};
}
