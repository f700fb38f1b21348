import type { Pass } from "../languages/nginx/facts.ts";
import { childrenOf, findAll } from "../languages/nginx/find.ts";
import { statementsNamed } from "../languages/nginx/statements.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { levelsKnown } from "../topology/levels.ts";
import type { Nginx } from "../topology/model.ts";
import { inEvery, judgedNamed } from "../topology/nginx/judged.ts";
import type { Rule } from "./rule.ts";

export const mapWithoutDefault: Rule = {
	id: "map-without-default",
	severity: "info",
	summary:
		"A map has no default, and proxy_pass needs its value: other requests get 500.",
	reads: "topology",

	*check(project) {
		for (const judged of judgedNamed(project, "map")) {
			const { directive } = judged;
			const [source, variable] = directive.args;
			if (!source || !variable || hasDefault(directive)) continue;
			const pass = inEvery(judged, (_, nginx) =>
				passWith(variable.text, nginx),
			);
			if (!pass) continue;
			yield {
				message: `The map has no default: for a ${source.text} that no line names ${variable.text} is empty, and ${pass.kind} ${pass.directive.args[0]?.text} answers with 500.`,
				at: variable.at,
				related: [{ at: pass.directive.at, message: "needs a host" }],
			};
		}
	},
};

/** A line for everything, by any name. */
function hasDefault(map: Directive): boolean {
	return childrenOf(map).some(
		({ name: { text } }) =>
			text === "default" ||
			text === "include" ||
			/^~\*?\^?\.[*+]?\$?$/.test(text) ||
			/[{}<%]/.test(text),
	);
}

/** The variable is all of its host, and nothing asks before whether it is there. */
function passWith(variable: string, nginx: Nginx): Pass | undefined {
	return nginx.facts.passes.find(
		(pass) =>
			pass.address.host.kind === "variable" &&
			pass.address.host.text === variable &&
			pass.address.port === undefined &&
			levelsKnown(nginx, pass) &&
			!isAsked(variable, nginx) &&
			pass.levels.every(
				(level) =>
					!findAll(level, "set").some(({ args }) => args[0]?.text === variable),
			),
	);
}

function isAsked(variable: string, { facts }: Nginx): boolean {
	return statementsNamed(facts.directives, "if").some(
		({ directive: { args } }) =>
			args.some(({ text }) => text.includes(variable)),
	);
}
