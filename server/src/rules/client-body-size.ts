import { find, inherited } from "../languages/nginx/find.ts";
import { readLocationHead } from "../languages/nginx/locations/head.ts";
import { levelsOf, type Statement } from "../languages/nginx/statements.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Project } from "../topology/model.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import type { Finding, Rule } from "./rule.ts";

export const clientBodySize: Rule = {
	id: "client-body-size",
	severity: "warning",
	summary:
		"A named location allows larger bodies than the location that sends to it: they are refused before.",
	reads: "topology",

	*check(project) {
		for (const { directive, placements } of judgedNamed(
			project,
			"client_max_body_size",
		)) {
			const found = placements.map(({ around }) =>
				around ? finding(directive, around, project) : undefined,
			);
			const [first] = found;
			if (first && !found.includes(undefined)) yield first;
		}
	},
};

/** ngx_http_core_find_config_phase compares Content-Length once, in the location that the path leads to; a named location is entered behind it. */
function finding(
	size: Directive,
	location: Statement,
	project: Project,
): Finding | undefined {
	const head =
		location.directive.name.text === "location"
			? readLocationHead(location.directive)
			: undefined;
	const own = bytes(size);
	if (head?.modifier !== "@" || own === undefined) return undefined;
	const name = `@${head.pattern.value}`;
	for (const sender of ["try_files", "error_page"])
		for (const { directive, placements } of judgedNamed(project, sender)) {
			if (directive.args.at(-1)?.text !== name) continue;
			for (const placement of placements) {
				if (!isInside(placement, location.level)) continue;
				const [limit] = inherited(levelsOf(placement), "client_max_body_size");
				const before = limit ? bytes(limit) : 1 << 20;
				if (before === undefined || before >= own) continue;
				return {
					message: `Bodies above ${limit?.args[0]?.text ?? "1m, nginx's default,"} never come to ${name}: nginx answers 413 in the location that sends there, where its own client_max_body_size counts.`,
					at: size.at,
					related: [
						{ at: directive.at, message: `sends to ${name}` },
						...(limit ? [{ at: limit.at, message: "what counts" }] : []),
					],
				};
			}
		}
	return undefined;
}

/** In the server that has these statements. */
function isInside(placement: Statement, server: readonly Directive[]): boolean {
	return (
		levelsOf(placement).includes(server) &&
		find(server, "location") !== undefined
	);
}

/** Undefined where it is none; 0 is without limit. */
function bytes({ args }: Directive): number | undefined {
	const [, digits, unit = ""] =
		/^(\d+)([kmg]?)$/i.exec(args[0]?.text ?? "") ?? [];
	if (digits === undefined) return undefined;
	const factor = { k: 1 << 10, m: 1 << 20, g: 1 << 30 }[unit.toLowerCase()];
	return Number(digits) === 0 ? Infinity : Number(digits) * (factor ?? 1);
}
