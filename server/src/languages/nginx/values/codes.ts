/** Status codes: return, error_page, try_files, what a cache keeps. */

import type { Directive } from "../tree.ts";
import { wrongTime } from "./slots.ts";
import { isNumber } from "./units.ts";
import { type Wrong, wrongWord } from "./wrong.ts";

/** ngx_http_rewrite_return. */
export function returned(
	{ args }: Directive,
	module: string,
): Wrong | undefined {
	const [first, ...more] = args;
	if (!first || module !== "ngx_http_rewrite_module") return undefined;
	if (isCode(first.text)) return undefined;
	if (more.length === 0 && /^(https?:\/\/|\$scheme)/.test(first.text))
		return undefined;
	return wrongWord(
		first,
		more.length > 0
			? `return takes a status code first, not "${first.text}"`
			: `return alone takes a status code, or an address that begins with http://, https:// or $scheme, not "${first.text}"`,
	);
}

/** ngx_http_core_error_page. */
export function errorPage({ args }: Directive): Wrong | undefined {
	const changed = args.at(-2)?.text.startsWith("=") ? args.at(-2) : undefined;
	if (
		changed &&
		(args.length === 2 ||
			(changed.text !== "=" && !isNumber(changed.text.slice(1))))
	)
		return wrongWord(
			changed,
			`"${changed.text}" is no =code behind the codes of error_page`,
		);
	const codes = args.slice(0, changed ? -2 : -1);
	const word = codes.find(
		({ text }) =>
			!isNumber(text) ||
			Number(text) < 300 ||
			Number(text) > 599 ||
			text === "499",
	);
	return (
		word &&
		wrongWord(
			word,
			`error_page takes status codes from 300 to 599 (499 is none), not "${word.text}"`,
		)
	);
}

/** ngx_http_file_cache_valid_set_slot. */
export function cacheValid({ args, name }: Directive): Wrong | undefined {
	const code = args
		.slice(0, -1)
		.find(
			({ text }) =>
				text !== "any" &&
				(!isNumber(text) || Number(text) < 100 || Number(text) > 599),
		);
	const time = args.at(-1);
	return (
		(time && wrongTime(name.text, time, "seconds")) ??
		(code &&
			wrongWord(
				code,
				`${name.text} takes status codes from 100 to 599 or any in front of the time, not "${code.text}"`,
			))
	);
}

/** ngx_atoi, and not above 999. */
export function isCode(text: string): boolean {
	return isNumber(text) && Number(text) <= 999;
}
