/** Whether every statement around another was read: an include that was not followed may bring any. */

import type { Pass } from "../languages/nginx/facts.ts";
import type { Nginx } from "./model.ts";

export function levelsKnown(
	{ complete }: Pick<Nginx, "complete">,
	{ levels }: Pick<Pass, "levels">,
): boolean {
	return (
		complete ||
		levels.every((level) =>
			level.every(
				({ name, args }) =>
					name.text !== "include" ||
					/(^|\/)mime\.types$/.test(args[0]?.text ?? ""),
			),
		)
	);
}
