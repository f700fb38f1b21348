/** Which characters what a regular expression matches may hold. */

import { all, type Characters, none } from "./characters.ts";
import type { Branch, Node, Regex } from "./tree.ts";

export interface Captured {
	readonly characters: Characters;
	/** One character at most. */
	readonly isShort: boolean;
}

/** Of the group with that number or name; undefined where there is none, or it can't be known. */
export function capturedBy(
	{ branches, complete }: Regex,
	group: string,
): Captured | undefined {
	const found = complete ? findGroup(branches, group) : undefined;
	return (
		found && {
			characters: inBranches(found.branches),
			isShort: found.branches.every(
				(branch) =>
					branch.length === 0 ||
					(branch.length === 1 && branch[0]?.kind === "characters"),
			),
		}
	);
}

/** Of the whole text that it is asked of: of one without ^ and $ any. */
export function textOfMatch({ branches, complete }: Regex): Characters {
	const isWhole =
		complete &&
		branches.every(
			(branch) => branch[0]?.kind === "begin" && branch.at(-1)?.kind === "end",
		);
	return isWhole ? inBranches(branches) : all;
}

type Group = Extract<Node, { kind: "group" }>;

function findGroup(
	branches: readonly Branch[],
	wanted: string,
): Group | undefined {
	for (const node of branches.flat()) {
		const inner = node.kind === "repeat" ? node.of : node;
		if (inner.kind !== "group") continue;
		if (inner.name === wanted || String(inner.capture) === wanted) return inner;
		const found = findGroup(inner.branches, wanted);
		if (found) return found;
	}
	return undefined;
}

function inBranches(branches: readonly Branch[]): Characters {
	return branches.flat().reduce((set, node) => set | inNode(node), none);
}

function inNode(node: Node): Characters {
	switch (node.kind) {
		case "characters":
			return node.set;
		case "repeat":
			return inNode(node.of);
		case "group":
			return node.looks ? none : inBranches(node.branches);
		case "begin":
		case "end":
		case "word boundary":
			return none;
		case "other":
			return all;
	}
}
