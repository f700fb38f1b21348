/** Which projects load which nginx files: what one of them loads is no stray of another. */

import { createPathIndex } from "./path-index.ts";

export interface Claims<Owner> {
	isClaimedByOther(owner: Owner, path: string): boolean;
	/** From now on the owner wants to know of these whether another one loads them. */
	wonder(owner: Owner, paths: ReadonlySet<string>): void;
	/** From now on the owner loads these. Returns the others that wondered about one of those that changed. */
	claim(owner: Owner, paths: ReadonlySet<string>): readonly Owner[];
}

export function createClaims<Owner>(): Claims<Owner> {
	const claiming = createPathIndex<Owner>();
	const wondering = createPathIndex<Owner>();
	return {
		isClaimedByOther(owner, path) {
			const owners = claiming.of(path);
			return owners.size > (owners.has(owner) ? 1 : 0);
		},
		wonder: (owner, paths) => wondering.set(owner, paths),
		claim(owner, now) {
			const before = claiming.pathsOf(owner);
			claiming.set(owner, now);
			const moved = [
				...[...now].filter((path) => !before.has(path)),
				...[...before].filter((path) => !now.has(path)),
			];
			return moved
				.flatMap((path) => [...wondering.of(path)])
				.filter((other) => other !== owner);
		},
	};
}
