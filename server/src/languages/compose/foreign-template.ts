/** Whether a text that is no YAML is a template of another program (Jinja, Go, ERB), which makes YAML of it. */

import type { Span } from "../../text/place.ts";

/** The first tag that is a line of its own, or a value without quotes. */
export function foreignTag(text: string): Span | undefined {
	const found = tag.exec(text);
	if (!found) return undefined;
	const end = found.index + found[0].trimEnd().length;
	return { start: end - found[0].trim().length, end };
}

/** `{% for … %}`, `{{- range … }}` and `<% if … %>` alone in a line, `image: {{ image }}`: no longer than anybody writes. */
const tag =
	/(?:^[ \t]{0,80}|(?<=[:-][ \t]))(?:\{\{[^\n]{0,300}?\}\}|\{%[^\n]{0,300}?%\}|<%[^\n]{0,300}?%>)/m;
