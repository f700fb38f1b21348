/**
 * Whether Socket.IO goes without long polling in this workspace: then no session needs to stay
 * at one process. Looked for in the sources of the packages that use it, near their roots.
 */

import type { PackageFacts } from "../languages/npm/read.ts";
import { dirname } from "../text/path.ts";
import type { Lookup } from "./snapshot.ts";

/** `transports: ['websocket']`, on the server or in a client. */
const only = /\btransports\s*:\s*\[\s*["'`]websocket["'`]\s*\]/;

export function isWebSocketOnly(
	packages: readonly PackageFacts[],
	look: Lookup,
): boolean {
	const folders = new Set(
		packages
			.filter(({ dependencies }) =>
				[...dependencies.keys()].some((name) => /socket\.?io/.test(name)),
			)
			.map(({ path }) => dirname(path)),
	);
	return [...folders].some((folder) =>
		sources(folder, look).some((path) =>
			only.test(look.file(path)?.text ?? ""),
		),
	);
}

/** Enough for a gateway and its client; a large program is not searched. */
const mostFiles = 60;

const below = /^(src|app|lib|server|client|public|socket|sockets|gateway|ws)$/;

function sources(folder: string, look: Lookup): readonly string[] {
	const entries = look.directory(folder) ?? [];
	const inside = entries
		.filter(({ kind, name }) => kind === "directory" && below.test(name))
		.flatMap(({ name }) => files(`${folder}/${name}`, look));
	return [...files(folder, look), ...inside].slice(0, mostFiles);
}

function files(folder: string, look: Lookup): readonly string[] {
	return (look.directory(folder) ?? [])
		.filter(
			({ kind, name }) =>
				kind === "file" && /\.([cm]?[jt]s|[jt]sx|vue|html)$/.test(name),
		)
		.map(({ name }) => `${folder}/${name}`);
}
