/**
 * The open workspace: which projects it holds, and what is found in each. The only mutable
 * state; editor and command line drive the same one.
 */

import type { Trial } from "../features/trial.ts";
import { check, type RuledFinding } from "../rules/check.ts";
import { isWithin } from "../text/path.ts";
import { build, claims } from "../topology/build.ts";
import { discover } from "../topology/discover.ts";
import type { Project } from "../topology/model.ts";
import { isCandidate } from "../topology/roles.ts";
import type { Seed } from "../topology/seed.ts";
import type { Settings } from "../topology/settings.ts";
import { settingsFor } from "../topology/settings-for.ts";
import { type Lookup, lookup, type SourceFile } from "../topology/snapshot.ts";
import { isBroken } from "../topology/sound.ts";
import type { FileSystem } from "./file-system.ts";
import { excluder, scan } from "./scan.ts";
import { createSources, type Sources } from "./sources.ts";

export interface CheckedProject {
	readonly project: Project;
	readonly findings: readonly RuledFinding[];
	/** Files that it read before and reads no more. */
	readonly left: readonly string[];
	/** What it was built from, to try edits out. */
	readonly trial: Trial;
}

export interface WorkspaceOptions {
	readonly files: FileSystem;
	/** What the editor says for a folder; edgewise.json wins over it. */
	readonly editorSettings: (directory: string) => Partial<Settings>;
	/** What the command line says; wins over all. */
	readonly overrides: Partial<Settings>;
	/** Called when projects were checked anew, with all that were, together; with none when projects went. */
	readonly onChecked: (changed: readonly CheckedProject[]) => void;
	readonly onCrash: (rule: string, error: unknown) => void;
}

export interface Workspace {
	readonly sources: Sources;
	/** Looks for projects in the folders and checks all of them. */
	open(roots: readonly string[]): Promise<void>;
	/** The text of an open document changed; its projects are checked before this returns, if no file must be read for it. */
	changed(path: string, text: string): Promise<void>;
	closed(path: string): Promise<void>;
	/** Files changed, came or went on the disk. */
	touched(paths: readonly string[]): Promise<void>;
	/** Settings changed: all is checked anew. */
	recheck(): Promise<void>;
	projects(): readonly CheckedProject[];
	/** The projects that read the file. */
	projectsOf(path: string): readonly CheckedProject[];
}

interface Held {
	readonly seed: Seed;
	/** Every path that it asked for: a change of any of them concerns it. */
	asked: ReadonlySet<string>;
	checked: CheckedProject | undefined;
	/** The nginx files that its services load. */
	claims: ReadonlySet<string>;
	/** Counts up with each build: a result that was overtaken is thrown away. */
	generation: number;
}

/** Includes may ask for more and more files; no real project needs as many rounds. */
const mostRounds = 25;

