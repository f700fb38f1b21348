import type { Directive, Word } from "../languages/nginx/tree.ts";
import { partOf } from "../languages/nginx/word.ts";
import { insert, replace } from "../text/edit.ts";
import type { Place } from "../text/place.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import type { Finding, Rule } from "./rule.ts";

export const ifCondition: Rule = {
	id: "if-condition",
	severity: "error",
	summary:
		"The condition of an if is none that nginx knows: it does not start.",
	reads: "topology",

	*check(project) {
		for (const { directive } of judgedNamed(project, "if")) {
			if (!directive.block) continue;
			const wrong = wrongIn(directive);
			if (wrong)
				yield { ...wrong, message: `${wrong.message}. nginx does not start.` };
		}
	},
};

/** A word of the condition, without the parentheses that it begins or ends with. */
interface Part {
	readonly text: string;
	readonly at: Place;
	readonly quoted: boolean;
}

/** ngx_http_rewrite_if_condition. */
function wrongIn({ args }: Directive): Finding | undefined {
	const [first] = args;
	const last = args.at(-1);
	if (!first || !last) return undefined;
	if (args.some(({ text }) => /\{\{|\$\{[A-Z]|<%/.test(text))) return undefined;
	const opened = first.text.startsWith("(");
	const closed = last.text.endsWith(")");
	if (!opened || !closed)
		return {
			message: "The condition of an if stands in parentheses: if ($host = a)",
			at: { ...first.at, end: last.at.end },
			fixes:
				!opened && !closed
					? [
							{
								title: "Put it in parentheses",
								preferred: true,
								edits: () => [
									insert(first.at.path, first.at.start, "("),
									insert(last.at.path, last.at.end, ")"),
								],
							},
						]
					: [],
		};
	const parts = partsOf(args);
	const [left, operator, right, ...more] = parts;
	if (!left)
		return {
			message: "This if has no condition",
			at: { ...first.at, end: last.at.end },
		};
	if (/^!?-.$/.test(left.text)) return fileTest(left, parts);
	if (!/^\$./.test(left.text) || left.quoted) return noVariable(left);
	if (!operator) return glued(left);
	if (more.length > 0 || !right) return tooMany(left, parts);
	return /^(=|!=|!?~\*?)$/.test(operator.text)
		? undefined
		: wrongOperator(operator);
}

function partsOf(args: readonly Word[]): readonly Part[] {
	return args
		.map((word, index) => {
			const from = index === 0 ? 1 : 0;
			const to = index === args.length - 1 ? 1 : 0;
			return {
				text: word.text.slice(from, word.text.length - to),
				at: word.quote ? word.at : partOf(word, from, word.text.length - to),
				quoted: word.quote !== undefined || /^["']/.test(word.text.slice(from)),
			};
		})
		.filter(({ text, quoted }) => text !== "" || quoted);
}

function fileTest(test: Part, parts: readonly Part[]): Finding | undefined {
	if (parts.length === 2 && /^!?-[fdex]$/.test(test.text)) return undefined;
	return {
		message: /^!?-[fdex]$/.test(test.text)
			? `${test.text} takes one path`
			: `${test.text} is no test of files: they are -f, -d, -e and -x, with ! in front`,
		at: test.at,
	};
}

function noVariable(left: Part): Finding {
	const inner =
		/^["'](\$\w+)["']$/.exec(left.text)?.[1] ??
		(left.quoted ? left.text : undefined);
	return {
		message:
			inner !== undefined
				? `The variable that an if compares has no quotes`
				: /^!\$/.test(left.text)
					? `nginx knows no "not" in front of a variable: an empty value or "0" is false, and if (${left.text.slice(1)} = "") asks for it`
					: `The condition of an if begins with a variable, or with -f, -d, -e or -x, not with "${left.text}"`,
		at: left.at,
		fixes:
			inner !== undefined && /^\$\w+$/.test(inner)
				? [
						{
							title: "Remove the quotes",
							preferred: true,
							edits: () => [replace(left.at, inner)],
						},
					]
				: [],
	};
}

/** `($host=a)` is a variable named `host=a` to nginx. */
function glued(left: Part): Finding | undefined {
	const [, name, operator, value] =
		/^(\$\w+)(!?=|!?~\*?)(.*)$/.exec(left.text) ?? [];
	if (name === undefined || operator === undefined) return undefined;
	return {
		message: `Spaces are missing around "${operator}": nginx takes "${left.text}" for the name of a variable`,
		at: left.at,
		fixes: [
			{
				title: "Insert the spaces",
				preferred: true,
				edits: () => [
					replace(
						left.at,
						`${name} ${operator} ${value === "" ? '""' : value}`,
					),
				],
			},
		],
	};
}

function tooMany(left: Part, parts: readonly Part[]): Finding {
	const joint = parts.find(({ text }) => /^(&&|\|\||and|or)$/i.test(text));
	return {
		message: joint
			? `nginx knows no "${joint.text}" in a condition: a map of both values, or two ifs that set a variable, take its place`
			: "The condition of an if compares one variable with one value; a value with spaces needs quotes",
		at: joint?.at ?? { ...left.at, end: parts.at(-1)?.at.end ?? left.at.end },
	};
}

function wrongOperator({ text, at }: Part): Finding {
	const meant = {
		"==": "=",
		"===": "=",
		"<>": "!=",
		"!==": "!=",
		eq: "=",
		ne: "!=",
		"=~": "~",
		"~=": "~",
		"*~": "~*",
		"!~=": "!~",
	}[text];
	return {
		message: `"${text}" is no operator: they are =, !=, ~, ~*, !~ and !~*`,
		at,
		fixes: meant
			? [
					{
						title: `Write ${meant}`,
						preferred: true,
						edits: () => [replace(at, meant)],
					},
				]
			: [],
	};
}
