/** The words that a directive's syntax allows at one of its arguments. */

import type { KnownDirective } from "./catalog.ts";
import { type Form, formsOf, type Item, type Part } from "./syntax.ts";

/** `before`: the arguments in front; `word`: what is typed of this one. Placeholders are no words; a parameter with a value ends with its `=`. */
export function argumentsAt(
	{ syntax }: Pick<KnownDirective, "syntax">,
	before: readonly string[],
	word: string,
): readonly string[] {
	const words = formsOf(syntax)
		.filter((form) => fits(form, before))
		.flatMap((form) => wordsAt(form, before.length));
	const key = /^[\w-]+=/.exec(word)?.[0];
	const found = words.flatMap((text) => offered(text, key));
	return [...new Set(found)].filter(
		(text) =>
			!before.includes(text) &&
			!(text.endsWith("=") && before.some((each) => each.startsWith(text))),
	);
}

/** The next one in its place, and every later one that may be reached by leaving others out. */
function wordsAt(form: Form, index: number): readonly string[] {
	const found: string[] = [];
	let skipped = 0;
	for (const [position, item] of form.entries()) {
		const reached = position >= index || item.repeats || isFree(item);
		if (reached && skipped === 0) found.push(...textsOf(item.alternatives));
		if (position >= index && !item.optional && !item.repeats) skipped++;
	}
	return found;
}

/** Optional parameters come in any order. */
function isFree({ optional, alternatives }: Item): boolean {
	return (
		optional && textsOf(alternatives).every((text) => /^[\w-]+(=|$)/.test(text))
	);
}

function textsOf(parts: readonly Part[]): readonly string[] {
	return parts.flatMap((part) =>
		part.kind === "word"
			? [part.text]
			: part.items.flatMap(({ alternatives }) => textsOf(alternatives)),
	);
}

/** Whether what is written already begins like this form. */
function fits(form: Form, before: readonly string[]): boolean {
	const [first] = form;
	const [written] = before;
	if (!first || written === undefined || first.optional) return true;
	const texts = textsOf(first.alternatives);
	return texts.some((text) => text.includes("<") || text === written);
}

function offered(text: string, key: string | undefined): readonly string[] {
	const [, own, rest = ""] = /^([\w-]+=)(.*)$/.exec(text) ?? [];
	if (own === undefined) return text.includes("<") || key ? [] : [text];
	if (key === undefined) return [own];
	if (own !== key) return [];
	return rest
		.split("|")
		.filter((value) => /^\w+$/.test(value))
		.map((value) => own + value);
}
