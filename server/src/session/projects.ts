/**
 * The projects of the workspace, each built from what is known at the moment: at once where
 * nothing must be read, else again when it was read. What is held is never older than what
 * was held before, for a build takes no time in which something could change.
 */

import type { Trial } from "../features/trial.ts";
import { check } from "../rules/check.ts";
import type { RuledFinding } from "../rules/rule.ts";
import { claims as claimsOf } from "../topology/build.ts";
import type { Project, ProjectFile } from "../topology/model.ts";
import type { Seed } from "../topology/seed.ts";
import type { Settings } from "../topology/settings.ts";
import type { Lookup, Snapshot } from "../topology/snapshot.ts";
import { loadings } from "../topology/variants.ts";
import { createClaims } from "./claims.ts";
import { createPathIndex } from "./path-index.ts";
import { tracedBuild } from "./traced-build.ts";

export interface CheckedProject {
	readonly project: Project;
	/** Path → file; also those that only a variant loads. */
	readonly files: ReadonlyMap<string, ProjectFile>;
	readonly findings: readonly RuledFinding[];
	/** What it was built from, to try edits out. */
	readonly trial: Trial;
}

export interface ProjectsOptions {
	readonly snapshot: Snapshot;
	readonly load: (
		files: Iterable<string>,
		directories: Iterable<string>,
	) => Promise<void>;
	readonly settings: (directory: string, look: Lookup) => Settings;
	/** The files whose findings may be others now; all that changed at one time, together. */
	readonly onChecked: (paths: ReadonlySet<string>) => void;
	/** Something failed that can't fail; the rest goes on. */
	readonly onCrash: (what: string, error: unknown) => void;
}

export interface Projects {
	/** What discovery found; projects that are new or grow from other files are built, `all` if they must be. */
	grow(seeds: readonly Seed[], all?: "all"): void;
	/** Builds those that asked for one of the paths, as file or folder. Before it returns, if nothing must be read. */
	rebuild(paths: Iterable<string>): void;
	/** When all of them are built, and nothing is being read for any. */
	settled(): Promise<void>;
	/** When nothing is being read for those that asked for the path. */
	settledFor(path: string): Promise<void>;
	all(): readonly CheckedProject[];
	/** The projects that read the file. */
	of(path: string): readonly CheckedProject[];
	/** Whether some project asked for it. */
	isAsked(path: string): boolean;
	/** Files that are read, and addresses that nginx sends to, over all projects. */
	counts(): { readonly files: number; readonly routes: number };
}

type Missing = Lookup["missing"];

interface Held {
	seed: Seed;
	checked: CheckedProject | undefined;
	/** Reading that goes on for it; a newer one takes its place. */
	reading: Promise<void> | undefined;
	/** How often it was built in a row because something had to be read. */
	rounds: number;
}

/** As many projects are begun together; then whatever else waits has its turn. */
const mostAtOnce = 32;

/** Includes may ask for more and more files; no real project needs as many rounds. */
const mostRounds = 25;