export function createWorkspace(options: WorkspaceOptions): Workspace {
	const { files, editorSettings, overrides, onChecked, onCrash } = options;
	const held = new Map<string, Held>();
	/** How many projects load an nginx file. */
	const claimants = new Map<string, number>();
	let roots: readonly string[] = [];
	let candidates = new Set<string>();

	const roleOf = (path: string) => {
		for (const { checked } of held.values()) {
			const file = checked?.project.files.find((each) => each.path === path);
			if (file) return file.role;
		}
		return undefined;
	};
	const sources = createSources(files, (file: SourceFile) => {
		const role = roleOf(file.path);
		return role !== undefined && isBroken(file, role);
	});

	/** One pass over what is known; what it asked for besides is in `look.missing`. */
	const pass = (each: Held): { project: Project; look: Lookup } => {
		const asked = new Set<string>();
		const look = lookup({
			file: (path) => {
				asked.add(path);
				return sources.file(path);
			},
			directory: (path) => {
				asked.add(path);
				return sources.directory(path);
			},
		});
		const settings = settingsFor(
			each.seed.directory,
			look,
			editorSettings(each.seed.directory),
			overrides,
		);
		const project = build(each.seed, look, settings, isClaimedByOther(each));
		each.asked = asked;
		return { project, look };
	};

	const isClaimedByOther =
		(mine: Held) =>
		(path: string): boolean =>
			(claimants.get(path) ?? 0) > (mine.claims.has(path) ? 1 : 0);

	const setClaims = (each: Held, now: ReadonlySet<string>): void => {
		for (const path of each.claims)
			claimants.set(path, (claimants.get(path) ?? 1) - 1);
		for (const path of now) claimants.set(path, (claimants.get(path) ?? 0) + 1);
		each.claims = now;
	};

	/** Without waiting where nothing must be read; undefined: a newer build overtook it. */
	const settle = (
		each: Held,
	): CheckedProject | Promise<CheckedProject | undefined> => {
		each.generation++;
		const { project, look } = pass(each);
		if (isComplete(look)) return conclude(each, project);
		return settleReading(each, each.generation, look);
	};

	const settleReading = async (
		each: Held,
		generation: number,
		first: Lookup,
	): Promise<CheckedProject | undefined> => {
		let look = first;
		for (let round = 0; round < mostRounds; round++) {
			await sources.load(look.missing.files, look.missing.directories);
			if (each.generation !== generation) return undefined;
			const next = pass(each);
			if (isComplete(next.look) || round === mostRounds - 1)
				return conclude(each, next.project);
			look = next.look;
		}
		return undefined;
	};

	const conclude = (each: Held, project: Project): CheckedProject => {
		setClaims(each, claims(project));
		const now = new Set(project.files.map(({ path }) => path));
		each.checked = {
			project,
			findings: check(project, onCrash),
			left: (each.checked?.project.files ?? []).flatMap(({ path }) =>
				now.has(path) ? [] : [path],
			),
			trial: {
				seed: each.seed,
				settings: project.settings,
				isClaimed: isClaimedByOther(each),
			},
		};
		return each.checked;
	};

	const rebuild = async (concerned: readonly Held[]): Promise<void> => {
		const claimsBefore = concerned.map((each) => each.claims);
		const results = concerned.map(settle);
		const settled = results.some((result) => result instanceof Promise)
			? await Promise.all(results)
			: (results as CheckedProject[]);
		const changed = settled.filter((result) => result !== undefined);
		if (changed.length > 0) onChecked(changed);
		// A project that loads other nginx files than before changes which are strays elsewhere.
		const moved = concerned.flatMap((each, i) =>
			symmetricDifference(claimsBefore[i] ?? new Set(), each.claims),
		);
		const others = [...held.values()].filter(
			(each) =>
				!concerned.includes(each) &&
				each.seed.nginx.some((path) => moved.includes(path)),
		);
		if (others.length > 0) await rebuild(others);
	};

	const rediscover = async (): Promise<void> => {
		const seeds = new Map(
			discover([...candidates]).map((seed) => [seed.id, seed]),
		);
		const gone = [...held].filter(([id]) => !seeds.has(id));
		for (const [id, each] of gone) {
			setClaims(each, new Set());
			held.delete(id);
		}
		const fresh: Held[] = [];
		for (const [id, seed] of seeds) {
			const before = held.get(id);
			if (before && JSON.stringify(before.seed) === JSON.stringify(seed))
				continue;
			const next: Held = {
				seed,
				asked: new Set(),
				claims: before?.claims ?? new Set(),
				checked: before?.checked,
				generation: (before?.generation ?? 0) + 1,
			};
			held.set(id, next);
			fresh.push(next);
		}
		if (gone.length > 0) onChecked([]);
		await rebuild(fresh);
	};

	const concernedBy = (paths: readonly string[]): Held[] =>
		[...held.values()].filter(({ asked }) =>
			paths.some((path) => asked.has(path)),
		);

	const isWanted = (path: string): boolean => {
		const root = roots.find((each) => isWithin(each, path));
		return (
			root !== undefined &&
			isCandidate(path) &&
			!excluder(root, excluded(root))(path)
		);
	};

	const excluded = (root: string): readonly string[] => {
		const look = lookup({ file: sources.file, directory: sources.directory });
		return settingsFor(root, look, editorSettings(root), overrides).exclude;
	};

	return {
		sources,
		async open(next) {
			roots = next;
			await sources.load(
				roots.map((root) => `${root}/edgewise.json`),
				[],
			);
			const found = await Promise.all(
				roots.map((root) => scan(root, files, excluded(root))),
			);
			candidates = new Set(found.flat());
			await rediscover();
		},
		async changed(path, text) {
			const isNew = !sources.file(path);
			sources.open(path, text);
			if (isNew && isWanted(path) && !candidates.has(path)) {
				candidates.add(path);
				await rediscover();
			}
			await rebuild(concernedBy([path]));
		},
		async closed(path) {
			sources.close(path);
			await rebuild(concernedBy([path]));
		},
		async touched(paths) {
			for (const path of paths) sources.forget(path);
			const before = candidates;
			const listed = await Promise.all(
				paths.filter(isWanted).map(async (path) => ({
					path,
					text: sources.isOpen(path) ? "" : await files.read(path),
				})),
			);
			const gone = new Set(
				listed.filter(({ text }) => text === null).map(({ path }) => path),
			);
			candidates = new Set(
				[...before, ...listed.map(({ path }) => path)].filter(
					(path) => !gone.has(path),
				),
			);
			const parents = paths.map(
				(path) => path.slice(0, path.lastIndexOf("/")) || "/",
			);
			const concerned = concernedBy([...paths, ...parents]);
			if (
				candidates.size !== before.size ||
				[...candidates].some((path) => !before.has(path))
			)
				await rediscover();
			await rebuild(
				concerned.filter((each) => held.get(each.seed.id) === each),
			);
		},
		async recheck() {
			await rebuild([...held.values()]);
		},
		projects: () => [...held.values()].flatMap(({ checked }) => checked ?? []),
		projectsOf: (path) =>
			[...held.values()].flatMap(({ checked }) =>
				checked?.project.files.some((file) => file.path === path)
					? [checked]
					: [],
			),
	};
}

function isComplete({ missing }: Lookup): boolean {
	return missing.files.size === 0 && missing.directories.size === 0;
}

function symmetricDifference(
	a: ReadonlySet<string>,
	b: ReadonlySet<string>,
): string[] {
	return [
		...[...a].filter((each) => !b.has(each)),
		...[...b].filter((each) => !a.has(each)),
	];
}
