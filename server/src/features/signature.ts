/** The syntax of the directive that is being typed, with the argument that comes next. */

import { directiveIn } from "../languages/nginx/catalog/catalog.ts";
import { formsOf, type Item } from "../languages/nginx/catalog/syntax.ts";
import { statementAt } from "../languages/nginx/statement-at.ts";
import type { Project } from "../topology/model.ts";
import { contextsAt } from "../topology/nginx/contexts-at.ts";
import { presentTree } from "../topology/nginx/tree-of.ts";

export interface Signature {
	readonly label: string;
	/** Parts of the label: start and end in UTF-16 units. */
	readonly parameters: readonly (readonly [number, number])[];
	/** The one that is being typed; undefined: more than it takes. */
	readonly active: number | undefined;
}

/** One for each way to write its arguments; the first is the one that fits what is there. */
export function signatures(
	project: Project,
	path: string,
	offset: number,
): readonly Signature[] {
	const file = project.files.find((each) => each.path === path);
	const statement =
		file?.role === "nginx" ? statementAt(file.text, offset) : undefined;
	if (!file || statement?.name === undefined) return [];
	const { name, args, word, blocks } = statement;
	const known = contextsAt(project, presentTree(file), blocks)
		.map((context) => directiveIn(name, context))
		.find((each) => each !== undefined);
	if (!known || known.arity.max === 0) return [];
	return formsOf(known.syntax)
		.map((form) => {
			const all: [number, number][] = [];
			let label = name;
			for (const item of form) {
				const text = textOf(item);
				all.push([label.length + 1, label.length + 1 + text.length]);
				label += ` ${text}`;
			}
			return { label, parameters: all, active: active(form, args, word) };
		})
		.sort(
			(a, b) => Number(a.active === undefined) - Number(b.active === undefined),
		);
}

/** By its key, by the word itself, else by its place. */
function active(
	form: readonly Item[],
	args: readonly string[],
	word: string,
): number | undefined {
	const key = /^[\w-]+=/.exec(word)?.[0] ?? word;
	const named =
		key === ""
			? -1
			: form.findIndex((item) =>
					textOf(item)
						.split(/[[\]\s|]+/)
						.some((text) => text.startsWith(key) && !text.startsWith("<")),
				);
	if (named >= 0) return named;
	if (args.length < form.length) return args.length;
	const last = form.length - 1;
	return form[last]?.repeats ? last : undefined;
}

function textOf({ alternatives, optional, repeats }: Item): string {
	const inner = alternatives
		.map((part) =>
			part.kind === "word" ? part.text : part.items.map(textOf).join(" "),
		)
		.join(" | ");
	const all = repeats ? `${inner} ...` : inner;
	return optional ? `[${all}]` : all;
}
