/** What compose takes from the workspace for a service, and the workspace does not have. */

import type { Service } from "../../languages/compose/facts.ts";
import { nearestWord } from "../../text/nearest-word.ts";
import {
	basename,
	dirname,
	isWithin,
	relative,
	resolve,
} from "../../text/path.ts";
import type { Place } from "../../text/place.ts";
import type { BindMount } from "../mount-of.ts";
import type { Lookup } from "../snapshot.ts";
import { isElsewhere } from "./mounts.ts";
import { presence } from "./presence.ts";

export interface Missing {
	readonly kind: "mount" | "context" | "dockerfile";
	/** The path in the workspace that is not there. */
	readonly path: string;
	/** Where it is named. */
	readonly at: Place;
	/** What is there, and may be meant. */
	readonly near: string | undefined;
	readonly mount: BindMount | undefined;
	/** A folder beside it that holds an index.html or index.php. */
	readonly index: string | undefined;
}

/** Silent about what git leaves out, lies elsewhere, or depends on a variable. */
export function missingOf(service: Service, look: Lookup): readonly Missing[] {
	return [...missingMounts(service, look), ...missingBuild(service, look)];
}

function missingMounts(service: Service, look: Lookup): readonly Missing[] {
	const project = dirname(service.at.path);
	return service.mounts.flatMap((mount): readonly Missing[] => {
		if (
			mount.kind !== "bind" ||
			mount.open.length > 0 ||
			isElsewhere(mount, service, look) ||
			presence(mount.source, look).kind !== "absent"
		)
			return [];
		return [
			{
				kind: "mount",
				path: mount.source,
				at: mount.at,
				near: nearestPath(mount.source, project, look),
				mount,
				index: indexBeside(mount.source, look),
			},
		];
	});
}

function missingBuild(
	{ build, at }: Service,
	look: Lookup,
): readonly Missing[] {
	if (!build?.context || build.context.open.length > 0) return [];
	const { context, dockerfile } = build;
	const project = dirname(at.path);
	const missing = (
		kind: Missing["kind"],
		path: string,
		place: Place,
	): Missing => ({
		kind,
		path,
		at: place,
		near: nearestPath(path, project, look),
		mount: undefined,
		index: undefined,
	});
	if (presence(context.value, look).kind === "absent")
		return [missing("context", context.value, context.at)];
	if (
		!dockerfile ||
		dockerfile.open.length > 0 ||
		presence(dockerfile.value, look).kind !== "absent"
	)
		return [];
	return [missing("dockerfile", dockerfile.value, dockerfile.at)];
}

function indexBeside(path: string, look: Lookup): string | undefined {
	const folder = dirname(path);
	return (look.directory(folder) ?? [])
		.filter(({ kind }) => kind === "directory")
		.map(({ name }) => `${folder}/${name}`)
		.find((sibling) =>
			look
				.directory(sibling)
				?.some(({ name }) => /^index\.(html?|php)$/.test(name)),
		);
}

/** Nearly the name in the same folder, else the same path seen from the folder above the compose file's. */
function nearestPath(
	path: string,
	project: string,
	look: Lookup,
): string | undefined {
	const folder = dirname(path);
	const names = (look.directory(folder) ?? []).map(({ name }) => name);
	const near = nearestWord(basename(path), names);
	if (near !== undefined) return `${folder}/${near}`;
	const above = resolve(dirname(project), relative(project, path));
	const found = isWithin(project, path) ? presence(above, look).kind : "absent";
	return found === "file" || found === "directory" ? above : undefined;
}
