import type { Pass } from "../languages/nginx/facts.ts";
import { find, findAll } from "../languages/nginx/find.ts";
import { one } from "../languages/nginx/regex/characters.ts";
import { levelsOf, type Statement } from "../languages/nginx/statements.ts";
import type { Word } from "../languages/nginx/tree.ts";
import { partOf } from "../languages/nginx/word.ts";
import { decodedIn } from "../topology/nginx/decoded.ts";
import { inEvery, judgedNamed } from "../topology/nginx/judged.ts";
import type { Rule } from "./rule.ts";

export const ssrf: Rule = {
	id: "ssrf",
	severity: "warning",
	summary: "The client chooses the host that nginx sends its request to.",
	reads: "topology",

	*check(project) {
		for (const name of passes)
			for (const judged of judgedNamed(project, name)) {
				const [word] = judged.directive.args;
				const host = word && hostOf(word.text);
				if (!word || !host) continue;
				const chosen = inEvery(judged, (placement) =>
					chosenBy(word, host, placement),
				);
				if (!chosen) continue;
				yield {
					message: `The client chooses with ${chosen} where nginx sends this request: to any machine that nginx reaches, those of the inner network and nginx's own host included.`,
					at: partOf(word, host.from, host.from + chosen.length),
				};
			}
	},
};

const passes: readonly Pass["kind"][] = [
	"proxy_pass",
	"grpc_pass",
	"fastcgi_pass",
	"uwsgi_pass",
	"scgi_pass",
];

/** A variable at the beginning of the host: behind other text it is a part of a name that somebody chose. */
function hostOf(
	text: string,
): { readonly from: number; readonly variable: string } | undefined {
	const found = /^((?:[a-z]+|\$\w+|\$\{\w+\}):\/\/)?(\$(?:\w+|\{\w+\}))/.exec(
		text,
	);
	const variable = found?.[2];
	return variable === undefined
		? undefined
		: { from: found?.[1]?.length ?? 0, variable };
}

/** The variable with its `$`, where the client decides what it is. */
function chosenBy(
	word: Word,
	{ from, variable }: { readonly from: number; readonly variable: string },
	placement: Statement,
): string | undefined {
	const levels = levelsOf(placement);
	const name = variable.replace(/[${}]/g, "");
	// Something is checked before: how well is not known.
	const isChecked = levels.some(
		(level) =>
			find(level, "internal") ||
			find(level, "auth_request") ||
			level.some(
				(each) =>
					each.name.text === "if" &&
					each.args.some(({ text }) => text.includes(name)),
			),
	);
	if (isChecked) return undefined;
	return isChosen(word, from, placement) ? variable : undefined;
}

/** The variable there, or what each `set` around gives it. */
function isChosen(word: Word, from: number, placement: Statement): boolean {
	const name = /^\$\{?(\w+)/.exec(word.text.slice(from))?.[1] ?? "";
	if (/^(arg|http|cookie)_\w+$/i.test(name)) return true;
	if (/^(document_)?uri$/i.test(name)) return false;
	if (decodedIn(word, placement, anyHost, from)?.from === from) return true;
	const values = levelsOf(placement)
		.flatMap((level) => findAll(level, "set"))
		.filter(({ args }) => args[0]?.text === `$${name}`)
		.map(({ args }) => args[1]);
	return (
		values.length > 0 &&
		values.every(
			(value) =>
				value?.text.startsWith("$") &&
				!value.text.startsWith(`$${name}`) &&
				isChosen(value, 0, placement),
		)
	);
}

/** With a dot any name can be written. */
const anyHost = one(".".charCodeAt(0));
