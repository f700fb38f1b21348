import {
	builtInVariable,
	builtInVariables,
} from "../languages/nginx/built-in-variables.ts";
import { keyOf, type Mention } from "../languages/nginx/names/mention.ts";
import { readVariableNames } from "../languages/nginx/names/variables.ts";
import { replace } from "../text/edit.ts";
import { nearestWord } from "../text/nearest-word.ts";
import type { Nginx } from "../topology/model.ts";
import { namesKnown } from "../topology/names-known.ts";
import { modulesKnown } from "../topology/nginx/modules-known.ts";
import type { Finding, Rule } from "./rule.ts";

export const variableUnknown: Rule = {
	id: "variable-unknown",
	severity: "error",
	summary:
		"A variable is used that neither nginx has nor the configuration declares: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const unknown = unknownUses(nginx);
			if (unknown.length === 0) continue;
			if (!modulesKnown(nginx) || !namesKnown(nginx, project)) continue;
			const seen = new Set<string>();
			for (const use of unknown) {
				// A snippet is included several times.
				const place = `${use.at.start} ${use.at.path}`;
				if (!seen.has(place)) yield finding(use, nginx);
				seen.add(place);
			}
		}
	},
};

function unknownUses({ facts }: Nginx): readonly Mention[] {
	const all = readVariableNames(facts);
	const declared = new Set(
		all.filter(({ isDeclaration }) => isDeclaration).map(scopedKey),
	);
	return all.filter(
		(each) =>
			each.isSure === true &&
			!isPlaceholder(each.name) &&
			builtInVariable(each.name, each.protocol) === undefined &&
			!declared.has(scopedKey(each)),
	);
}

function scopedKey(mention: Mention): string {
	return `${mention.protocol} ${keyOf(mention)}`;
}

/** `BACKEND_HOST`: a template's. */
function isPlaceholder(name: string): boolean {
	return /^[A-Z][A-Z0-9_]+$/.test(name);
}

function finding(use: Mention, { facts }: Nginx): Finding {
	const { name, at, protocol } = use;
	const all = readVariableNames(facts).filter((each) => each.isDeclaration);
	const other = all.find(
		(each) => each.protocol !== protocol && keyOf(each) === keyOf(use),
	);
	const near = nearestWord(name.toLowerCase(), [
		...all
			.filter((each) => each.protocol === protocol)
			.map((each) => each.name),
		...builtInVariables[protocol]
			.filter(({ isFamily }) => !isFamily)
			.map((each) => each.name),
	]);
	const where = other
		? `${protocol} has no variable $${name}, ${other.protocol} alone declares it`
		: `nginx has no variable $${name}, and nothing here declares it`;
	return {
		message: `${where}: nginx does not start ("unknown "${name.toLowerCase()}" variable").`,
		at,
		related: other ? [{ at: other.at, message: "declared here" }] : [],
		fixes:
			near === undefined
				? []
				: [
						{
							title: `Change the variable to $${near}`,
							preferred: true,
							edits: () => [replace(at, near)],
						},
					],
	};
}
