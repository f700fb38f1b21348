/** A name that people give, and every place that says it. */

import type { NameKind } from "../languages/nginx/names/mention.ts";
import type { Place } from "../text/place.ts";

export interface NamedSymbol {
	readonly kind: "service" | "alias" | "upstream" | "app" | NameKind;
	readonly name: string;
	/** The name alone, without quotes, in each place that says it; definitions first. */
	readonly occurrences: readonly Occurrence[];
	/** Where the name holds: another one elsewhere may be called so. Absent: everywhere. */
	readonly scopes?: ReadonlySet<object>;
	/** nginx knows it by itself. */
	readonly isBuiltIn?: true;
}

export interface Occurrence {
	readonly at: Place;
	readonly isDefinition: boolean;
}
