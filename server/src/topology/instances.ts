/** How many instances of an app PM2 runs, as far as the file says. */

import type { Place } from "../text/place.ts";
import type { RunningApp } from "./model.ts";

export interface Instances {
	/** The largest count that some circumstance gives; undefined where it depends on the machine or is not known. */
	readonly most: number | undefined;
	/** More than one under some circumstance: `max` counts, a machine with one processor is not what it means. */
	readonly several: boolean;
	/** As one would say it: `2 instances`, `as many instances as processors (max)`. */
	readonly text: string;
	/** The value to change. */
	readonly at: Place | undefined;
}

export function instancesOf(app: RunningApp): Instances {
	const { instances } = app.runtime;
	const counts = instances.flatMap((each) =>
		each.kind === "count" ? [each.count] : [],
	);
	const processors = instances.find((each) => each.kind === "processors");
	const most =
		processors || counts.length < instances.length
			? undefined
			: Math.max(1, ...counts);
	const largest = instances.find(
		(each) => each.kind === "count" && each.count === Math.max(...counts),
	);
	return {
		most,
		several: processors !== undefined || Math.max(1, ...counts) > 1,
		text: processors
			? `as many instances as the machine has processors (${processors.text})`
			: most === undefined
				? "instances"
				: most === 1
					? "1 instance"
					: `${most} instances`,
		at: processors?.at ?? largest?.at,
	};
}
