/** What compose mounts over a container's files: the mount with the longest target decides, and hides what lies below it. */

import type { Mount, Service } from "../../languages/compose/facts.ts";
import { dirname, isWithin, resolve } from "../../text/path.ts";
import type { Lookup } from "../snapshot.ts";
import { notRead } from "./not-read.ts";
import {
	absent,
	entryTowards,
	type Layer,
	type Listing,
	mergeListings,
	moved,
	nothing,
	type Origin,
	unknown,
} from "./origin.ts";
import { presence } from "./presence.ts";

export function mountLayer(
	service: Service,
	below: Layer,
	look: Lookup,
): Layer {
	const { mounts } = service;
	if (mounts.length === 0) return below;
	return {
		origin(path) {
			const mount = mountAt(mounts, path);
			if (mount) return originIn(mount, path, service, look);
			const origin = below.origin(path);
			const leadsThere = mounts.some(
				({ target }) => target !== path && isWithin(path, target),
			);
			// Docker makes the directories that lead to a mount.
			return leadsThere && origin.kind === "absent"
				? { kind: "directory" }
				: origin;
		},
		list(directory) {
			const mount = mountAt(mounts, directory);
			const own = mount
				? listIn(mount, directory, service, look)
				: below.list(directory);
			const entries = mounts.flatMap(
				(nested) =>
					entryTowards(directory, nested.target, kindOf(nested, look)) ?? [],
			);
			return mergeListings(own, { entries, unknown: undefined });
		},
	};
}

/** The mount that decides about `path`: the longest target, of equal ones the last. */
export function mountAt(
	mounts: readonly Mount[],
	path: string,
): Mount | undefined {
	let found: Mount | undefined;
	for (const mount of mounts)
		if (
			isWithin(mount.target, path) &&
			mount.target.length >= (found?.target.length ?? 0)
		)
			found = mount;
	return found;
}

function originIn(
	mount: Mount,
	path: string,
	service: Service,
	look: Lookup,
): Origin {
	const by = { kind: "mount", mount } as const;
	if (mount.kind === "config" || mount.kind === "secret") {
		if (path !== mount.target) return absent;
		if (mount.content) return { kind: "inline", content: mount.content, by };
	}
	const source = sourceOf(mount, path);
	if (source === undefined) return unknown(whatFills(mount));
	if (isElsewhere(mount, service, look)) return unknown(outside);
	const found = presence(source, look);
	if (found.kind === "unknown") return found;
	const open = mount.kind === "bind" ? mount.open : [];
	if (found.kind === "absent")
		return open.length > 0
			? unknown(`its source depends on ${open.join(", ")}`)
			: absent;
	return { kind: "workspace", path: source, type: found.kind, by };
}

function listIn(
	mount: Mount,
	directory: string,
	service: Service,
	look: Lookup,
): Listing {
	const origin = originIn(mount, directory, service, look);
	if (origin.kind === "unknown") return { entries: [], unknown: origin.reason };
	if (origin.kind !== "workspace" || origin.type !== "directory")
		return nothing;
	const entries = look.directory(origin.path);
	if (entries) return { entries, unknown: undefined };
	const pending = look.missing.directories.has(origin.path);
	return {
		entries: [],
		unknown: pending ? notRead : "the folder can't be read",
	};
}

function sourceOf(mount: Mount, path: string): string | undefined {
	if (!("source" in mount) || mount.source === undefined) return undefined;
	return moved(path, mount.target, mount.source);
}

function whatFills(mount: Mount): string {
	switch (mount.kind) {
		case "config":
		case "secret":
			return `the ${mount.kind} ${mount.name} comes from outside of the workspace`;
		case "bind":
			return outside;
		case "tmpfs":
			return "a tmpfs is filled at run time";
		default:
			return mount.name === undefined
				? "an anonymous volume is filled at run time"
				: `the volume ${mount.name} is filled at run time`;
	}
}

const outside = "it lies outside of the workspace";

/**
 * A source that is written as an absolute path means the machine that runs compose: what lies
 * at that path on the machine of the editor says nothing, except within the project's own folder.
 */
export function isElsewhere(
	mount: Mount,
	service: Service,
	look: Lookup,
): boolean {
	if (!("source" in mount) || mount.source === undefined) return false;
	const { source, at } = mount;
	const project = dirname(service.at.path);
	if (source.startsWith("~")) return true;
	if (isWithin(project, source)) return false;
	// A config's or secret's file is written elsewhere than its mount.
	if (mount.kind !== "bind") return !isWithin(dirname(project), source);
	const written = look.file(at.path)?.text.slice(at.start, at.end) ?? "";
	return /^["']?(\/|[A-Za-z]:[\\/])|\bsource:\s*["']?(\/|[A-Za-z]:[\\/])/.test(
		written.trim(),
	);
}

function kindOf(mount: Mount, look: Lookup): "file" | "directory" {
	if (mount.kind === "config" || mount.kind === "secret") return "file";
	if (mount.kind !== "bind") return "directory";
	const found = presence(resolve("/", mount.source), look);
	if (found.kind === "file" || found.kind === "directory") return found.kind;
	// What is missing Docker makes a directory; a name with an ending was meant as a file.
	return /\.[a-z0-9]+$/i.test(mount.target) ? "file" : "directory";
}
