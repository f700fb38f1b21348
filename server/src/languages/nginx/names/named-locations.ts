/** Named locations: `location @name` declares one, try_files, error_page and post_action send to it. They belong to their server. */

import { readLocationHead } from "../locations/head.ts";
import type { Word } from "../tree.ts";
import { partOf } from "../word.ts";
import type { Found, Reader } from "./mention.ts";

export const namedLocationReaders: ReadonlyMap<string, Reader> = new Map<
	string,
	Reader
>([
	[
		"location",
		(directive) =>
			readLocationHead(directive)?.modifier === "@"
				? located(directive.args.at(-1), true)
				: [],
	],
	// The words before the last are files (ngx_http_try_files_module.c), or codes.
	["try_files", lastOfSeveral],
	["error_page", lastOfSeveral],
	["post_action", ({ args }) => located(args[0], false)],
]);

function lastOfSeveral({ args }: Parameters<Reader>[0]): readonly Found[] {
	return args.length > 1 ? located(args.at(-1), false) : [];
}

/** What a variable decides is known at run time. */
function located(
	word: Word | undefined,
	isDeclaration: boolean,
): readonly Found[] {
	if (!word || !/^@[^$]/.test(word.text)) return [];
	const { text: name } = word;
	const at = partOf(word, 0, name.length);
	return [{ kind: "named-location", name, at, isDeclaration }];
}
