/** Where nginx sends, and how it gets there. */

import { nearestWord } from "../../../../text/nearest-word.ts";
import { readRegex } from "../../regex/read.ts";
import { isIPv4, isIPv6 } from "../addresses.ts";
import { cacheValid } from "../codes.ts";
import { bytes } from "../parameters.ts";
import { resolver } from "../resolvers.ts";
import { oneOf, wrongSize } from "../slots.ts";
import { isNumber, isSize } from "../units.ts";
import { wrongWord } from "../wrong.ts";
import { each, type Handlers } from "./handler.ts";

export const upstreams: Handlers = {
	...each(
		"proxy_cache_valid fastcgi_cache_valid uwsgi_cache_valid scgi_cache_valid",
		cacheValid,
	),
	resolver,
	fastcgi_split_path_info: ({ args: [word] }) => {
		const { captures, complete, mistake } = readRegex(word?.text ?? "");
		return word && complete && !mistake && captures !== 2
			? wrongWord(
					word,
					`fastcgi_split_path_info takes an expression with two groups, the script and the path behind it, and this has ${captures === 0 ? "none" : captures}`,
				)
			: undefined;
	},
	random: ({ args: [count, method] }) => {
		if (count && count.text !== "two")
			return wrongWord(
				count,
				`random takes "two" first, not "${count.text}"`,
				method ? undefined : `two ${count.text}`,
			);
		return method && !/^least_(conn|time=.*)$/.test(method.text)
			? wrongWord(method, `random two takes least_conn, not "${method.text}"`)
			: undefined;
	},
	zone: ({ args: [zone, size] }, module) => {
		if (!/upstream/.test(module)) return undefined;
		if (zone?.text === "") return wrongWord(zone, "zone has no name");
		if (!size) return undefined;
		return (
			wrongSize("zone", size, false) ??
			(isSize(size.text) && bytes(size.text) < 8 * 4096
				? {
						kind: "size",
						at: size.at,
						message: `zone takes at least 32k, not ${size.text} ("zone … is too small")`,
					}
				: undefined)
		);
	},
	keepalive: ({ args: [word] }) =>
		word && !isNumber(word.text)
			? wrongWord(word, `keepalive takes a number, not "${word.text}"`)
			: undefined,
	...each(
		"proxy_bind fastcgi_bind uwsgi_bind scgi_bind grpc_bind memcached_bind",
		({ args: [address, word], name }) =>
			address && !isBound(address.text)
				? wrongWord(
						address,
						`${name.text} takes an address of this machine, with a port or without, or off, not "${address.text}"`,
					)
				: word && word.text !== "transparent"
					? wrongWord(
							word,
							`${name.text} has no parameter "${word.text}"`,
							nearestWord(word.text, ["transparent"]),
						)
					: undefined,
	),
	...each(
		"proxy_redirect proxy_cookie_domain proxy_cookie_path",
		({ args, name }) => {
			const [word] = args;
			if (!word || args.length !== 1) return undefined;
			const alone =
				name.text === "proxy_redirect" ? ["off", "default"] : ["off"];
			return alone.includes(word.text)
				? undefined
				: wrongWord(
						word,
						`${name.text} takes two texts, or ${oneOf(alone)} alone, not "${word.text}"`,
					);
		},
	),
};

/** ngx_parse_addr_port. */
function isBound(text: string): boolean {
	const [, host = text] = /^\[?(.*?)\]?(?::\d+)?$/.exec(text) ?? [];
	return (
		text === "off" ||
		text.includes("$") ||
		[text, host].some((each) => isIPv4(each) || isIPv6(each))
	);
}
