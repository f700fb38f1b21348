/** The symbol whose name stands at an offset. */

import { contains } from "../text/place.ts";
import type { Project } from "../topology/model.ts";
import type { NamedSymbol, Occurrence } from "./named-symbol.ts";
import { namedSymbols } from "./symbols.ts";

export interface SymbolAt {
	readonly symbol: NamedSymbol;
	/** The one under the cursor. */
	readonly occurrence: Occurrence;
}

export function symbolAt(
	project: Project,
	path: string,
	offset: number,
	among: readonly NamedSymbol[] = namedSymbols(project),
): SymbolAt | undefined {
	for (const symbol of among) {
		const occurrence = symbol.occurrences.find(
			({ at }) => at.path === path && contains(at, offset),
		);
		if (occurrence) return { symbol, occurrence };
	}
	return undefined;
}
