/** `${NAME}` in capitals, as shells and envsubst write it, in what nginx reads. */

import type { NginxFacts } from "../../languages/nginx/facts.ts";
import { allStatements } from "../../languages/nginx/find.ts";
import type { Directive, Word } from "../../languages/nginx/tree.ts";
import { partOf } from "../../languages/nginx/word.ts";
import type { Place } from "../../text/place.ts";

export interface Placeholder {
	readonly name: string;
	readonly at: Place;
	readonly directive: Directive;
}

/** None that nginx has a variable for: `set`, `map` and the like may define one in capitals. */
export function placeholders({
	directives,
	variables,
}: NginxFacts): readonly Placeholder[] {
	return allStatements(directives)
		.filter(
			({ directive: { name, args } }) =>
				mayHoldOne(name) || args.some(mayHoldOne),
		)
		.flatMap(({ directive }) =>
			[directive.name, ...directive.args]
				.filter(mayHoldOne)
				.flatMap((word) => inWord(word, directive)),
		);

	function inWord(word: Word, directive: Directive): readonly Placeholder[] {
		return [...word.text.matchAll(/\$\{([A-Z][A-Z0-9_]*)\}/g)].flatMap(
			({ 0: text, 1: name = "", index }) =>
				variables.has(name.toLowerCase())
					? []
					: [{ name, at: partOf(word, index, index + text.length), directive }],
		);
	}
}

function mayHoldOne({ text }: Word): boolean {
	return text.includes("${");
}

/** Where nginx takes the text as it is: it starts, with a name that nobody asks for. */
const harmless =
	/^(server_name|index|default_type|error_page|auth_basic|types|charset)$/;

/** Whether nginx refuses the configuration that holds it (semantics 29, 54): an unknown variable, a host that does not resolve. */
export function isRefused({ directive }: Placeholder): boolean {
	return !harmless.test(directive.name.text);
}
