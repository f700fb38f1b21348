/** Who has to do with a path: found without asking everybody, however many there are. */

export interface PathIndex<Owner> {
	/** From now on these paths, and no others, concern the owner. */
	set(owner: Owner, paths: ReadonlySet<string>): void;
	of(path: string): ReadonlySet<Owner>;
	pathsOf(owner: Owner): ReadonlySet<string>;
	/** How many paths concern somebody. */
	size(): number;
}

export function createPathIndex<Owner>(): PathIndex<Owner> {
	const owners = new Map<string, Set<Owner>>();
	const paths = new Map<Owner, ReadonlySet<string>>();
	const nobody: ReadonlySet<Owner> = new Set();
	const nothing: ReadonlySet<string> = new Set();
	return {
		set(owner, now) {
			const before = paths.get(owner) ?? nothing;
			for (const path of before) {
				if (now.has(path)) continue;
				const those = owners.get(path);
				those?.delete(owner);
				if (those?.size === 0) owners.delete(path);
			}
			for (const path of now) {
				if (before.has(path)) continue;
				const those = owners.get(path);
				if (those) those.add(owner);
				else owners.set(path, new Set([owner]));
			}
			if (now.size > 0) paths.set(owner, now);
			else paths.delete(owner);
		},
		of: (path) => owners.get(path) ?? nobody,
		pathsOf: (owner) => paths.get(owner) ?? nothing,
		size: () => owners.size,
	};
}
