/** `env_file`: which files give a container variables. */

import { resolve } from "../../../text/path.ts";
import type { Place } from "../../../text/place.ts";
import type { YamlNode } from "../yaml.ts";
import { findValue, isNull } from "../yaml-find.ts";
import { isTrue, type Reading, scalarAt } from "./reading.ts";

export interface EnvFile {
	/** Absolute. */
	readonly path: string;
	readonly required: boolean;
	/** `raw`: nothing is interpolated. */
	readonly format: string | undefined;
	readonly at: Place;
	/** Variables that decide the path. */
	readonly open: readonly string[];
}

/** In the order in which they are read: a later one wins. */
export function readEnvFiles(
	reading: Reading,
	node: YamlNode | undefined,
): readonly EnvFile[] {
	if (node === undefined || isNull(node)) return [];
	const items = node.kind === "sequence" ? node.items : [node];
	const files = new Map<string, EnvFile>();
	for (const item of items) {
		const path = item.kind === "scalar" ? item : scalarAt(item, "path");
		if (path === undefined || isNull(path)) continue;
		const absolute = resolve(reading.base(path.at.path), path.text);
		files.set(absolute, {
			path: absolute,
			required:
				item.kind === "scalar" ||
				findValue(item, "required") === undefined ||
				isTrue(scalarAt(item, "required")),
			format: scalarAt(item, "format")?.text,
			at: path.at,
			open: path.open ?? [],
		});
	}
	return [...files.values()];
}
