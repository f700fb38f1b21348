/** `$name` and `${name}` where nginx compiles them (ngx_http_script_compile); other text, a regular expression say, may hold any `$`. */

import type { Directive, Word } from "../tree.ts";
import { partOf } from "../word.ts";
import type { Wrong } from "./wrong.ts";

/** Directive → the first argument that may hold variables; those in front hold a name or a regular expression. */
const compiled: ReadonlyMap<string, number> = new Map([
	["return", 0],
	["set", 1],
	["add_header", 1],
	["add_trailer", 1],
	["proxy_set_header", 1],
	["grpc_set_header", 1],
	["fastcgi_param", 1],
	["uwsgi_param", 1],
	["scgi_param", 1],
	["proxy_pass", 0],
	["grpc_pass", 0],
	["fastcgi_pass", 0],
	["uwsgi_pass", 0],
	["scgi_pass", 0],
	["proxy_set_body", 0],
	["proxy_cache_key", 0],
	["fastcgi_cache_key", 0],
	["uwsgi_cache_key", 0],
	["scgi_cache_key", 0],
	["root", 0],
	["alias", 0],
	["try_files", 0],
	["rewrite", 1],
	["auth_basic", 0],
	["auth_basic_user_file", 0],
	["limit_rate", 0],
	["index", 0],
]);

export function wrongVariable(directive: Directive): Wrong | undefined {
	const { name, args } = directive;
	const from =
		name.text === "error_page" ? args.length - 1 : compiled.get(name.text);
	if (from === undefined) return undefined;
	for (const word of args.slice(from)) {
		const wrong = wrongVariableIn(word);
		if (wrong) return wrong;
	}
	return undefined;
}

export function wrongVariableIn(word: Word): Wrong | undefined {
	const { text } = word;
	for (let at = text.indexOf("$"); at >= 0; at = text.indexOf("$", at + 1)) {
		const [all = "$", open, name = "", close] =
			/^\$(?:(\{)?(\w*)(\})?)/.exec(text.slice(at)) ?? [];
		const place = partOf(word, at, at + all.length);
		if (open !== undefined && close === undefined)
			return {
				kind: "value",
				at: place,
				message: `"\${${name}" is not closed: its "}" is missing`,
				...(name === "" || text.slice(at + all.length).includes("}")
					? {}
					: {
							instead: {
								at: partOf(word, at + all.length, at + all.length),
								text: "}",
							},
						}),
			};
		if (name === "")
			return {
				kind: "value",
				at: place,
				message: `"${all}" is no variable: nginx reads a "$" in this argument as the beginning of one`,
			};
	}
	return undefined;
}
