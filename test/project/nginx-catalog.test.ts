/** The catalog in the repository is what its script makes of nginx's documentation. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { dataFile, dataModule } from "../../scripts/nginx-catalog/generate.ts";
import { read } from "./sources.ts";

test("the catalog is up to date", () => {
	const words = (text: string) => text.replaceAll(/[\s;]+/g, " ").trim();
	assert.equal(words(read(dataFile)), words(dataModule()), "npm run generate");
});
