/** Another name for a service, alias, upstream or PM2 app, in every place that says it. */

import { type Edit, replace } from "../text/edit.ts";
import type { Project } from "../topology/model.ts";
import { symbolAt } from "./symbol-at.ts";
import { type NamedSymbol, namedSymbols } from "./symbols.ts";

export type Renamed =
	| { readonly kind: "edits"; readonly edits: readonly Edit[] }
	/** In the user's words. */
	| { readonly kind: "refused"; readonly reason: string };

/** Undefined where nothing of ours stands. */
export function rename(
	project: Project,
	path: string,
	offset: number,
	newName: string,
): Renamed | undefined {
	const found = symbolAt(project, path, offset);
	if (!found) return undefined;
	const { symbol } = found;
	const reason = objection(symbol, newName, project);
	if (reason !== undefined) return { kind: "refused", reason };
	return {
		kind: "edits",
		edits: symbol.occurrences.map(({ at }) => replace(at, newName)),
	};
}

const words = {
	service: "Service",
	alias: "Alias",
	upstream: "Upstream",
	app: "PM2 app",
} as const;

function objection(
	{ kind, name }: NamedSymbol,
	newName: string,
	project: Project,
): string | undefined {
	const allowed =
		kind === "app"
			? /^[^\s'"\\`$][^'"\\`$\n]*$/
			: kind === "upstream"
				? /^[^\s;{}"'$/:]+$/
				: /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/;
	if (!allowed.test(newName))
		return `${newName || "An empty text"} is no name for ${kind === "app" ? "a PM2 app" : kind === "service" ? "a service" : `an ${kind}`}.`;
	const taken = namedSymbols(project).some(
		(other) =>
			other.kind === kind &&
			other.name !== name &&
			other.name.toLowerCase() === newName.toLowerCase(),
	);
	return taken ? `${words[kind]} ${newName} exists already.` : undefined;
}
