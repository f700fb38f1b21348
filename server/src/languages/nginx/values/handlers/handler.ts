/** How a directive that reads its arguments in a way of its own is checked. */

import type { Directive } from "../../tree.ts";
import type { Wrong } from "../wrong.ts";

/** What nginx refuses in a directive of that module. */
export type Handler = (
	directive: Directive,
	module: string,
) => Wrong | undefined;

/** By the names of directives. */
export type Handlers = Readonly<Record<string, Handler>>;

export function each(names: string, handler: Handler): Handlers {
	return Object.fromEntries(names.split(" ").map((name) => [name, handler]));
}
