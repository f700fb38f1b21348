/** The model against what docker-compose 1.29.2 answered (record.ts), on any machine. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { home, loadFiles } from "../../topology/compose/load.ts";
import { fromModel, fromRecord } from "./canonical.ts";
import { type ConformanceProject, projectsIn } from "./project.ts";
import { recorded } from "./record.ts";

const record = new Map(recorded().map((answer) => [answer.name, answer]));

for (const project of projectsIn("projects"))
	test(`docker-compose and the model agree on ${project.name}`, () => {
		const answer = record.get(project.name);
		assert.ok(
			answer,
			"not recorded: run node test/conformance/compose/record.ts --write",
		);
		assert.equal(
			answer.hash,
			project.hash,
			"recorded before it was changed: run node test/conformance/compose/record.ts --write",
		);
		const model = load(project);
		const errors = model.problems
			.filter(({ severity }) => severity === "error")
			.map(({ message }) => message);
		if ("error" in answer) {
			assert.notDeepEqual(
				errors,
				[],
				`docker-compose refuses it: ${answer.error}`,
			);
			return;
		}
		assert.deepEqual(errors, []);
		assert.deepEqual(fromModel(model), fromRecord(answer.config));
	});

test("there are enough projects to speak of conformance", () => {
	assert.ok(record.size >= 60);
});

function load(project: ConformanceProject) {
	const files = Object.fromEntries(project.files);
	if (project.named.length === 0) return loadFiles(files);
	return loadFiles(files, {
		files: project.named.map((path) => `${home}/${path}`),
	});
}
