/** What the two halves of pm2-port-clash have in common. */

import type { Circumstance } from "../languages/pm2/facts.ts";
import { isNoServer } from "../languages/pm2/sharing.ts";
import type { Start, StartedApp } from "../topology/pm2-starts.ts";
import type { Finding } from "./rule.ts";

/** Findings of several starts with one key are one. */
export type Keyed = readonly [key: string, finding: Finding];

/** Apps that open ports by their own settings, as far as these are known. */
export function servers({ apps }: Start): readonly StartedApp[] {
	return apps.filter(
		({ running, runtime }) =>
			runtime.portsUnknown === undefined && !isNoServer(running.app),
	);
}

/** Other conditions than those of the command may be chosen so that they never meet. */
export function severity(
	when: readonly Circumstance[],
): { readonly severity: "warning" } | Record<string, never> {
	return when.length > 0 ? { severity: "warning" } : {};
}
