/** Paths in nginx's container that its mounts bring: the mounts themselves, and files of the project below them. */

import type { Mount } from "../../languages/compose/facts.ts";
import { basename, isWithin, relative, resolve } from "../../text/path.ts";
import type { Nginx, Project } from "../../topology/model.ts";

export function containerPaths(
	{ site, facts }: Nginx,
	project: Project,
): readonly string[] {
	if (site.kind !== "container" && site.kind !== "host-network") return [];
	const known = project.files.map(({ path }) => path);
	const named = facts.directives.length > 0 ? certificates(facts.http) : [];
	const mounted = site.service.mounts.flatMap((mount) => pathsOf(mount, known));
	return [...new Set([...mounted, ...named])].sort();
}

function pathsOf(mount: Mount, known: readonly string[]): readonly string[] {
	if (mount.kind !== "bind") return isFile(mount.target) ? [mount.target] : [];
	const below = known
		.filter((path) => isWithin(mount.source, path) && path !== mount.source)
		.map((path) => resolve(mount.target, relative(mount.source, path)));
	const configured = below.some((path) => path.endsWith(".conf"));
	return [
		...(isFile(mount.target) ? [mount.target] : []),
		...below,
		...(configured ? [`${mount.target}/*.conf`] : []),
	];
}

/** By its name: `conf.d` and the like are folders. */
function isFile(path: string): boolean {
	return /\.(?!d$)\w+$/.test(basename(path));
}

/** What other servers name already. */
function certificates(directives: Nginx["facts"]["http"]): readonly string[] {
	return directives.flatMap(({ name, args, block }) => [
		...(name.text.startsWith("ssl_certificate") && args[0]
			? [args[0].text]
			: []),
		...(block?.kind === "directives" ? certificates(block.directives) : []),
	]);
}
