/** Stacks that look wrong and are right: no error and no warning. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { findingsOf } from "../workspace.ts";
import { stacksIn } from "./stacks.ts";

for (const { name, files } of stacksIn("silent"))
	test(name.replaceAll("-", " "), () => {
		assert.deepEqual(
			findingsOf(files)
				.filter(
					({ severity }) => severity === "error" || severity === "warning",
				)
				.map(
					({ at, rule, severity, message }) =>
						`${at.path} ${severity} ${rule}: ${message}`,
				),
			[],
		);
	});
