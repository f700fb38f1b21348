/** Compose projects from texts, and what their containers see. */

import assert from "node:assert/strict";
import type { Service } from "../../../server/src/languages/compose/facts.ts";
import { dirname } from "../../../server/src/text/path.ts";
import { loadCompose } from "../../../server/src/topology/compose/load.ts";
import { serviceBuild } from "../../../server/src/topology/container/build.ts";
import {
	type ContainerFileSystem,
	containerFileSystem,
	type ServiceBuild,
} from "../../../server/src/topology/container/file-system.ts";
import type { Origin } from "../../../server/src/topology/container/origin.ts";
import {
	type DirectoryEntry,
	type Lookup,
	lookup,
	type Snapshot,
} from "../../../server/src/topology/snapshot.ts";

export const home = "/srv/app";

export interface Container {
	readonly service: Service;
	readonly build: ServiceBuild | undefined;
	readonly files: ContainerFileSystem;
	readonly look: Lookup;
	/** The origin in short: `nginx.conf`, `image`, `unknown: the volume x …`. */
	where(path: string): string;
	/** The names in a folder, sorted; `…` where there may be more. */
	names(directory: string): readonly string[];
}

/** `files`: path below /srv/app, or absolute → text; compose.yml is the project. */
export function container(
	files: Readonly<Record<string, string>>,
	name = "web",
): Container {
	return containerIn(snapshotOver(files), home, name);
}

/** A service with these lines (indented by four) and nothing else. */
export function service(
	lines: string,
	files: Readonly<Record<string, string>> = {},
): Container {
	const body = lines
		.trim()
		.split("\n")
		.map((line) => `    ${line}`)
		.join("\n");
	return container({
		"compose.yml": `services:\n  web:\n${body}\n`,
		...files,
	});
}

/** A service that is built from this Dockerfile, in /srv/app. */
export function built(
	dockerfile: string,
	files: Readonly<Record<string, string>> = {},
): Container {
	return service("build: .", { Dockerfile: dockerfile, ...files });
}

export function containerIn(
	snapshot: Snapshot,
	directory: string,
	name: string,
): Container {
	const look = lookup(snapshot);
	const found = loadCompose({ directory }, look).services.get(name);
	assert.ok(found, `no service ${name}`);
	const build = serviceBuild(found, look);
	const files = containerFileSystem(found, build, look);
	return {
		service: found,
		build,
		files,
		look,
		where: (path) => inShort(files.origin(path), directory),
		names(path) {
			const { entries, unknown } = files.list(path);
			const names = entries.map((entry) => entry.name).sort();
			return unknown === undefined ? names : [...names, "…"];
		},
	};
}

export function snapshotOver(
	files: Readonly<Record<string, string>>,
): Snapshot {
	const sources = new Map(
		Object.entries(files).map(([name, text]) => {
			const path = name.startsWith("/") ? name : `${home}/${name}`;
			return [path, { path, text }];
		}),
	);
	const folders = new Map<string, Map<string, DirectoryEntry>>();
	const add = (path: string, kind: DirectoryEntry["kind"]) => {
		if (path === "/") return;
		const parent = dirname(path);
		const entries = folders.get(parent) ?? new Map();
		const name = path.slice(path.lastIndexOf("/") + 1);
		folders.set(parent, entries.set(name, { name, kind }));
		add(parent, "directory");
	};
	for (const path of sources.keys()) add(path, "file");
	return {
		file: (path) => sources.get(path) ?? null,
		directory: (path) => {
			const entries = folders.get(path);
			return entries ? [...entries.values()] : null;
		},
	};
}

function inShort(origin: Origin, directory: string): string {
	const short = (path: string) =>
		path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path;
	switch (origin.kind) {
		case "workspace":
			return short(origin.path);
		case "inline":
			return `inline: ${origin.content.value}`;
		case "rendered":
			return `rendered: ${short(origin.template)}`;
		case "unknown":
			return `unknown: ${origin.reason}`;
		default:
			return origin.kind;
	}
}
