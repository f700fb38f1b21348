/** `edgewise rules`: the list, or the page of one. */

import { ruleInfos } from "../rules/registry.ts";
import { pages } from "./pages.ts";
import { UsageError } from "./usage-error.ts";

export async function listRules(args: readonly string[]): Promise<number> {
	const [wanted, ...more] = args;
	if (more.length > 0) throw new UsageError("edgewise rules takes one rule");
	if (wanted === undefined) {
		const width = Math.max(...ruleInfos.map(({ id }) => id.length));
		const lines = ruleInfos.map(
			({ id, severity, summary }) =>
				`${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`,
		);
		process.stdout.write(`${lines.join("\n")}\n`);
		return 0;
	}
	const page = pages[wanted];
	if (page === undefined)
		throw new UsageError(
			`there is no rule ${wanted}; edgewise rules lists them`,
		);
	process.stdout.write(page);
	return 0;
}
