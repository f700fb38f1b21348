/** What a hover shows, and of what. */

import type { Place } from "../text/place.ts";

export interface Hover {
	readonly markdown: string;
	readonly at: Place;
	/** What nginx's documentation says of it comes behind: a key of dist/nginx-docs.json. */
	readonly describedBy?: string;
}
