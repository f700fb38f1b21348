/** COPY and ADD: which file of the build context, or of an earlier stage, arrives at which path of the image. */

import type { Copy } from "../../languages/dockerfile/facts.ts";
import { isWithin, resolve } from "../../text/path.ts";
import { type Arrival, arrivalsOf, type CopySource } from "./arrival.ts";
import {
	entryTowards,
	type Layer,
	type Listing,
	mergeListings,
	unknown,
} from "./origin.ts";

/** `directory`: where relative destinations count from; undefined: nobody knows. */
export function copyLayer(
	copy: Copy,
	from: CopySource,
	directory: string | undefined,
	below: Layer,
): Layer {
	const target = destination(copy, directory);
	if (target === undefined)
		return blurred(below, "a COPY leads to a path that is not known");
	let settled: readonly Arrival[] | undefined;
	const arrivals = () => {
		settled ??= arrivalsOf(copy, from, target, below);
		return settled;
	};
	const touches = (path: string) =>
		isWithin(target, path) || isWithin(path, target);
	return {
		origin(path) {
			if (!touches(path)) return below.origin(path);
			const found = originOf(path, arrivals());
			if (found) return found;
			const origin = below.origin(path);
			const leadsThere = arrivals().some(
				(arrival) => arrival.target !== path && isWithin(path, arrival.target),
			);
			return leadsThere && origin.kind === "absent"
				? { kind: "directory" }
				: origin;
		},
		list(path) {
			const own = below.list(path);
			if (!touches(path)) return own;
			return mergeListings(own, ...arrivals().map((one) => listed(one, path)));
		},
	};
}

/** What was absent may be there. */
export function blurred(below: Layer, reason: string): Layer {
	return {
		origin(path) {
			const origin = below.origin(path);
			return origin.kind === "absent" ? unknown(reason) : origin;
		},
		list(path) {
			const { entries, unknown: already } = below.list(path);
			return { entries, unknown: already ?? reason };
		},
	};
}

function destination(
	copy: Copy,
	directory: string | undefined,
): string | undefined {
	const { text, open } = copy.destination;
	if (open.length > 0) return undefined;
	const base = copy.directory ?? directory;
	if (text.startsWith("/")) return resolve("/", text);
	return base === undefined ? undefined : resolve(base, text);
}

function originOf(path: string, arrivals: readonly Arrival[]) {
	// Of two that bring the same path the later one wins.
	for (let i = arrivals.length - 1; i >= 0; i--) {
		const arrival = arrivals[i] as Arrival;
		if (!isWithin(arrival.target, path)) continue;
		const origin = arrival.origin(path);
		if (origin) return origin;
	}
	return undefined;
}

function listed(arrival: Arrival, directory: string): Listing {
	const { target } = arrival;
	if (isWithin(target, directory)) {
		const found = arrival.list(directory);
		if (found) return found;
	}
	const entry = entryTowards(directory, target, arrival.type ?? "file");
	return { entries: entry ? [entry] : [], unknown: undefined };
}
