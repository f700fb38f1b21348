/** Directives that read their arguments in a way of their own; each from its handler in nginx's source. */

import type { KnownDirective } from "../catalog/catalog.ts";
import type { Directive } from "../tree.ts";
import { clients } from "./handlers/clients.ts";
import type { Handlers } from "./handlers/handler.ts";
import { memory } from "./handlers/memory.ts";
import { processes } from "./handlers/processes.ts";
import { requests } from "./handlers/requests.ts";
import { upstreams } from "./handlers/upstreams.ts";
import { variables } from "./handlers/variables.ts";
import type { Wrong } from "./wrong.ts";

export function wrongByHandler(
	directive: Directive,
	{ name, module }: Pick<KnownDirective, "name" | "module">,
): Wrong | undefined {
	return hasHandler({ name }) ? handlers[name]?.(directive, module) : undefined;
}

export function hasHandler({ name }: Pick<KnownDirective, "name">): boolean {
	return Object.hasOwn(handlers, name);
}

const handlers: Handlers = {
	...processes,
	...clients,
	...requests,
	...memory,
	...upstreams,
	...variables,
};
