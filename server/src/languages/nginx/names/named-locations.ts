/** Named locations: `location @name` declares one, try_files, error_page and post_action send to it. They belong to their server. */

import { readLocationHead } from "../location.ts";
import type { Directive, Word } from "../tree.ts";
import { partOf } from "../word.ts";
import type { Found } from "./mention.ts";

export function namedLocationsIn(directive: Directive): readonly Found[] {
	const { name, args } = directive;
	switch (name.text) {
		case "location":
			return readLocationHead(directive)?.modifier === "@"
				? located(args.at(-1), true)
				: [];
		// The words before the last are files (ngx_http_try_files_module.c).
		case "try_files":
			return args.length > 1 ? located(args.at(-1), false) : [];
		case "error_page":
			return args.length > 1 ? located(args.at(-1), false) : [];
		case "post_action":
			return located(args[0], false);
		default:
			return [];
	}
}

/** What a variable decides is known at run time. */
function located(
	word: Word | undefined,
	isDeclaration: boolean,
): readonly Found[] {
	if (!word || !/^@[^$]/.test(word.text)) return [];
	return [
		{
			kind: "named-location",
			name: word.text,
			at: partOf(word, 0, word.text.length),
			isDeclaration,
		},
	];
}
