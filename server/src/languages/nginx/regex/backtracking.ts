/**
 * Repeats that match one text in so many ways that PCRE tries them all before it gives up:
 * `(a+)+$` needs twice the time for each letter more. Read off the pattern, never run.
 */

import { overlap } from "./characters.ts";
import type { Branch, Node, Regex } from "./tree.ts";

/** The first such repeat. Only what is certain: a repeat in a repeat with nothing between, or alternatives that begin alike. */
export function explodingRepeat({
	branches,
	complete,
}: Regex): Node | undefined {
	return complete ? inBranches(branches, false) : undefined;
}

/** `mayFail`: something behind must match too. */
function inBranches(
	branches: readonly Branch[],
	mayFail: boolean,
): Node | undefined {
	for (const branch of branches)
		for (const [i, node] of branch.entries()) {
			const fails = mayFail || !branch.slice(i + 1).every(isOptional);
			const found = inNode(node, fails);
			if (found) return found;
		}
	return undefined;
}

function inNode(node: Node, mayFail: boolean): Node | undefined {
	if (node.kind === "group") return inBranches(node.branches, mayFail);
	if (node.kind !== "repeat" || node.of.kind !== "group") return undefined;
	if (
		mayFail &&
		node.max === Infinity &&
		!node.possessive &&
		isAmbiguous(node.of.branches)
	)
		return node;
	return inBranches(node.of.branches, mayFail);
}

function isAmbiguous(branches: readonly Branch[]): boolean {
	return branches.some(isOneRepeat) || branchesMeet(branches);
}

/** `(a+)+`, `(a+b?)+`: nothing has to stand between two runs of the inner repeat. */
function isOneRepeat(branch: Branch): boolean {
	const needed = branch.filter((node) => !isOptional(node));
	const repeats = branch.filter(isEndless);
	const [only] = needed;
	return (
		repeats.length > 0 &&
		(needed.length === 0 ||
			(needed.length === 1 && only !== undefined && isEndless(only)))
	);
}

/** `(a|[a-z])+`: one letter in two ways. */
function branchesMeet(branches: readonly Branch[]): boolean {
	const letters = branches.flatMap((branch) => {
		const [only] = branch;
		return branch.length === 1 && only?.kind === "characters" ? [only] : [];
	});
	return letters.some((one, i) =>
		letters.slice(i + 1).some((other) => overlap(one.set, other.set)),
	);
}

function isEndless(node: Node): boolean {
	return (
		node.kind === "repeat" &&
		node.max === Infinity &&
		!node.possessive &&
		node.of.kind === "characters"
	);
}

function isOptional(node: Node): boolean {
	return node.kind === "repeat" && node.min === 0;
}
