/** Whether a way through nginx serves WebSockets: by its headers, or by Socket.IO's path. */

import type { Location, Pass } from "../languages/nginx/facts.ts";
import { headerSet } from "../languages/nginx/find.ts";

/** The location hands the Upgrade header on (semantics 48). */
export function upgrades(pass: Pass): boolean {
	const value = headerSet(pass.levels, "Upgrade");
	return value !== undefined && value.text !== "";
}

/** The location, or one around it, is Socket.IO's own path. */
export function servesSocketIo({ location }: Pass): boolean {
	for (let each: Location | undefined = location; each; each = each.parent) {
		if (/socket\\?\.io/.test(each.pattern.value)) return true;
	}
	return false;
}
