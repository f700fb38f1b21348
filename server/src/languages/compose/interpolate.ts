/**
 * Puts values for `${…}` into the scalars of one file, as compose does before it merges
 * files. Keys stay as they are. What no file settles is marked, so that nobody takes a
 * default for the truth.
 */

import type { Place } from "../../text/place.ts";
import {
	type Operator,
	substitute,
	type TemplateReference,
	type VariableLookup,
} from "./template.ts";
import type { YamlEntry, YamlNode, YamlScalar } from "./yaml.ts";

/** One use of a variable. */
export interface VariableReference {
	readonly name: string;
	/** The whole `$X` or `${…}`. */
	readonly at: Place;
	readonly operator: Operator | undefined;
	/** What stands behind the operator: the default, the message. */
	readonly argument: string | undefined;
}

export interface InterpolationProblem {
	readonly message: string;
	readonly at: Place;
}

export interface Interpolated {
	/** Shares every part without a variable with the tree that was given. */
	readonly node: YamlNode;
	readonly references: readonly VariableReference[];
	readonly problems: readonly InterpolationProblem[];
}

/** `textOf` gives the text of the file that a place lies in: references are placed inside scalars. */
export function interpolate(
	node: YamlNode,
	text: string,
	lookup: VariableLookup,
): Interpolated {
	const work: Work = {
		text,
		lookup,
		references: [],
		problems: [],
		done: new Map(),
	};
	return {
		node: visit(work, node),
		references: work.references,
		problems: work.problems,
	};
}

interface Work {
	readonly text: string;
	readonly lookup: VariableLookup;
	readonly references: VariableReference[];
	readonly problems: InterpolationProblem[];
	/** Aliases make the tree a graph: each node is worked on once. */
	readonly done: Map<YamlNode, YamlNode>;
}

function visit(work: Work, node: YamlNode): YamlNode {
	if (node.kind === "scalar") {
		return node.type === "string" && node.text.includes("$")
			? once(work, node, scalar)
			: node;
	}
	return once(work, node, collection);
}

function once<T extends YamlNode>(
	work: Work,
	node: T,
	change: (work: Work, node: T) => YamlNode,
): YamlNode {
	const known = work.done.get(node);
	if (known !== undefined) return known;
	const result = change(work, node);
	work.done.set(node, result);
	return result;
}

function collection(work: Work, node: Exclude<YamlNode, YamlScalar>): YamlNode {
	let changed = false;
	if (node.kind === "sequence") {
		const items = node.items.map((item) => {
			const next = visit(work, item);
			changed ||= next !== item;
			return next;
		});
		return changed ? { ...node, items } : node;
	}
	const entries = node.entries.map((entry): YamlEntry => {
		const value = visit(work, entry.value);
		if (value === entry.value) return entry;
		changed = true;
		return { key: entry.key, value };
	});
	return changed ? { ...node, entries } : node;
}

function scalar(work: Work, node: YamlScalar): YamlNode {
	const { text, open, references, error } = substitute(node.text, work.lookup);
	const placed = placer(work.text, node);
	for (const reference of references)
		work.references.push({
			name: reference.name,
			at: placed(reference),
			operator: reference.operator,
			argument: reference.argument,
		});
	if (error !== undefined) {
		work.problems.push({
			message:
				error.kind === "format"
					? `Compose can't read this variable: a name of letters, digits and _ must follow \${, then } or one of :- - :? ? :+ +. A dollar sign itself is written $$.`
					: "Variables are nested too deeply here.",
			at: placed(error),
		});
		return node;
	}
	if (references.length === 0 && text === node.text) return node;
	return {
		...node,
		text,
		written: node.text,
		...(open.length === 0 ? {} : { open }),
	};
}

/** Offsets of the value to a place in the file; where escapes or folding shift them, the expression is searched for. */
function placer(
	text: string,
	node: YamlScalar,
): (part: Pick<TemplateReference, "start" | "end">) => Place {
	const { path, start, end } = node.at;
	const raw = text.slice(start, end);
	const offset = raw.indexOf(node.text);
	let from = 0;
	return (part) => {
		if (offset >= 0)
			return {
				path,
				start: start + offset + part.start,
				end: start + offset + part.end,
			};
		const written = node.text.slice(part.start, part.end);
		const found = raw.indexOf(written, from);
		if (found < 0) return node.at;
		// A nested variable follows inside.
		from = found + 1;
		return { path, start: start + found, end: start + found + written.length };
	};
}
