/** What a file may be, by its name alone. What it is gets settled by who loads it. */

import { basename, dirname } from "../text/path.ts";

export type NamedRole = "compose" | "pm2" | "nginx";

const composeName =
	/^(docker-)?compose([.-].*)?\.ya?ml$|docker-?compose.*\.ya?ml$/i;
const defaultComposeName = /^(docker-)?compose\.ya?ml$/;
const pm2Name =
	/^(ecosystem|pm2|process)([.-].*)?\.(js|cjs|mjs|ts|json|json5|ya?ml)$|\.pm2\.(json|ya?ml)$/i;
const nginxName = /^nginx.*\.conf|\.nginx$|\.conf$|\.conf\.template$|\.vhost$/i;
const nginxFolder = /^(sites-(available|enabled)|conf\.d)$/;

export function roleByName(path: string): NamedRole | undefined {
	const name = basename(path);
	if (composeName.test(name)) return "compose";
	if (pm2Name.test(name)) return "pm2";
	if (nginxName.test(name)) return "nginx";
	// sites-enabled/example.com: the folder says what the name does not.
	if (nginxFolder.test(basename(dirname(path)))) return "nginx";
	return undefined;
}

/** Worth a scan's attention. */
export function isCandidate(path: string): boolean {
	return roleByName(path) !== undefined;
}

/** One of the names that compose loads when it is given none (compose-go, cli/options.go, DefaultFileNames). */
export function isDefaultComposeName(path: string): boolean {
	return defaultComposeName.test(basename(path));
}

/** `compose.override.yml` and its kin: loaded with the default file, not by themselves. */
export function isComposeOverrideName(path: string): boolean {
	return /^(docker-)?compose\.override\.ya?ml$/.test(basename(path));
}
