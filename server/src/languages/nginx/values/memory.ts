/** Sizes and times inside of other words: expires, session caches, temporary paths. */

import { milliseconds } from "../time.ts";
import type { Directive } from "../tree.ts";
import { bytes } from "./parameters.ts";
import { wrongTime } from "./slots.ts";
import { isNumber, isSize, isTime } from "./units.ts";
import { type Wrong, wrongWord } from "./wrong.ts";

/** ngx_http_headers_expires, ngx_http_parse_expires. */
export function expires({ args }: Directive): Wrong | undefined {
	const [first, second] = args;
	if (!first) return undefined;
	if (second && first.text !== "modified")
		return wrongWord(
			first,
			`expires takes "modified" in front of a time, not "${first.text}"`,
		);
	const word = second ?? first;
	if (word.text.includes("$")) return undefined;
	if (!second && /^(epoch|max|off)$/.test(word.text)) return undefined;
	const time = word.text.replace(/^[@+-]/, "");
	if (second && word.text.startsWith("@"))
		return wrongWord(word, "expires modified takes no time of the day");
	if (word.text.startsWith("@") && (milliseconds(time) ?? 0) > 86_400_000)
		return wrongWord(word, "expires @ takes a time of the day: less than 24 h");
	if (isTime(time, "seconds")) return undefined;
	return {
		kind: "time",
		at: word.at,
		message: `expires takes a time as 30d or -1, epoch, max or off, not "${word.text}"`,
		...(/^\d/.test(word.text)
			? pickInstead(wrongTime("expires", word, "seconds"))
			: {}),
	};
}

function pickInstead(wrong: Wrong | undefined): Pick<Wrong, "instead"> {
	return wrong?.instead ? { instead: wrong.instead } : {};
}

/** ngx_http_ssl_session_cache. */
export function sessionCache({ args }: Directive): Wrong | undefined {
	for (const word of args) {
		const { text } = word;
		if (/^(off|none|builtin)$/.test(text)) continue;
		if (text.startsWith("builtin:") && isNumber(text.slice(8))) continue;
		const [, size] = /^shared:[^:]+:(.*)$/.exec(text) ?? [];
		if (size !== undefined && isSize(size)) {
			if (bytes(size) >= 8 * 4096) continue;
			return {
				kind: "size",
				at: word.at,
				message: `ssl_session_cache takes at least 32k, not ${size}`,
			};
		}
		return wrongWord(
			word,
			`ssl_session_cache takes off, none, builtin or shared:name:10m, not "${text}"`,
		);
	}
	return undefined;
}

/** ngx_conf_set_path_slot. */
export function temporaryPath({ args, name }: Directive): Wrong | undefined {
	const levels = args.slice(1);
	const word = levels.find(({ text }) => !isNumber(text) || Number(text) === 0);
	if (word)
		return wrongWord(
			word,
			`${name.text} takes levels of 1 or 2 digits behind the path, not "${word.text}"`,
		);
	const sum = levels.reduce((all, { text }) => all + Number(text), 0);
	const [first] = levels;
	return first && sum > 10
		? wrongWord(first, `the levels of ${name.text} have more than 10 digits`)
		: undefined;
}
