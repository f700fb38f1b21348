/** Paths in the files that lead to another file of the project. */

import { resolve } from "../text/path.ts";
import type { Place } from "../text/place.ts";
import type { Project } from "../topology/model.ts";

export interface FileLink {
	readonly at: Place;
	/** Absolute path of a file that the project reads. */
	readonly target: string;
}

export function links(project: Project, path: string): readonly FileLink[] {
	const known = new Set(project.files.map((file) => file.path));
	const all = [...inCompose(project), ...inNginx(project)];
	const found = new Map<number, FileLink>();
	for (const link of all) {
		if (link.at.path === path && link.target !== path && known.has(link.target))
			found.set(link.at.start, link);
	}
	return [...found.values()];
}

/** Mounts, configs and secrets, build contexts and Dockerfiles. */
function inCompose({ compose }: Project): readonly FileLink[] {
	return [...(compose?.services.values() ?? [])].flatMap(
		({ mounts, build }) => [
			...mounts.flatMap((mount) =>
				"source" in mount && mount.source !== undefined
					? [{ at: mount.at, target: mount.source }]
					: [],
			),
			...(build?.dockerfile
				? [{ at: build.dockerfile.at, target: build.dockerfile.value }]
				: []),
			...(build?.context
				? [
						{
							at: build.context.at,
							target: resolve(build.context.value, "Dockerfile"),
						},
					]
				: []),
		],
	);
}

/** Includes and certificates, by where they come from into the container. */
function inNginx({ nginxes }: Project): readonly FileLink[] {
	return nginxes.flatMap(({ paths }) =>
		paths.flatMap(({ word, source }) =>
			source === undefined ? [] : [{ at: word.at, target: source }],
		),
	);
}
