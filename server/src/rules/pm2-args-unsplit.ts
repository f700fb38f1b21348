import { writeWords } from "../languages/pm2/edit.ts";
import type { App } from "../languages/pm2/facts.ts";
import { replace } from "../text/edit.ts";
import type { Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const pm2ArgsUnsplit: Rule = {
	id: "pm2-args-unsplit",
	severity: "warning",
	summary:
		"An item of args such as '--port 3205' is one argument: PM2 splits texts, not the items of a list.",
	reads: "topology",

	*check(project) {
		for (const { app, name } of project.ecosystems.flatMap(({ apps }) => apps))
			yield* findings(app, name, project);
	},
};

function* findings(
	app: App,
	name: string,
	project: Project,
): Iterable<Finding> {
	const args = app.fields.get("args")?.value;
	if (args?.kind !== "array") return;
	for (const item of args.items) {
		if (item.kind !== "plain" || typeof item.value !== "string") continue;
		// An option and one plain word: with more blanks it may be meant as one; `-p 80` some parsers do read.
		const [, option, value] =
			/^(--[\w-]+)\s+([\w./:@-]+)$/.exec(item.value) ?? [];
		if (option === undefined || value === undefined) continue;
		const { at } = item;
		yield {
			message: `PM2 gives ${name} "${item.value}" as one argument, with its blank: hardly any program reads ${option} from that, so it is passed over.`,
			at,
			fixes: [
				{
					title: `Split it into "${option}" and "${value}"`,
					preferred: true,
					edits: () => {
						const words = writeWords(textOf(project, at.path), at, [
							option,
							value,
						]);
						return words === undefined ? [] : [replace(at, words)];
					},
				},
			],
		};
	}
}
