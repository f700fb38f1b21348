/** `edgewise rules`: the list, or the page of one. */

import { ruleInfos } from "../rules/registry.ts";
import { pages } from "./pages.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export async function listRules(
	args: readonly string[],
	{ out }: Terminal,
): Promise<number> {
	const [wanted, ...more] = args;
	if (more.length > 0) throw new UsageError("edgewise rules takes one rule");
	if (wanted === undefined) {
		const width = Math.max(...ruleInfos.map(({ id }) => id.length));
		const lines = ruleInfos.map(
			({ id, severity, summary }) =>
				`${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`,
		);
		out(`${lines.join("\n")}\n`);
		return 0;
	}
	const page = Object.hasOwn(pages, wanted) ? pages[wanted] : undefined;
	if (page === undefined) {
		throw new UsageError(
			`there is no rule ${wanted}; edgewise rules lists them`,
		);
	}
	out(page);
	return 0;
}
