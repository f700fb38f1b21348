/** Sizes of what nginx keeps. */

import type { Word } from "../../tree.ts";
import { sessionCache, temporaryPath } from "../memory.ts";
import { bytes } from "../parameters.ts";
import { isSize } from "../units.ts";
import { type Wrong, wrongWord } from "../wrong.ts";
import { each, type Handlers } from "./handler.ts";

export const memory: Handlers = {
	gzip_window: ({ args: [word] }) => powerOfTwo("gzip_window", word, 32),
	gzip_hash: ({ args: [word] }) => powerOfTwo("gzip_hash", word, 128),
	...each(
		"proxy_temp_path fastcgi_temp_path uwsgi_temp_path scgi_temp_path client_body_temp_path",
		temporaryPath,
	),
	ssl_session_cache: sessionCache,
	...each("connection_pool_size request_pool_size", ({ args: [word], name }) =>
		word &&
		isSize(word.text) &&
		(bytes(word.text) < 112 || bytes(word.text) % 16)
			? wrongWord(
					word,
					`${name.text} takes at least 112 bytes, in steps of 16, not ${word.text}`,
				)
			: undefined,
	),
};

/** ngx_http_gzip_window, ngx_http_gzip_hash: from 512 bytes on. */
function powerOfTwo(
	name: string,
	word: Word | undefined,
	most: number,
): Wrong | undefined {
	if (!word || !isSize(word.text)) return undefined;
	const size = bytes(word.text);
	return Math.log2(size) % 1 === 0 && size >= 512 && size <= most * 1024
		? undefined
		: wrongWord(
				word,
				`${name} takes 512, 1k, 2k and so on up to ${most}k, not ${word.text}`,
			);
}
