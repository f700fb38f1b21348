/** Log formats: `log_format` declares one, the second argument of `access_log` names it (ngx_http_log_module.c, ngx_stream_log_module.c). */

import type { Word } from "../tree.ts";
import { partOf } from "../word.ts";
import type { Found, Reader } from "./mention.ts";

export const logFormatReaders: ReadonlyMap<string, Reader> = new Map<
	string,
	Reader
>([
	["log_format", ({ args }) => format(args[0], true)],
	[
		"access_log",
		({ args }) => (args[0]?.text === "off" ? [] : format(args[1], false)),
	],
]);

function format(
	word: Word | undefined,
	isDeclaration: boolean,
): readonly Found[] {
	if (!word) return [];
	const { text } = word;
	const at = partOf(word, 0, text.length);
	return [{ kind: "log-format", name: text, at, isDeclaration }];
}
