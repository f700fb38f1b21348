/** The decoded path in a word, wherever its directive stands. */

import {
	type Decoded,
	decodedPath,
} from "../../languages/nginx/decoded-path.ts";
import type { Characters } from "../../languages/nginx/regex/characters.ts";
import { overlap } from "../../languages/nginx/regex/characters.ts";
import type { Statement } from "../../languages/nginx/statements.ts";
import type { Directive, Word } from "../../languages/nginx/tree.ts";

/** The first variable in it, from an offset of its text on, that may hold one of these characters. */
export function decodedIn(
	word: Word,
	placement: Statement,
	characters: Characters,
	from = 0,
): Decoded | undefined {
	if (!word.text.includes("$")) return undefined;
	return decodedPath(
		word.text,
		locationsAround(placement),
		placement.level,
	).find((each) => each.from >= from && overlap(each.characters, characters));
}

/** The innermost first. */
export function locationsAround({ around }: Statement): readonly Directive[] {
	if (!around) return [];
	const outer = locationsAround(around);
	return around.directive.name.text === "location"
		? [around.directive, ...outer]
		: outer;
}
