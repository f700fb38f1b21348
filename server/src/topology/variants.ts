/** The compose files beside the default ones, and the ways in which somebody may load each. */

import type { Service } from "../languages/compose/facts.ts";
import { type LoadedCompose, loadCompose } from "./compose/load.ts";
import type { Project } from "./model.ts";
import type { Seed } from "./seed.ts";
import type { Lookup } from "./snapshot.ts";

export interface VariantLoading {
	readonly path: string;
	readonly readings: readonly LoadedCompose[];
}

/**
 * Each merged onto the default files; one that redefines services and is complete by itself may
 * as well be loaded alone, and no file says which. None of those that compose loads anyway
 * (COMPOSE_FILE, include).
 */
export function variantLoadings(
	{ directory, variants }: Seed,
	base: LoadedCompose | undefined,
	look: Lookup,
): readonly VariantLoading[] {
	if (!base) return [];
	const loaded = new Set(base.files.map(({ path }) => path));
	return variants
		.filter((path) => !loaded.has(path))
		.map((path) => {
			const merged = loadCompose({ directory, and: [path] }, look);
			const alone = loadCompose({ files: [path] }, look);
			return {
				path,
				readings: isWholeStack(alone, base) ? [merged, alone] : [merged],
			};
		});
}

/** The project as each command would load it, the default first. */
export function loadings(project: Project): readonly Project[] {
	return [project, ...project.variants.flatMap(({ readings }) => readings)];
}

/** The loadings that read the file. */
export function loadingsOf(project: Project, path: string): readonly Project[] {
	return loadings(project).filter(({ files }) =>
		files.some((file) => file.path === path),
	);
}

function isWholeStack(alone: LoadedCompose, base: LoadedCompose): boolean {
	const services = [...alone.services.values()];
	return (
		services.every(startsByItself) &&
		services.some(({ name }) => {
			const other = base.services.get(name);
			return other && startsByItself(other);
		})
	);
}

function startsByItself({ image, build }: Service): boolean {
	return image !== undefined || build !== undefined;
}
