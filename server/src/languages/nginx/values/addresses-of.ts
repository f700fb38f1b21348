/** Hosts and ports of `server`, `listen` and the pass directives (ngx_inet.c, ngx_parse_url). */

import type { KnownDirective } from "../catalog/catalog.ts";
import type { Directive, Word } from "../tree.ts";
import { partOf } from "../word.ts";
import { isIPv6 } from "./addresses.ts";
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
	{ args }: Directive,
	{ name, module }: Pick<KnownDirective, "name" | "module">,
): Wrong | undefined {
	const [word] = args;
	if (!word) return undefined;
	if (name === "listen")
		return listenFlags.has(word.text)
			? {
					kind: "value",
					at: word.at,
					message: `listen takes an address or a port first, not "${word.text}"`,
				}
			: (inAddress(word, 0, "listen") ?? besideUdp(args));
	if (name === "server" && module.includes("upstream"))
		return word.text.includes("$") && !word.text.startsWith("unix:")
			? {
					kind: "value",
					at: word.at,
					message: `The server of an upstream takes no variable: nginx looks for a host named "${word.text}"`,
				}
			: (inAddress(word, 0, "server") ??
					(module.startsWith("ngx_stream_") &&
					!args.some(({ text }) => text.startsWith("service="))
						? withoutPort(word, 0, /^[^:]*$|\]$/)
						: undefined));
	if (!passes.test(name) || word.text.includes("$")) return undefined;
	const scheme = /^(?!unix:)[a-z]+:\/\//i.exec(word.text)?.[0] ?? "";
	if (module === "ngx_stream_proxy_module" && scheme !== "")
		return wrong(
			word,
			0,
			scheme.length,
			`proxy_pass of stream takes an address without "${scheme}": it hands on what it gets`,
		);
	const isHttp = module === "ngx_http_proxy_module";
	return (
		inAddress(word, scheme.length, "pass") ??
		(isHttp ? undefined : withoutPort(word, scheme.length, /^\d[\d.]*$|\]$/))
	);
}

/** An address that can be no upstream's name; only proxy_pass of http has a port that is taken where none is written. */
function withoutPort(
	word: Word,
	from: number,
	addresses: RegExp,
): Wrong | undefined {
	const address = word.text.slice(from);
	return addresses.test(address) && !/[${]/.test(address)
		? wrong(
				word,
				from,
				word.text.length,
				`"${address}" has no port, and none is taken here in its place ("no port in upstream")`,
			)
		: undefined;
}

/** ngx_stream_core_listen: what only connections have. */
function besideUdp(args: readonly Word[]): Wrong | undefined {
	if (!args.some(({ text }) => text === "udp")) return undefined;
	const word = args.find(({ text }) =>
		/^(ssl$|proxy_protocol$|(backlog|so_keepalive|fastopen)=)/.test(text),
	);
	return (
		word &&
		wrong(
			word,
			0,
			word.text.length,
			`listen … udp takes no ${word.text.replace(/=.*/, "=")}: it is for connections`,
		)
	);
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
	if (/[${]/.test(rest)) return undefined;
	if (/^unix:/i.test(rest))
		return /^unix:(:|$)/i.test(rest)
			? wrong(word, from, word.text.length, `"${rest}" has no path of a socket`)
			: undefined;
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
	if (behind > 0 && !isIPv6(address.slice(1, behind)))
		return wrong(
			word,
			from,
			from + behind + 1,
			`"${address.slice(0, behind + 1)}" holds no IPv6 address`,
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