export function createProjects(options: ProjectsOptions): Projects {
	const { snapshot, load, settings, onChecked, onCrash } = options;
	const held = new Map<string, Held>();
	/** Who asked for a path, whether it is there or not. */
	const asking = createPathIndex<Held>();
	const reading = createPathIndex<Held>();
	const claims = createClaims<Held>();
	const busy = new Set<Held>();
	/** Those that wait for their first build. */
	let backlog: Held[] = [];
	let draining: Promise<void> | undefined;
	let routes = 0;

	const conclude = (each: Held, project: Project): void => {
		const files = new Map(
			loadings(project).flatMap(({ files }) =>
				files.map((file) => [file.path, file] as const),
			),
		);
		reading.set(each, new Set(files.keys()));
		each.rounds = 0;
		wait(each, undefined);
		routes += routesOf(project) - routesOf(each.checked?.project);
		each.checked = {
			project,
			files,
			findings: check(project, (rule, error) => onCrash(`rule ${rule}`, error)),
			trial: {
				seed: each.seed,
				settings: project.settings,
				isClaimed: (path) => claims.isClaimedByOther(each, path),
			},
		};
	};

	const wait = (each: Held, read: Promise<void> | undefined): void => {
		each.reading = read;
		if (read) busy.add(each);
		else busy.delete(each);
	};

	const readFor = (each: Held, { files, directories }: Missing): void => {
		each.rounds++;
		const read = load(files, directories).then(() => {
			if (each.reading === read) advance([each]);
		});
		wait(each, read);
	};

	const step = (each: Held, changed: Set<string>, queue: Set<Held>): void => {
		const { project, missing, asked, wondered } = tracedBuild(
			each.seed,
			snapshot,
			settings,
			(path) => claims.isClaimedByOther(each, path),
		);
		asking.set(each, asked);
		claims.wonder(each, wondered);
		if (missing && each.rounds < mostRounds) {
			readFor(each, missing);
			return;
		}
		for (const path of each.checked?.files.keys() ?? []) changed.add(path);
		conclude(each, project);
		for (const path of each.checked?.files.keys() ?? []) changed.add(path);
		for (const other of claims.claim(each, claimsOf(project))) queue.add(other);
	};

	const advance = (
		first: Iterable<Held>,
		also: Iterable<string> = [],
	): void => {
		const changed = new Set(also);
		const queue = new Set(first);
		for (const each of queue) {
			queue.delete(each);
			if (held.get(each.seed.id) !== each) continue;
			try {
				step(each, changed, queue);
			} catch (error) {
				wait(each, undefined);
				onCrash(`project ${each.seed.id}`, error);
			}
		}
		if (changed.size > 0) onChecked(changed);
	};

	const idle = async (): Promise<void> => {
		while (busy.size > 0)
			await Promise.all([...busy].map((each) => each.reading));
	};

	/** A workspace of a thousand projects must not keep the one that is typed in waiting. */
	const drain = async (): Promise<void> => {
		while (backlog.length > 0) {
			await idle();
			await new Promise(setImmediate);
			const next = backlog.slice(0, mostAtOnce);
			backlog = backlog.slice(mostAtOnce);
			advance(next);
		}
		draining = undefined;
	};

	const drop = (each: Held): readonly Held[] => {
		held.delete(each.seed.id);
		wait(each, undefined);
		routes -= routesOf(each.checked?.project);
		asking.set(each, new Set());
		reading.set(each, new Set());
		claims.wonder(each, new Set());
		return claims.claim(each, new Set());
	};

	return {
		grow(seeds, all) {
			const now = new Set(seeds.map(({ id }) => id));
			const left = new Set<string>();
			const concerned: Held[] = [];
			for (const each of [...held.values()]) {
				if (now.has(each.seed.id)) continue;
				for (const path of each.checked?.files.keys() ?? []) left.add(path);
				concerned.push(...drop(each));
			}
			for (const seed of seeds) {
				const before = held.get(seed.id);
				if (before && !all && isSame(seed, before.seed)) continue;
				const each = before ?? fresh(seed);
				each.seed = seed;
				each.rounds = 0;
				held.set(seed.id, each);
				concerned.push(each);
			}
			backlog.push(...concerned.slice(mostAtOnce));
			advance(concerned.slice(0, mostAtOnce), left);
			if (backlog.length > 0) draining ??= drain();
		},
		rebuild(paths) {
			const concerned = [...paths].flatMap((path) => [...asking.of(path)]);
			for (const each of concerned) each.rounds = 0;
			advance(concerned);
		},
		async settled() {
			while (busy.size > 0 || draining) {
				await idle();
				await draining;
			}
		},
		async settledFor(path) {
			const reads = () =>
				[...asking.of(path)].flatMap((each) => each.reading ?? []);
			while (reads().length > 0) await Promise.all(reads());
		},
		all: () => [...held.values()].flatMap(({ checked }) => checked ?? []),
		of: (path) => [...reading.of(path)].flatMap(({ checked }) => checked ?? []),
		isAsked: (path) => asking.of(path).size > 0,
		counts: () => ({ files: reading.size(), routes }),
	};
}

function fresh(seed: Seed): Held {
	return {
		seed,
		checked: undefined,
		reading: undefined,
		rounds: 0,
	};
}

function routesOf(project: Project | undefined): number {
	return (project?.nginxes ?? []).reduce(
		(sum, { routes }) => sum + routes.length,
		0,
	);
}

function isSame(a: Seed, b: Seed): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
