/** Which files PM2 reads as configuration, by their path alone (Common.js:242-268). */

import { basename } from "../../text/path.ts";

export type ConfigKind = "json" | "yaml" | "js" | "mjs";

/** In PM2's order: the first one that the path contains anywhere decides. */
const endings: readonly (readonly [string, ConfigKind])[] = [
	[".json", "json"],
	[".yml", "yaml"],
	[".yaml", "yaml"],
	[".config.js", "js"],
	[".config.cjs", "js"],
	[".config.mjs", "mjs"],
];

/** How PM2 reads the file; undefined: it starts it as a program. Folders do not count here: PM2 is called with a relative path. */
export function configKind(path: string): ConfigKind | undefined {
	const name = basename(path);
	return endings.find(([ending]) => name.includes(ending))?.[1];
}

export function isConfigName(path: string): boolean {
	return configKind(path) !== undefined;
}

/** Names that people believe to be read: `ecosystem.js`, `ecosystem.config.ts`, `pm2.cjs`. */
export function isBelievedConfigName(path: string): boolean {
	return (
		!isConfigName(path) &&
		/^(ecosystem|pm2|process)(\.config)?\.[cm]?[jt]s$/.test(basename(path))
	);
}
