import {
	directiveNames,
	directivesNamed,
} from "../languages/nginx/catalog/catalog.ts";
import { isPlaceholder } from "../languages/nginx/values/check.ts";
import { nearestWord } from "../text/nearest-word.ts";
import type { Nginx } from "../topology/model.ts";
import { type Judged, judgedNamed, namesOf } from "../topology/nginx/judged.ts";
import { replacePart } from "./replace-part.ts";
import type { Finding, Rule } from "./rule.ts";

export const directiveUnknown: Rule = {
	id: "directive-unknown",
	severity: "error",
	summary:
		"A directive's name is misspelt, or of a module that Edgewise does not know.",
	reads: "topology",

	*check(project) {
		const unknown = [...namesOf(project)]
			.filter(isUnknown)
			.flatMap((name) => judgedNamed(project, name))
			.sort((a, b) => firstIndex(a) - firstIndex(b));
		const rest: Judged[] = [];
		for (const judged of unknown) {
			const slip = slipOf(judged);
			if (!slip) rest.push(judged);
			else
				yield {
					message: slip.message,
					at: judged.directive.name.at,
					fixes:
						slip.meant === undefined
							? []
							: [
									{
										title: `Write ${slip.meant}`,
										preferred: true,
										edits: () =>
											replacePart(
												judged.directive.name.at,
												judged.directive.name.text,
												slip.meant ?? "",
												project,
											),
									},
								],
				};
		}
		for (const nginx of project.nginxes) {
			const note = noteOn(nginx, rest);
			if (note) yield note;
		}
	},
};

function firstIndex({ placements }: Judged): number {
	return placements[0]?.index ?? 0;
}

function isUnknown(name: string): boolean {
	return (
		directivesNamed(name).length === 0 &&
		!isPlaceholder(name) &&
		!/^[<{%@]|[{}%<>]/.test(name)
	);
}

interface Slip {
	readonly message: string;
	readonly meant?: string;
}

/** What no module's directive can be. */
function slipOf({ directive, placements }: Judged): Slip | undefined {
	const { text } = directive.name;
	const shown = JSON.stringify(text).slice(1, -1);
	if (/^(else|elseif|elif|elsif)$/.test(text))
		return {
			message: `nginx has no ${text}: a second if, or a map, takes its place. nginx does not start.`,
		};
	const strange = /[^\x21-\x7e]/.exec(text)?.[0];
	if (strange !== undefined) {
		const [first = ""] = text.split(/[^\x21-\x7e]/);
		return directivesNamed(first).length > 0
			? {
					message: `Behind ${first} stands a character that looks like a space and is none (${code(strange)}): nginx reads "${shown}" as one name and does not start.`,
					meant: text.replaceAll(/[^\x21-\x7e]+/g, " "),
				}
			: undefined;
	}
	const allowed = allowedNames(placements.flatMap(({ contexts }) => contexts));
	const near =
		allowed.find((name) => plain(name) === plain(text)) ??
		nearestWord(text, allowed, text.length < 4 ? 0 : text.length < 8 ? 1 : 2);
	return near === undefined
		? undefined
		: {
				message: `nginx knows no directive ${shown}: is ${near} meant? nginx does not start.`,
				meant: near,
			};
}

/** Names are written in small letters, with underscores. */
function plain(name: string): string {
	return name.toLowerCase().replaceAll(/[_-]/g, "");
}

function code(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function allowedNames(contexts: readonly string[]): readonly string[] {
	return [...directiveNames()].filter((name) =>
		directivesNamed(name).some((known) =>
			known.contexts.some((context) => contexts.includes(context)),
		),
	);
}

/** One for all of them: a module that is not in the catalog brings many. */
function noteOn(nginx: Nginx, unknown: readonly Judged[]): Finding | undefined {
	const own = unknown.filter(({ directive }) =>
		nginx.files.includes(directive.at.path),
	);
	const [first] = own;
	if (!first) return undefined;
	const names = [...new Set(own.map(({ directive }) => directive.name.text))];
	const others =
		names.length > 1
			? ` (nor ${names.slice(1, 4).join(", ")}${names.length > 4 ? " and others" : ""})`
			: "";
	return {
		message: `Edgewise does not know the directive ${first.directive.name.text}${others}: where no module brings it, nginx does not start.`,
		at: first.directive.name.at,
		severity: "info",
	};
}
