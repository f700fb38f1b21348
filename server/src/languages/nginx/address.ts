/** Addresses as nginx reads them (ngx_inet.c, ngx_parse_url), with the place of each part. */

import type { Located } from "../../text/place.ts";
import type { Address, Host } from "./facts.ts";
import type { Word } from "./tree.ts";
import { partOf } from "./word.ts";

/** What a pass directive's argument says. */
export interface Target {
	readonly scheme: string | undefined;
	readonly address: Address;
	readonly uri: Located<string> | undefined;
}

/** `host:port`, `[::1]:port`, `unix:/path` in `word.text.slice(from, to)`. */
export function readAddress(
	word: Word,
	from = 0,
	to = word.text.length,
): Address {
	const text = word.text.slice(from, to);
	const part = (start: number, end: number) =>
		partOf(word, from + start, from + end);
	const at = part(0, text.length);
	if (text.startsWith("unix:")) {
		const host: Host = {
			kind: "unix",
			path: text.slice(5),
			at: part(5, text.length),
		};
		return { text, at, host, port: undefined, portText: undefined };
	}
	const end = endOfHost(text);
	const host = readHost(text.slice(0, end), part(0, end));
	if (text[end] !== ":")
		return { text, at, host, port: undefined, portText: undefined };
	const portText = {
		value: text.slice(end + 1),
		at: part(end + 1, text.length),
	};
	return { text, at, host, port: readPort(portText), portText };
}

/** `scheme://address/uri`; every part but the address may be missing, and each may hold variables. */
export function readTarget(word: Word): Target {
	const { text } = word;
	const scheme = /^([a-z][a-z0-9+.-]*|\$\w+|\$\{\w+\}):\/\//i.exec(text);
	const from = scheme?.[0].length ?? 0;
	const to = from + endOfAddress(text.slice(from));
	// Behind the path of a socket a colon separates the URI: http://unix:/run/app.sock:/v1/
	const uri = text[to] === ":" ? to + 1 : to;
	return {
		scheme: scheme?.[1],
		address: readAddress(word, from, to),
		uri:
			uri < text.length
				? { value: text.slice(uri), at: partOf(word, uri, text.length) }
				: undefined,
	};
}

/** A port number from 1 to 65535. */
export function readPort({
	value,
	at,
}: Located<string>): Located<number> | undefined {
	if (!/^\d{1,5}$/.test(value)) return undefined;
	const port = Number(value);
	return port >= 1 && port <= 65535 ? { value: port, at } : undefined;
}

/** A slash; or a variable that holds a URI, or stands behind a port: `http://api:3000$request_uri`. */
const uriBegins =
	/[/?#]|\$\{?(?:request_uri|uri|document_uri|is_args|args)\b|(?<=:\d{1,5})\$/;

function endOfAddress(text: string): number {
	if (text.startsWith("unix:")) {
		const colon = text.indexOf(":", 5);
		return colon === -1 ? text.length : colon;
	}
	const end = text.search(uriBegins);
	return end === -1 ? text.length : end;
}

function endOfHost(text: string): number {
	if (text.startsWith("[")) {
		const bracket = text.indexOf("]");
		return bracket === -1 ? text.length : bracket + 1;
	}
	const colon = text.indexOf(":");
	return colon === -1 ? text.length : colon;
}

function readHost(text: string, at: Located<string>["at"]): Host {
	if (text.includes("$")) return { kind: "variable", text, at };
	if (text.startsWith("["))
		return { kind: "ip", address: text.replace(/^\[|\]$/g, ""), at };
	return isIpv4(text)
		? { kind: "ip", address: text, at }
		: { kind: "name", name: text, at };
}

function isIpv4(text: string): boolean {
	return (
		/^(\d{1,3}\.){3}\d{1,3}$/.test(text) &&
		text.split(".").every((part) => Number(part) < 256)
	);
}
