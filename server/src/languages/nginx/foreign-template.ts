/** Whether a text is no nginx file yet: a template of another program (Jinja, Go, ERB, Terraform) makes one of it. */

import type { Span } from "../../text/place.ts";
import { endOfLua } from "./lua.ts";
import { scan } from "./scan.ts";

/** The first tag that stands where nginx would read words: not in a quoted text or a comment. */
export function foreignTag(text: string): Span | undefined {
	if (!opener.test(text)) return undefined;
	let name: string | undefined;
	for (let at = 0; ; ) {
		const token = scan(text, at);
		const { kind, start } = token;
		at = token.end;
		if (kind === "end") return undefined;
		if (kind === "comment") continue;
		if (kind === "{" && name?.endsWith("_by_lua_block")) {
			at = endOfLua(text, at) ?? text.length;
			name = undefined;
			continue;
		}
		if (kind !== "word") name = undefined;
		else name ??= token.text;
		if (token.quote) continue;
		for (let i = start; i < at; i++) {
			tag.lastIndex = i;
			if (tag.test(text)) return { start: i, end: tag.lastIndex };
		}
	}
}

const opener = /\{[{%#A-Z]|<%|%\{/;

/**
 * `{{ port }}`, `{% if tls %}`, `{# … #}`, `<%= port %>`, `%{ for … }`, `{ROOT}`: opened and closed in one
 * line, and no longer than anybody writes: hostile text is read in linear time.
 */
const tag =
	/(?<!\$)\{\{[^{};\n]{0,300}\}\}|\{%[^;\n]{0,300}?%\}|\{#[^;\n]{0,300}?#\}|<%[^;\n]{0,300}?%>|%\{~? *(?:for|if|else|endif|endfor)\b[^};\n]{0,300}\}|(?<![$\w\\{}])\{[A-Z][A-Z_]{2,30}\}/y;
