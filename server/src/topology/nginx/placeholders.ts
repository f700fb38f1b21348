/** `${NAME}` in capitals, as shells and envsubst write it, in what nginx reads. */

import type { NginxFacts } from "../../languages/nginx/facts.ts";
import { statementsWithVariables } from "../../languages/nginx/statements.ts";
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
	const found: Placeholder[] = [];
	for (const { directive } of statementsWithVariables(directives)) {
		inWord(directive.name, directive);
		for (const word of directive.args) inWord(word, directive);
	}
	return found;

	function inWord(word: Word, directive: Directive): void {
		// Most have none.
		if (!word.text.includes("${")) return;
		for (const match of word.text.matchAll(/\$\{([A-Z][A-Z0-9_]*)\}/g)) {
			const { 0: text, 1: name = "", index } = match;
			if (variables.has(name.toLowerCase())) continue;
			const at = partOf(word, index, index + text.length);
			found.push({ name, at, directive });
		}
	}
}

/** Where nginx takes the text as it is: it starts, with a name that nobody asks for. */
const harmless =
	/^(server_name|index|default_type|error_page|auth_basic|types|charset)$/;

/** Whether nginx refuses the configuration that holds it (semantics 29, 54): an unknown variable, a host that does not resolve. */
export function isRefused({ directive }: Placeholder): boolean {
	return !harmless.test(directive.name.text);
}
