/** The lock files hold every platform's packages: without one of them `npm ci` refuses on all. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "./sources.ts";

interface Locked {
	readonly packages: Readonly<
		Record<
			string,
			{ readonly optionalDependencies?: Readonly<Record<string, string>> }
		>
	>;
}

for (const path of ["package-lock.json", "test/e2e/host/package-lock.json"])
	test(path, () => {
		const { packages }: Locked = JSON.parse(read(path));
		const missing = Object.entries(packages).flatMap(
			([place, { optionalDependencies = {} }]) =>
				Object.keys(optionalDependencies).filter(
					(name) => !isLocked(name, place, packages),
				),
		);
		assert.ok(Object.keys(packages).length > 100, "finds packages");
		assert.deepEqual(missing, []);
	});

/** In the package's own node_modules, or in one of those around it. */
function isLocked(
	name: string,
	place: string,
	packages: Locked["packages"],
): boolean {
	const own = `${place}${place === "" ? "" : "/"}node_modules/${name}`;
	if (packages[own]) return true;
	const outer = place.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, "");
	return place !== "" && isLocked(name, outer, packages);
}
