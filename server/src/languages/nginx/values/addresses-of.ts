/** Hosts and ports of `server`, `listen` and the pass directives (ngx_inet.c, ngx_parse_url). */

import type { KnownDirective } from "../catalog/catalog.ts";
import type { Directive, Word } from "../tree.ts";
import { partOf } from "../word.ts";
import type { Wrong } from "./wrong.ts";

const listenFlags = new Set([
	"default_server",
	"ssl",
	"http2",
	"reuseport",
	"proxy_protocol",
	"udp",
]);

export function wrongAddress(
	{ args: [word] }: Directive,
	{ name, module }: Pick<KnownDirective, "name" | "module">,
): Wrong | undefined {
	if (!word) return undefined;
	if (name === "listen")
		return listenFlags.has(word.text)
			? {
					kind: "value",
					at: word.at,
					message: `listen takes an address or a port first, not "${word.text}"`,
				}
			: inAddress(word, 0, "listen");
	if (name === "server" && module.includes("upstream"))
		return word.text.includes("$") && !word.text.startsWith("unix:")
			? {
					kind: "value",
					at: word.at,
					message: `The server of an upstream takes no variable: nginx looks for a host named "${word.text}"`,
				}
			: inAddress(word, 0, "server");
	if (!passes.test(name)) return undefined;
	if (/\$|^unix:/.test(word.text)) return undefined;
	const scheme = /^[a-z]+:\/\//i.exec(word.text)?.[0] ?? "";
	return inAddress(word, scheme.length, "pass");
}

/** Whether its first argument is an address. */
export function hasAddress({ name }: Pick<KnownDirective, "name">): boolean {
	return name === "listen" || name === "server" || passes.test(name);
}

const passes = /^(proxy|grpc|fastcgi|uwsgi|scgi|memcached)_pass$/;

function inAddress(
	word: Word,
	from: number,
	kind: "listen" | "server" | "pass",
): Wrong | undefined {
	const rest = word.text.slice(from);
	if (/^unix:/i.test(rest) || /[${]/.test(rest)) return undefined;
	const end = rest.search(/[/?]/);
	if (end >= 0 && kind !== "pass")
		return wrong(
			word,
			from + end,
			word.text.length,
			kind === "listen"
				? `listen takes an address and a port, not a path`
				: `The server of an upstream takes a host and a port, not a scheme or a path: what is asked for stands behind proxy_pass`,
		);
	const address = end < 0 ? rest : rest.slice(0, end);
	const behind = address.startsWith("[") ? address.indexOf("]") : 0;
	if (behind < 0)
		return wrong(
			word,
			from,
			from + address.length,
			`"${address}" lacks its "]"`,
		);
	const colon = address.indexOf(":", behind);
	const host = colon < 0 ? address : address.slice(0, colon);
	const port = colon < 0 ? undefined : address.slice(colon + 1);
	if (host === "")
		return wrong(word, 0, word.text.length, `"${word.text}" has no host`);
	const text =
		port ?? (kind === "listen" && /^\d+(-\d+)?$/.test(host) ? host : undefined);
	if (text === undefined || isPort(text, kind === "listen")) return undefined;
	const at = colon < 0 ? from : from + colon + 1;
	return wrong(
		word,
		at,
		at + text.length,
		`"${text}" is no port: ports are numbers from 1 to 65535`,
	);
}

function isPort(text: string, range: boolean): boolean {
	const [first = "", last, ...more] = range ? text.split("-") : [text];
	const all = last === undefined ? [first] : [first, last];
	return (
		more.length === 0 &&
		all.every(
			(each) => /^\d+$/.test(each) && Number(each) > 0 && Number(each) <= 65535,
		) &&
		(last === undefined || Number(first) <= Number(last))
	);
}

function wrong(word: Word, from: number, to: number, message: string): Wrong {
	const at = partOf(word, from, to);
	return { kind: "value", at: at.end > at.start ? at : word.at, message };
}
