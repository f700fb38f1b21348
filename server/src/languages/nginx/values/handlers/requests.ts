/** What is done with a request, and which file answers it. */

import { nearestWord } from "../../../../text/nearest-word.ts";
import type { Word } from "../../tree.ts";
import { errorPage, isCode, returned } from "../codes.ts";
import { disableSymlinks, rootPath } from "../files.ts";
import { expires } from "../memory.ts";
import { wrongSize } from "../slots.ts";
import { isOffset } from "../units.ts";
import { type Wrong, wrongWord } from "../wrong.ts";
import { each, type Handlers } from "./handler.ts";

export const requests: Handlers = {
	return: returned,
	error_page: errorPage,
	try_files: ({ args }) => {
		const last = args.at(-1);
		return last?.text.startsWith("=") && !isCode(last.text.slice(1))
			? wrongWord(last, `try_files ends with a status code, not "${last.text}"`)
			: undefined;
	},
	expires,
	...each("root alias", rootPath),
	disable_symlinks: disableSymlinks,
	index: ({ args }) => {
		const word = args.find(({ text }) => text === "");
		return (
			word && wrongWord(word, "index takes names of files, and this is empty")
		);
	},
	sub_filter: ({ args: [word] }) =>
		word?.text === ""
			? wrongWord(word, "sub_filter looks for a text, and this is empty")
			: undefined,
	rewrite: ({ args: [, word] }) =>
		word?.text === ""
			? wrongWord(word, "rewrite replaces the path by one, and this is empty")
			: undefined,
	limit_except: ({ args }) => {
		const word = args.find(({ text }) => !methods.has(text.toUpperCase()));
		return (
			word &&
			wrongWord(
				word,
				`"${word.text}" is no request method that nginx knows`,
				nearestWord(word.text.toUpperCase(), methods),
			)
		);
	},
	...each(
		"dav_access proxy_store_access fastcgi_store_access uwsgi_store_access scgi_store_access",
		({ args }) => {
			const word = args.find(
				({ text }) => !/^(user|group|all):rw?$/.test(text),
			);
			return (
				word &&
				wrongWord(
					word,
					`"${word.text}" is none of user:rw, group:r and the like`,
				)
			);
		},
	),
	directio: ({ args: [word] }) =>
		word && word.text !== "off" && !isOffset(word.text)
			? wrongSize("directio", word, true)
			: undefined,
	aio: ({ args: [word] }) =>
		word && !/^(on|off|threads(=.*)?)$/.test(word.text)
			? wrongWord(word, `aio is on, off or threads, not "${word.text}"`)
			: undefined,
	server_tokens: ({ args: [word] }) =>
		word && !/^(on|off|build)$/i.test(word.text) && !word.text.includes("$")
			? commercialText(word)
			: undefined,
};

/** Only the commercial version takes a text of one's own. */
function commercialText(word: Word): Wrong | undefined {
	const near = nearestWord(word.text.toLowerCase(), ["on", "off", "build"]);
	return /^(true|false|yes|no|0|1|none|hidden)$/i.test(word.text) || near
		? wrongWord(
				word,
				`server_tokens is on, off or build, not "${word.text}"`,
				near ?? (/^(true|yes|1)$/i.test(word.text) ? "on" : "off"),
			)
		: undefined;
}

const methods: ReadonlySet<string> = new Set(
	"GET HEAD POST PUT DELETE MKCOL COPY MOVE OPTIONS PROPFIND PROPPATCH LOCK UNLOCK PATCH".split(
		" ",
	),
);
