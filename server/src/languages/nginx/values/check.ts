/** What nginx refuses in the arguments of a directive that stands where it may stand and has as many as it takes. */

import type { KnownDirective } from "../catalog/catalog.ts";
import type { Directive } from "../tree.ts";
import { isTable } from "../vocabulary.ts";
import { hasAddress, wrongAddress } from "./addresses-of.ts";
import { hasHandler, wrongByHandler } from "./handlers.ts";
import { parametersOf, wrongParameter } from "./parameters.ts";
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

/** Whether all arguments are right, as long as they name no variable. */
export function takesAnyText(known: KnownDirective): boolean {
	return (
		known.commercial ||
		!(
			known.type !== undefined ||
			parametersOf(known) ||
			hasHandler(known) ||
			hasAddress(known) ||
			isTable(known.name)
		)
	);
}

/** A text that somebody fills in before nginx reads it: `${PORT}`, `{{ port }}`, `<%= port %>`, `__PORT__`, `@PORT@`, `WORKER_COUNT`. */
export function isPlaceholder(text: string): boolean {
	return /\$\{[A-Z_]{2}|\{\{|\{%|<[%\w]|%\(|^__\w+__$|@[A-Z_]+@|^[A-Z]+(_[A-Z\d]+)+$|%%/.test(
		text,
	);
}
