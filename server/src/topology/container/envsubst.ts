/** `envsubst '$A $B' < TEMPLATE > FILE`, as scripts and commands call it. */

import type { SimpleCommand } from "../../languages/dockerfile/shell.ts";
import type { Effect } from "./effect.ts";
import { pathOf } from "./script-path.ts";

/** Undefined where it is not certain what is read and written. */
export function rendering(
	{ words, redirects, certain }: SimpleCommand,
	here: string | undefined,
): Effect | undefined {
	const from = redirects.find(({ operator }) => operator === "<")?.target;
	const to = redirects.find(({ operator }) => operator === ">")?.target;
	const source = from && pathOf(from, here);
	const target = to && pathOf(to, here);
	if (!certain || source === undefined || target === undefined)
		return undefined;
	const [, list] = words;
	if (list?.open && !/^[\s,:${}\w]*$/.test(list.text)) return undefined;
	const names = list && [...list.text.matchAll(/\$\{?([A-Za-z_]\w*)/g)];
	return {
		kind: "render",
		from: source,
		to: target,
		names: names?.map((match) => match[1] ?? ""),
	};
}
