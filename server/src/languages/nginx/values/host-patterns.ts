/** Names of hosts with wildcards: server_name, valid_referers, a map with hostnames. */

import type { Directive } from "../tree.ts";
import { type Wrong, wrongWord } from "./wrong.ts";

/** Whether nginx finds hosts by it: `*.a.com`, `.a.com`, `a.*` (ngx_hash_add_key). */
export function isHostPattern(text: string): boolean {
	if (text.includes("..") || text.split("*").length > 2) return false;
	return (
		!text.includes("*") ||
		(text.length > 2 && (text.startsWith("*.") || text.endsWith(".*"))) ||
		(text.length > 1 && text.startsWith("."))
	);
}

/** Neither an expression nor what a variable or a template fills in. */
export function isPlainHost(text: string): boolean {
	return !/^~|[${<%]/.test(text);
}

/** What it counts as, in lower case: `.example.com` is both `example.com` and `*.example.com` (ngx_hash_add_key). */
export function patternsIn(text: string): readonly string[] {
	const name = text.toLowerCase();
	return name.startsWith(".") ? [name.slice(1), `*${name}`] : [name];
}

/** ngx_http_core_server_name. Wildcards elsewhere count only where servers share an address: see server-name-wildcard. */
export function serverName({ args }: Directive): Wrong | undefined {
	const word = args.find(({ text }) => /^(\*(?!\..)|\.$|~$)/.test(text));
	if (!word) return undefined;
	const { text } = word;
	if (text === "~")
		return wrongWord(word, 'server_name "~" has no regular expression');
	const meant = /^\*\w/.test(text) ? `*.${text.slice(1)}` : undefined;
	return wrongWord(
		word,
		text === "*"
			? 'server_name takes no "*" alone: what finds no other name goes to the default_server of its address'
			: `server_name takes a "*" as a whole part of a name alone, as in *.example.com, not "${text}"`,
		meant,
	);
}

/** ngx_http_valid_referers. */
export function validReferers({ args }: Directive): Wrong | undefined {
	for (const word of args) {
		const { text } = word;
		if (text === "~")
			return wrongWord(word, 'valid_referers "~" has no regular expression');
		const [host = ""] = text.split("/");
		if (!text.startsWith("~") && (text === "" || !isHostPattern(host)))
			return wrongWord(
				word,
				`"${text}" is no host as *.example.com or example.*`,
			);
	}
	return undefined;
}
