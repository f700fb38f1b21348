/** The servers of names that `resolver` asks (ngx_resolver_create). */

import type { Directive, Word } from "../tree.ts";
import { isIPv6 } from "./addresses.ts";
import { type Wrong, wrongWord } from "./wrong.ts";

export function resolver({ args }: Directive): Wrong | undefined {
	const servers = args.filter(
		({ text }) => !/^(valid|ipv[46]|status_zone)=/.test(text),
	);
	for (const word of servers) {
		const wrong = wrongServer(word);
		if (wrong) return wrong;
	}
	const [first] = args;
	if (servers.length === 0 && first)
		return wrongWord(first, "resolver names no server that it could ask");
	const [ipv4, ipv6] = ["ipv4=off", "ipv6=off"].map((text) =>
		args.find((word) => word.text === text),
	);
	return ipv4 && ipv6
		? wrongWord(ipv6, "resolver can't leave out both, ipv4 and ipv6")
		: undefined;
}

function wrongServer(word: Word): Wrong | undefined {
	const { text } = word;
	if (text.includes("$")) return undefined;
	if (isIPv6(text))
		return wrongWord(
			word,
			`resolver takes the address ${text} in brackets`,
			`[${text}]`,
		);
	if (/^[\d.]+(,[\d.]+)+,?$/.test(text))
		return wrongWord(
			word,
			`resolver takes its servers apart from one another: "${text}" is one name`,
			text.split(",").filter(Boolean).join(" "),
		);
	const [, port] = /^(?:\[[^\]]*\]|[^:[\]]*):(.*)$/.exec(text) ?? [];
	return port !== undefined &&
		!(/^\d+$/.test(port) && Number(port) > 0 && Number(port) <= 65535)
		? wrongWord(word, `"${port}" is no port: ports are numbers from 1 to 65535`)
		: undefined;
}
