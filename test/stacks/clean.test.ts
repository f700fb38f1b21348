/** Stacks without a fault: nothing is said of them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { findingsOf } from "../workspace.ts";
import { exampleStacks, stacksIn } from "./stacks.ts";

for (const { name, files } of [...stacksIn("clean"), ...exampleStacks()])
	test(name, () => {
		assert.deepEqual(
			findingsOf(files)
				.filter(({ severity }) => severity !== "info" && severity !== "hint")
				.map(
					({ at, rule, severity, message }) =>
						`${at.path} ${severity} ${rule}: ${message}`,
				),
			[],
		);
	});
