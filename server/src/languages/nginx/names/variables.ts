/**
 * Variables: what declares them, and where words use them. nginx compiles `$name` and `${name}`
 * in most arguments (ngx_http_script_compile); regular expressions, keys of tables and code are
 * read otherwise.
 */

import { oncePer } from "../../../collections/once-per.ts";
import { oncePerText } from "../../../collections/once-per-text.ts";
import type { NginxFacts } from "../facts.ts";
import { statementsWithVariables } from "../statements.ts";
import type { Directive, Word } from "../tree.ts";
import { isTable } from "../vocabulary.ts";
import { partOf } from "../word.ts";
import { isSurelyCompiled } from "./compiled.ts";
import type { Mention } from "./mention.ts";
import { surroundingsIn } from "./surroundings.ts";

export const readVariableNames = oncePer(
	(facts: NginxFacts): readonly Mention[] => {
		const found: Mention[] = [];
		const surroundings = surroundingsIn(facts);
		for (const statement of statementsWithVariables(facts.directives)) {
			const { directive, around } = statement;
			const where = { ...surroundings(statement), directive };
			const table = around?.directive.name.text ?? "";
			const mentions = isTable(table)
				? inEntry(where, table)
				: variablesIn(where);
			for (const each of mentions) found.push(each);
		}
		return found;
	},
);

type Where = Pick<Mention, "directive" | "protocol" | "server">;

function variablesIn(where: Where): readonly Mention[] {
	const { directive, protocol } = where;
	const { name, args } = directive;
	const own = declared(directive);
	const found: Mention[] = [];
	if (own) declare(own, where, found);
	// geoip2 /path/to/city.mmdb { $geoip2_city city names en; }
	if (name.text.startsWith("$")) declare(name, where, found);
	for (let i = 0; i < args.length; i++) {
		const word = args[i];
		if (!word || !mayHoldOne(word)) continue;
		capture(word, where, found);
		if (word !== own && isCompiled(directive, i))
			use(word, isSurelyCompiled(directive, i, protocol), where, found);
	}
	return found;
}

/** Most words have no variable, and no named capture. */
function mayHoldOne({ text }: Word): boolean {
	return text.includes("$") || text.includes("(?");
}

/** Keys may be regular expressions; values are compiled in a map alone (ngx_http_map_module.c). */
function inEntry(where: Where, table: string): readonly Mention[] {
	const { name, args } = where.directive;
	if (table !== "map" || name.text === "include") return [];
	const found: Mention[] = [];
	capture(name, where, found);
	for (const word of args) use(word, true, where, found);
	return found;
}

/** The word that names the variable which the directive makes. */
function declared({ name, args, block }: Directive): Word | undefined {
	switch (name.text) {
		case "map":
		case "split_clients":
			return block ? args[1] : undefined;
		case "geo":
			return block ? args.at(-1) : undefined;
		case "keyval":
			return args[1];
		default:
			return declaresFirst.test(name.text) ? args[0] : undefined;
	}
}

/** `set_by_lua`, `set_md5` and their like too. */
const declaresFirst = /^(set|set_\w+|auth_request_set|perl_set|js_set|js_var)$/;

function declare(word: Word, where: Where, found: Mention[]): void {
	const match = /^\$(\w+)$/.exec(word.text);
	if (match?.[1] !== undefined)
		found.push(mention(word, 1, match[1], true, where));
}

/** A named capture of a regular expression is a variable of that name (ngx_http_regex_compile). */
function capture(word: Word, where: Where, found: Mention[]): void {
	if (!word.text.includes("(?")) return;
	for (const match of word.text.matchAll(
		/\(\?P?(?:<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/g,
	)) {
		const { 0: whole, 1: angled, 2: quoted, index } = match;
		const name = angled ?? quoted ?? "";
		const from = index + whole.length - 1 - name.length;
		found.push({ ...mention(word, from, name, true, where), isCapture: true });
	}
}

/** `$1` is a capture, and `$1name` too, with a text behind it. */
function use(
	word: Word,
	isSure: boolean,
	where: Where,
	found: Mention[],
): void {
	if (!word.text.includes("$")) return;
	for (const { name, from } of namesIn(word.text))
		found.push({ ...mention(word, from, name, false, where), isSure });
}

interface Used {
	readonly name: string;
	readonly from: number;
}

/** The same few texts stand in every location. */
const namesIn = oncePerText((text): readonly Used[] =>
	[...text.matchAll(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g)].map(
		({ 1: braced, 2: bare, index }) => ({
			name: braced ?? bare ?? "",
			from: index + (braced ? 2 : 1),
		}),
	),
);

function mention(
	word: Word,
	from: number,
	name: string,
	isDeclaration: boolean,
	{ directive, protocol, server }: Where,
): Mention {
	return {
		kind: "variable",
		name,
		at: partOf(word, from, from + name.length),
		isDeclaration,
		directive,
		protocol,
		server,
	};
}

/** Whether `$` means a variable there: not in a regular expression, a server's name, a path that is read at start, or code. */
function isCompiled({ name, args }: Directive, index: number): boolean {
	switch (name.text) {
		case "rewrite":
			return index > 0;
		case "if":
			return !/^!?~\*?$/.test(args[index - 1]?.text ?? "");
		case "log_format":
			return index > 0 && !args[index]?.text.startsWith("escape=");
		case "proxy_redirect":
		case "proxy_cookie_domain":
		case "proxy_cookie_path":
			return index > 0 || !args[0]?.text.startsWith("~");
		default:
			return !(literal.test(name.text) || name.text.includes("_by_lua"));
	}
}

const literal =
	/^(location|server_name|include|load_module|valid_referers|gzip_disable|fastcgi_split_path_info|perl|perl_set|js_\w+|types|charset_map|env|listen|worker_\w+|limit_except)$/;
