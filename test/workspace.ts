/** A workspace in memory: texts in, projects and findings out, by the same core that editor and command line use. */

import { check } from "../server/src/rules/check.ts";
import { shared } from "../server/src/rules/judgements.ts";
import type { RuledFinding } from "../server/src/rules/rule.ts";
import { applyEdits, type Edit } from "../server/src/text/edit.ts";
import { dirname } from "../server/src/text/path.ts";
import { build, claims } from "../server/src/topology/build.ts";
import { discover } from "../server/src/topology/discover.ts";
import type { Project } from "../server/src/topology/model.ts";
import {
	defaultSettings,
	type Settings,
} from "../server/src/topology/settings.ts";
import { readSettings } from "../server/src/topology/settings-file.ts";
import {
	type DirectoryEntry,
	lookup,
	type Snapshot,
} from "../server/src/topology/snapshot.ts";
import { root } from "./fixture.ts";

export type Files = ReadonlyMap<string, string>;

export function snapshotOf(files: Files): Snapshot {
	const sources = new Map(
		[...files].map(([path, text]) => [path, { path, text }]),
	);
	const directories = new Map<string, DirectoryEntry[]>();
	const add = (path: string, kind: DirectoryEntry["kind"]) => {
		const parent = dirname(path);
		const entries = directories.get(parent) ?? [];
		const name = path.slice(parent === "/" ? 1 : parent.length + 1);
		if (!entries.some((entry) => entry.name === name))
			entries.push({ name, kind });
		directories.set(parent, entries);
		if (parent !== "/") add(parent, "directory");
	};
	for (const path of files.keys()) add(path, "file");
	return {
		file: (path) => sources.get(path) ?? null,
		directory: (path) => directories.get(path) ?? null,
	};
}

export function projectsOf(files: Files): readonly Project[] {
	const snapshot = snapshotOf(files);
	const seeds = discover([...files.keys()]);
	const settings = settingsOf(files);
	const first = seeds.map((seed) =>
		build(seed, lookup(snapshot), settings, () => false),
	);
	return seeds.map((seed, i) => {
		const others = first
			.filter((_, j) => j !== i)
			.flatMap((project) => [...claims(project)]);
		return build(seed, lookup(snapshot), settings, (path) =>
			others.includes(path),
		);
	});
}

/** What would be published: the union over all projects, each finding once. */
export function findingsOf(files: Files): readonly RuledFinding[] {
	const judgements = projectsOf(files).map((project) => ({
		project,
		findings: check(project, (rule, error) => {
			throw new Error(`${rule} threw`, { cause: error });
		}),
	}));
	const paths = judgements.flatMap(({ findings }) =>
		findings.map(({ at }) => at.path),
	);
	return [...new Set(paths)]
		.sort()
		.flatMap((path) => shared(judgements, path))
		.map(({ finding }) => finding)
		.sort((a, b) => (a.at.path === b.at.path ? a.at.start - b.at.start : 0));
}

export function editFiles(files: Files, edits: readonly Edit[]): Files {
	const changed = new Map(files);
	for (const path of new Set(edits.map((edit) => edit.path))) {
		const own = edits.filter((edit) => edit.path === path);
		changed.set(path, applyEdits(files.get(path) ?? "", own));
	}
	return changed;
}

function settingsOf(files: Files): Settings {
	const path = `${root}/edgewise.json`;
	const text = files.get(path);
	return text === undefined
		? defaultSettings
		: { ...defaultSettings, ...readSettings(path, text).settings };
}
