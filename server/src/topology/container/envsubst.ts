/** `envsubst '$A $B' < TEMPLATE > FILE`, as scripts and commands call it. */

import type {
	ShellWord,
	SimpleCommand,
} from "../../languages/dockerfile/shell.ts";
import type { Effect, RenderedNames } from "./effect.ts";
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
	const names = list ? namesIn(list) : "every";
	return names && { kind: "render", from: source, to: target, names };
}

function namesIn(list: ShellWord): RenderedNames | undefined {
	// "$(env | cut -d= -f1 …)" and its kin list the names of the environment.
	if (list.open)
		return /\b(print)?env\b|\bcompgen -e\b/.test(list.text) ? "set" : undefined;
	const names = list.text.matchAll(/\$\{?([A-Za-z_]\w*)/g);
	return [...names].map((match) => match[1] ?? "");
}
