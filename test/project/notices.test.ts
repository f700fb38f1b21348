/** The third-party notices hold the licence of every package that is in the bundles, and of no other. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundledPackages, notices } from "../../scripts/notices.ts";
import { read } from "./sources.ts";

test("the third-party notices are those of the bundles", async () => {
	const metafile = JSON.parse(read("dist/metafile.json"));
	const packages = bundledPackages(metafile);
	assert.ok(packages.includes("node_modules/yaml"), "finds what is bundled");
	assert.equal(
		read("THIRD-PARTY-NOTICES.md"),
		await notices(packages),
		"npm run build && npm run generate",
	);
});
