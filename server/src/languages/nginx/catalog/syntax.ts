/**
 * The syntax of a directive's arguments as nginx's documentation writes it, in plain characters:
 * `<size>` is a placeholder, `[…]` may be left out, `…|…` are alternatives, `...` repeats.
 */

export interface Item {
	/** One of them stands here. A part is one word as it is written: `on`, `<path>`, `levels=<levels>`; or a group. */
	readonly alternatives: readonly Part[];
	readonly optional: boolean;
	readonly repeats: boolean;
}

export type Part =
	| { readonly kind: "word"; readonly text: string }
	| { readonly kind: "group"; readonly items: readonly Item[] };

/** One way to write all arguments. */
export type Form = readonly Item[];

export interface Arity {
	readonly min: number;
	readonly max: number;
}

/** Every way to write the arguments; several syntaxes are separated by `;;`. */
export function formsOf(syntax: string): readonly Form[] {
	return syntax.split(" ;; ").flatMap((one) => alternativesOf(chunks(one)));
}

/** How many words the forms take. */
export function arityOf(forms: readonly Form[]): Arity {
	const each = forms.map(arityOfItems);
	return {
		min: Math.min(...each.map(({ min }) => min)),
		max: Math.max(...each.map(({ max }) => max)),
	};
}

/** A choice among single words is one form with alternatives, `a | b ...` repeats all of them; everything else is a form each. */
function alternativesOf(all: readonly string[]): readonly Form[] {
	const repeats = all.at(-1) === "...";
	const branches = split(repeats ? all.slice(0, -1) : all, "|");
	if (branches.length > 1 && branches.every(({ length }) => length === 1))
		return [
			[
				{
					alternatives: branches.flatMap(([text = ""]) => partOf(text)),
					optional: false,
					repeats,
				},
			],
		];
	return split(all, "|").map(itemsOf);
}

function itemsOf(all: readonly string[]): readonly Item[] {
	const items: Item[] = [];
	for (const text of all) {
		const last = items.at(-1);
		if (text === "..." && last)
			items[items.length - 1] = { ...last, repeats: true };
		else items.push(itemOf(text));
	}
	return items;
}

function itemOf(text: string): Item {
	if (!isGroup(text))
		return { alternatives: partOf(text), optional: false, repeats: false };
	const forms = alternativesOf(chunks(text.slice(1, -1)));
	const [only] = forms;
	const [item] = only ?? [];
	if (forms.length === 1 && only?.length === 1 && item)
		return { ...item, optional: true };
	return {
		alternatives: forms.map((items) => ({ kind: "group", items })),
		optional: true,
		repeats: false,
	};
}

function partOf(text: string): readonly Part[] {
	return [{ kind: "word", text }];
}

/** `[<port>]` is a group, `[<a>]:[<b>]` a word. */
function isGroup(text: string): boolean {
	if (!text.startsWith("[")) return false;
	return closing(text, 0) === text.length - 1;
}

function closing(text: string, open: number): number {
	let depth = 0;
	for (let index = open; index < text.length; index++) {
		if (text[index] === "[") depth++;
		else if (text[index] === "]" && --depth === 0) return index;
	}
	return text.length;
}

/** Cut at the spaces outside of brackets. */
function chunks(text: string): readonly string[] {
	const found: string[] = [];
	let depth = 0;
	let from = 0;
	for (let index = 0; index <= text.length; index++) {
		const character = text[index] ?? " ";
		if (character === "[") depth++;
		else if (character === "]") depth--;
		else if (character === " " && depth <= 0) {
			if (index > from) found.push(text.slice(from, index));
			from = index + 1;
		}
	}
	return found;
}

function split(all: readonly string[], separator: string): string[][] {
	const found: string[][] = [[]];
	for (const text of all)
		if (text === separator) found.push([]);
		else found.at(-1)?.push(text);
	return found;
}

function arityOfItems(items: readonly Item[]): Arity {
	let min = 0;
	let max = 0;
	for (const { alternatives, optional, repeats } of items) {
		const each = alternatives.map((part) =>
			part.kind === "word" ? { min: 1, max: 1 } : arityOfItems(part.items),
		);
		if (!optional) min += Math.min(...each.map((one) => one.min));
		max += repeats ? Infinity : Math.max(...each.map((one) => one.max));
	}
	return { min, max };
}
