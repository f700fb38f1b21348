/** What nginx's documentation knows of its directives, set right by overrides.ts, as the lines of catalog/data.ts. */

import { getDirectives, getVariables } from "@nginx/reference-lib";
import {
	contexts as allContexts,
	type Context,
	contextsOf,
	written,
} from "../../server/src/languages/nginx/catalog/contexts.ts";
import {
	type Arity,
	arityOf,
	type Form,
	formsOf,
} from "../../server/src/languages/nginx/catalog/syntax.ts";
import * as overrides from "./overrides.ts";
import { thirdParty } from "./third-party.ts";

export const markdown = 1;
type Documented = ReturnType<typeof getDirectives>[number];

interface Line {
	readonly name: string;
	readonly contexts: readonly Context[];
	readonly syntax: string;
	readonly default: string;
	readonly block: boolean;
	/** Which overrides count. */
	readonly family: string;
}

export function catalogData(): string {
	const modules = new Map<string, string[]>();
	const add = (module: string, line: string) => {
		const lines = modules.get(module);
		if (lines) lines.push(line);
		else modules.set(module, [line]);
	};
	for (const directive of getDirectives(markdown))
		add(moduleOf(directive), lineOf(fromDocumentation(directive)));
	for (const [module, name, contexts, syntax] of overrides.undocumented)
		add(
			module,
			lineOf({
				name,
				contexts: contextsOf(contexts),
				syntax,
				default: "",
				block: false,
				family: familyOf(module),
			}),
		);
	for (const { module, home, contexts, directives } of thirdParty)
		for (const written of directives.split("\n"))
			add(`${module} ${home}`, thirdPartyLine(written.trim(), contexts));
	return [...modules]
		.map(([module, lines]) => `# ${module}\n${lines.join("\n")}`)
		.join("\n");
}

/** A variable a line: its name and the families that have it. */
export function variableData(): string {
	const families = new Map<string, Set<string>>();
	for (const { name, module } of getVariables(markdown)) {
		const known = families.get(name) ?? new Set();
		families.set(name, known.add(familyOf(module)));
	}
	return [...families]
		.map(([name, all]) => `${name.replace(/^\$/, "")}\t${[...all].join(" ")}`)
		.sort()
		.join("\n");
}

/** Its own words would not do as a key. */
export function moduleOf({ module }: { readonly module: string }): string {
	return module === "Core functionality" ? "ngx_core_module" : module;
}

export function familyOf(module: string): string {
	return /^ngx_(http|stream|mail|mgmt)_/.exec(module)?.[1] ?? "main";
}

function fromDocumentation(directive: Documented): Line {
	const family = familyOf(directive.module);
	const { name, isBlock } = directive;
	const upstream = directive.contexts.includes("upstream") && name === "server";
	return {
		name,
		contexts: contextsIn(directive, family),
		syntax:
			(isBlock && name === "server"
				? ""
				: (overrides.syntaxes[`${family}:${name}`] ??
					overrides.syntaxes[name])) ??
			directive.syntax.map(plain).join(" ;; "),
		default: upstream
			? ""
			: directive.default.replaceAll("`", "").replaceAll(/\s+/g, " ").trim(),
		block: isBlock,
		family: upstream ? "upstream" : family,
	};
}

/** Its words stand for several contexts each. */
function contextsIn(
	{ name, contexts }: Documented,
	family: string,
): readonly Context[] {
	const found = new Set(contextsOf(overrides.contexts[name] ?? ""));
	for (const context of contexts)
		for (const each of meaning(context, family)) found.add(each);
	return allContexts.filter((context) => found.has(context));
}

function meaning(context: string, family: string): readonly Context[] {
	const inStream = family === "stream";
	switch (context) {
		case "":
			return allContexts;
		case "server":
			if (inStream) return ["stream server"];
			return [family === "mail" ? "mail server" : "server"];
		case "upstream":
			return [inStream ? "stream upstream" : "upstream"];
		case "if":
			return ["if in server", "if in location"];
		default: {
			const known = allContexts.find((each) => each === context);
			if (!known) throw new Error(`a context that is not known: ${context}`);
			return [known];
		}
	}
}

