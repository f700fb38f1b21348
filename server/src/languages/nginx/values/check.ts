/** What nginx refuses in the arguments of a directive that stands where it may stand and has as many as it takes. */

import type { KnownDirective } from "../catalog/catalog.ts";
import type { Directive } from "../tree.ts";
import { wrongAddress } from "./addresses-of.ts";
import { wrongByHandler } from "./handlers.ts";
import { wrongParameter } from "./parameters.ts";
import { wrongInSlot } from "./slots.ts";
import { wrongInTable } from "./tables.ts";
import { wrongVariable } from "./variables.ts";
import type { Wrong } from "./wrong.ts";

export function wrongValues(
	directive: Directive,
	known: KnownDirective,
): readonly Wrong[] {
	// Not every check of it could be tried.
	if (known.commercial) return [];
	const wrong =
		wrongInSlot(directive, known) ??
		wrongParameter(directive, known) ??
		wrongByHandler(directive, known) ??
		wrongAddress(directive, known) ??
		wrongVariable(directive);
	return [...(wrong ? [wrong] : []), ...wrongInTable(directive)];
}

/** A text that somebody fills in before nginx reads it: `${PORT}`, `{{ port }}`, `<%= port %>`, `__PORT__`, `@PORT@`, `WORKER_COUNT`. */
export function isPlaceholder(text: string): boolean {
	return /\$\{[A-Z_]{2}|\{\{|\{%|<[%\w]|%\(|^__\w+__$|@[A-Z_]+@|^[A-Z]+(_[A-Z\d]+)+$|%%/.test(
		text,
	);
}
