/** Headers that a block loses because it sets one of its own: what proxy_set_header and add_header share. */

import { insertBefore } from "../languages/nginx/edit.ts";
import { find, findAll } from "../languages/nginx/find.ts";
import { entryOf } from "../languages/nginx/inheritance.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Place } from "../text/place.ts";
import { levelsKnown } from "../topology/levels.ts";
import { loadedTogether } from "../topology/loaded-together.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Fix, Related } from "./rule.ts";

export interface Dropped {
	/** The block's own first one. */
	readonly first: Directive;
	/** Those of the nearest block around that has any, but for names that it sets too. */
	readonly headers: readonly [Directive, ...Directive[]];
}

/** `levels`: the statements around, innermost first; `at`: what they are around. */
export function droppedHeaders(
	name: string,
	levels: readonly (readonly Directive[])[],
	at: Pick<Place, "path">,
	nginx: Nginx,
): Dropped | undefined {
	const having = levels.filter((level) => find(level, name) !== undefined);
	if (having.length < 2) return undefined;
	const found = levels.map((level) =>
		findAll(level, name).filter((each) => loadedTogether(nginx, each.at, at)),
	);
	const inner = found.findIndex((level) => level.length > 0);
	const outer = found.findIndex((level, i) => i > inner && level.length > 0);
	const own = found[inner] ?? [];
	const [first] = own;
	// An include that is not here may set them again; one further out only adds to them.
	if (
		!first ||
		outer < 0 ||
		!levelsKnown(nginx, { levels: levels.slice(0, outer) })
	)
		return undefined;
	const names = new Set(own.map(entryOf));
	const [one, ...others] = (found[outer] ?? []).filter(
		(each) => !names.has(entryOf(each)),
	);
	return one && { first, headers: [one, ...others] };
}

/** Each once, as written. */
export function namesOf({ headers }: Dropped): readonly string[] {
	return [...new Set(headers.map(({ args }) => args[0]?.text ?? ""))];
}

export function notInherited({ headers }: Dropped): readonly Related[] {
	return headers.map(({ at }) => ({ at, message: "not inherited" }));
}

export function repeatHere(dropped: Dropped, project: Project): Fix {
	const { first, headers } = dropped;
	return {
		title: `Repeat ${namesOf(dropped).join(", ")} here`,
		preferred: true,
		edits: () => [
			insertBefore(
				textOf(project, first.at.path),
				first,
				headers.map(({ at }) =>
					textOf(project, at.path).slice(at.start, at.end),
				),
			),
		],
	};
}