/** The documentation's Markdown: code is literal, emphasized code a placeholder. */
function plain(syntax: string): string {
	return syntax
		.replace(/\*`([^`]*)`\*/g, "<$1>")
		.replaceAll("`", "")
		.replace("{...}", "")
		.replace(/^path$/, "<path>")
		.replace(/^string \.\.\.$/, "<string> ...")
		.replace(/\s+/g, " ")
		.trim();
}

/** name, contexts, arity, marks, syntax, default: see catalog/catalog.ts. */
function lineOf(line: Line): string {
	const { name, family } = line;
	const forms = formsOf(line.syntax);
	const arity =
		overrides.arities[`${family}:${name}`] ??
		overrides.arities[name] ??
		arityText(arityOf(forms));
	const type = typeOf(line, forms);
	const marks = [
		line.block ? "{" : "",
		type ?? "",
		(type && type !== "bitmask") || isIn(overrides.once, name, family)
			? "once"
			: "",
		boundsOf(name),
		tolerated(name),
	];
	return [
		name,
		written(line.contexts),
		line.block && arity === "0" ? "0" : arity,
		marks.filter((mark) => mark !== "").join(" "),
		line.syntax,
		line.default,
	]
		.join("\t")
		.trimEnd();
}

function arityText({ min, max }: Arity): string {
	if (max === Infinity) return `${min}+`;
	return min === max ? `${min}` : `${min}-${max}`;
}

function boundsOf(name: string): string {
	const bounds = overrides.bounds[name];
	return bounds ? `${bounds[0]}..${bounds[1]}` : "";
}

function tolerated(name: string): string {
	const values = overrides.tolerated[name];
	return values ? `also=${values.join(",")}` : "";
}

/** Which of the common slots of ngx_conf_file.c reads it, as far as the syntax tells. */
function typeOf(
	{ name, family }: Line,
	forms: readonly Form[],
): string | undefined {
	const [form] = forms;
	if (!form || forms.length > 1) return undefined;
	if (isIn(overrides.unchecked, name, family)) return undefined;
	const [item, second] = form;
	const words = (item?.alternatives ?? []).map((part) =>
		part.kind === "word" ? part.text : "<>",
	);
	if (second) {
		const both = `${words[0]} ${second.alternatives.map((part) => (part.kind === "word" ? part.text : ""))[0]}`;
		return form.length === 2 && both === "<number> <size>" && !item?.optional
			? "buffers"
			: undefined;
	}
	if (!item || item.optional) return undefined;
	if (words.every((word) => /^[\w.=-]+$/.test(word))) {
		if (words.length < 2) return undefined;
		if (item.repeats) return "bitmask";
		return [...words].sort().join() === "off,on" ? "flag" : "enum";
	}
	if (words.length > 1 || item.repeats) return undefined;
	if (isIn(overrides.seconds, name, family)) return "seconds";
	if (isIn(overrides.offsets, name, family)) return "offset";
	if (isIn(overrides.numbers, name, family)) return "number";
	if (isIn(overrides.sizes, name, family)) return "size";
	return {
		"<size>": "size",
		"<number>": "number",
		"<time>": "milliseconds",
		"<timeout>": "milliseconds",
		"<interval>": "milliseconds",
	}[words[0] ?? ""];
}

function isIn(names: overrides.Names, name: string, family: string): boolean {
	const all = names.split(/\s+/);
	return all.includes(name) || all.includes(`${family}:${name}`);
}

function thirdPartyLine(text: string, contexts: string): string {
	const [rest = "", own] = text.split(" @");
	const [name = "", ...words] = rest.split(" ");
	const last = words.at(-1);
	const lua = last === "lua";
	const block = lua || last === "{}";
	const syntax = (block ? words.slice(0, -1) : words).join(" ");
	const arity = arityText(arityOf(formsOf(syntax)));
	return [name, own ?? contexts, arity, block ? "{" : "", syntax]
		.join("\t")
		.trimEnd();
}
