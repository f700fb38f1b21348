/** What rules about directives say in the same words. */

import type { Context } from "../languages/nginx/catalog/contexts.ts";

/** `http, a server or a location`. */
export function contextsInWords(contexts: readonly Context[]): string {
	const words = contexts.map((context) => contextInWords(context));
	return words.length < 2
		? (words[0] ?? "")
		: `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** `in http`, `at the top level`. */
export function placeInWords(context: Context): string {
	return `${context === "main" ? "at" : "in"} ${contextInWords(context)}`;
}

function contextInWords(context: Context): string {
	switch (context) {
		case "main":
			return "the top level";
		case "events":
		case "http":
		case "stream":
		case "mail":
		case "limit_except":
			return context;
		case "if in server":
			return "an if of a server";
		case "if in location":
			return "an if of a location";
		case "upstream":
			return "an upstream";
		case "stream server":
			return "a server of stream";
		case "stream upstream":
			return "an upstream of stream";
		case "mail server":
			return "a server of mail";
		default:
			return `a ${context}`;
	}
}
