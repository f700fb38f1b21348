import {
	between,
	newline,
	one,
	overlap,
} from "../languages/nginx/regex/characters.ts";
import { partOf } from "../languages/nginx/word.ts";
import { decodedIn } from "../topology/nginx/decoded.ts";
import { inEvery, judgedNamed } from "../topology/nginx/judged.ts";
import type { Rule } from "./rule.ts";

export const proxyPassNormalized: Rule = {
	id: "proxy-pass-normalized",
	severity: "warning",
	summary:
		"proxy_pass sends a decoded part of the path on as it is: blanks and question marks change the request.",
	reads: "topology",

	*check(project) {
		for (const judged of judgedNamed(project, "proxy_pass")) {
			const [word] = judged.directive.args;
			if (!word) continue;
			const decoded = inEvery(judged, (placement) =>
				decodedIn(word, placement, meaning),
			);
			// A line break is worse, and said by http-splitting.
			if (!decoded || overlap(decoded.characters, newline)) continue;
			yield {
				message: `${decoded.variable} is a part of the decoded path, and nginx does not encode it again: /a%20b goes on as "/a b", which services refuse, and /a%3Fb as /a?b.`,
				at: partOf(word, decoded.from, decoded.to),
			};
		}
	},
};

/** What would have to be written as `%…` in a request line: blank, `#`, `%`, `?`, and all that is not ASCII. */
const meaning = [" ", "#", "%", "?"]
	.map((sign) => one(sign.charCodeAt(0)))
	.reduce((a, b) => a | b, between(128, 255));
