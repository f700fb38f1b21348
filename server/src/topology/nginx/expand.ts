/** Puts the files that `include` names in its place, wherever it stands, as nginx does while it reads. */

import type { Directive, NginxTree, Word } from "../../languages/nginx/tree.ts";

export interface Included {
	readonly trees: readonly NginxTree[];
	/** False where more files may be included than could be found. */
	readonly complete: boolean;
}

export interface Expanded {
	readonly directives: readonly Directive[];
	/** The main file and every file that was included, each once, in the order of their first reading. */
	readonly trees: readonly NginxTree[];
	readonly complete: boolean;
	/** The words behind `include` that bring a file which is being read already. */
	readonly cycles: readonly Word[];
}

/** More includes than any configuration has: files that include each other twice would double at every step. */
const mostIncludes = 5000;

/** `resolve` answers for the word behind `include`, which stays where it can't be followed: see `levelsKnown`. A file that includes itself is not followed again. */
export function expand(
	main: NginxTree,
	resolve: (pattern: Word) => Included,
): Expanded {
	const trees = new Set([main]);
	const cycles = new Set<Word>();
	let complete = true;
	let includes = 0;

	const within = (
		tree: NginxTree,
		open: readonly string[],
	): readonly Directive[] => {
		if (!tree.mayInclude) return tree.directives;
		return replaceIncludes(tree.directives, (pattern, include) => {
			const included = resolve(pattern);
			if (!included.complete) complete = false;
			const brought = included.trees.flatMap((inner) => {
				if (open.includes(inner.path)) {
					cycles.add(pattern);
					return [];
				}
				includes++;
				if (includes > mostIncludes) {
					complete = false;
					return [];
				}
				trees.add(inner);
				return within(inner, [...open, inner.path]);
			});
			return included.complete ? brought : [...brought, include];
		});
	};

	const directives = within(main, [main.path]);
	return {
		directives,
		trees: [...trees],
		// What could not be parsed may have been what somebody looks for.
		complete: complete && [...trees].every(({ errors }) => errors.length === 0),
		cycles: [...cycles],
	};
}

/** Blocks without an include are kept as they are: most of a configuration is not copied. */
function replaceIncludes(
	directives: readonly Directive[],
	bring: (pattern: Word, include: Directive) => readonly Directive[],
): readonly Directive[] {
	let changed = false;
	const result = directives.flatMap((directive): readonly Directive[] => {
		const [pattern] = directive.args;
		if (directive.name.text === "include" && pattern && !directive.block) {
			changed = true;
			return bring(pattern, directive);
		}
		if (directive.block?.kind !== "directives") return [directive];
		const inner = replaceIncludes(directive.block.directives, bring);
		if (inner === directive.block.directives) return [directive];
		changed = true;
		return [{ ...directive, block: { ...directive.block, directives: inner } }];
	});
	return changed ? result : directives;
}
