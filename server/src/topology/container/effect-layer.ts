/** The files of a container after a script has run. */

import { isWithin, resolve } from "../../text/path.ts";
import type { Effect, RenderedNames } from "./effect.ts";
import {
	absent,
	entryTowards,
	isDirectory,
	type Layer,
	mergeListings,
	moved,
	type Origin,
	unknown,
} from "./origin.ts";

/** How envsubst's result is made of its template, where that is known. */
export type Rendering = (template: Origin, names: RenderedNames) => Origin;

/** `who` begins the reasons: "a RUN instruction", "the start script /start.sh". */
export function effectLayer(
	effects: readonly Effect[],
	who: string,
	render: Rendering,
	below: Layer,
): Layer {
	let layer = below;
	let copies = 0;
	for (const [i, effect] of effects.entries()) {
		// More than any script of use has; the rest is as if it were unreadable.
		if (i === maxEffects || copies > maxCopies)
			return anything(`${who} may write it`, layer);
		if (effect.kind === "copy") copies++;
		layer = afterEffect(effect, who, render, layer);
	}
	return layer;
}

const maxEffects = 100;
/** Each is a fork in the search for where a file comes from. */
const maxCopies = 8;

function afterEffect(
	effect: Effect,
	who: string,
	render: Rendering,
	below: Layer,
): Layer {
	switch (effect.kind) {
		case "write":
			return written(effect.path, `${who} may write it (${effect.by})`, below);
		case "anything":
			return anything(`${who} runs ${effect.by}, which may write it`, below);
		case "remove":
			return removed(effect.path, effect.inside, below);
		case "copy":
			return copied(effect.from, effect.to, effect.exact, below);
		case "render":
			return rendered(effect.to, below, () =>
				render(below.origin(effect.from), effect.names),
			);
	}
}

function written(target: string, reason: string, below: Layer): Layer {
	return {
		origin(path) {
			const origin = below.origin(path);
			return isWithin(target, path) && origin.kind !== "directory"
				? unknown(reason)
				: origin;
		},
		list(directory) {
			const own = below.list(directory);
			if (isWithin(target, directory))
				return { entries: own.entries, unknown: own.unknown ?? reason };
			const entry = entryTowards(directory, target, "file");
			return entry && !own.entries.some(({ name }) => name === entry.name)
				? mergeListings(own, { entries: [entry], unknown: undefined })
				: own;
		},
	};
}

function anything(reason: string, below: Layer): Layer {
	return {
		origin(path) {
			const origin = below.origin(path);
			return origin.kind === "absent" ? unknown(reason) : origin;
		},
		list(directory) {
			const own = below.list(directory);
			return { entries: own.entries, unknown: own.unknown ?? reason };
		},
	};
}

function removed(target: string, inside: boolean, below: Layer): Layer {
	const isGone = (path: string) =>
		isWithin(target, path) && !(inside && path === target);
	return {
		origin: (path) => (isGone(path) ? absent : below.origin(path)),
		list(directory) {
			const own = below.list(directory);
			const entries = own.entries.filter(
				({ name }) => !isGone(resolve(directory, name)),
			);
			const all = isWithin(target, directory) && own.unknown !== undefined;
			return { entries, unknown: all ? undefined : own.unknown };
		},
	};
}

function copied(from: string, to: string, exact: boolean, below: Layer): Layer {
	let settled: string | undefined;
	const target = () => {
		if (settled === undefined) {
			const name = from.slice(from.lastIndexOf("/") + 1);
			settled =
				!exact && isDirectory(below, to) === true ? resolve(to, name) : to;
		}
		return settled;
	};
	return {
		origin(path) {
			if (!isWithin(to, path) || !isWithin(target(), path))
				return below.origin(path);
			const origin = below.origin(moved(path, target(), from));
			return origin.kind === "absent" ? below.origin(path) : origin;
		},
		list(directory) {
			const own = below.list(directory);
			if (!isWithin(to, directory) && !isWithin(directory, to)) return own;
			if (isWithin(target(), directory))
				return mergeListings(own, below.list(moved(directory, target(), from)));
			const entry = entryTowards(directory, target(), "file");
			return entry
				? mergeListings(own, { entries: [entry], unknown: undefined })
				: own;
		},
	};
}

function rendered(target: string, below: Layer, origin: () => Origin): Layer {
	return {
		origin: (path) => (path === target ? origin() : below.origin(path)),
		list(directory) {
			const entry = entryTowards(directory, target, "file");
			const own = below.list(directory);
			return entry
				? mergeListings(own, { entries: [entry], unknown: undefined })
				: own;
		},
	};
}
