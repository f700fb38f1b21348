/** `listen` in all its forms (ngx_http_core_listen, ngx_stream_core_listen). */

import type { Located } from "../../text/place.ts";
import { readPort } from "./address.ts";
import type { Listen } from "./facts.ts";
import type { Directive, Word } from "./tree.ts";
import { partOf } from "./word.ts";

/** `sslOn`: the server has the old `ssl on`. Absent where no address is written yet. */
export function readListen(
	directive: Directive,
	sslOn: boolean,
): Listen | undefined {
	const [word, ...parameters] = directive.args;
	if (!word) return undefined;
	const has = (name: string) => parameters.some(({ text }) => text === name);
	return {
		...readEndpoint(word),
		udp: has("quic") || has("udp"),
		ssl: sslOn || has("ssl") || has("quic"),
		parameters,
		directive,
	};
}

function readEndpoint(
	word: Word,
): Pick<Listen, "address" | "port" | "portEnd"> {
	const { text } = word;
	if (text.startsWith("unix:")) return { address: text, port: undefined };
	if (/^\d+(-\d+)?$/.test(text))
		return { address: undefined, ...readPorts(word, 0) };
	const bracket = text.startsWith("[") ? text.indexOf("]") + 1 : 0;
	const colon = text.indexOf(":", bracket);
	const host = text.slice(0, colon === -1 ? text.length : colon);
	const address = host === "*" ? undefined : host.replace(/^\[(.*)\]$/, "$1");
	if (colon !== -1) return { address, ...readPorts(word, colon + 1) };
	if (text.includes("$")) return { address, port: undefined };
	return { address, port: { value: 80, at: word.at } };
}

function readPorts(word: Word, from: number): Pick<Listen, "port" | "portEnd"> {
	const [first = "", last] = word.text.slice(from).split("-", 2);
	const port: Located<number> | undefined = readPort({
		value: first,
		at: partOf(word, from, from + first.length),
	});
	return last !== undefined && /^\d+$/.test(last)
		? { port, portEnd: Number(last) }
		: { port };
}
