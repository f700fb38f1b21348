import { startsOf } from "../topology/pm2-starts.ts";
import { forks } from "./forked-port.ts";
import type { Rule } from "./rule.ts";
import { pairs } from "./shared-port.ts";

export const pm2PortClash: Rule = {
	id: "pm2-port-clash",
	severity: "error",
	summary: "One port for two PM2 apps, or for several forked instances of one.",
	reads: "topology",

	*check(project) {
		const said = new Set<string>();
		for (const start of startsOf(project)) {
			for (const [key, found] of [
				...forks(start, project),
				...pairs(start, project),
			]) {
				// Several apps may be made by one line; what clashes plainly need not be said again for each --env.
				if (!said.has(key)) yield found;
				said.add(key);
			}
		}
	},
};
