/** The model against expectations written by hand, where docker-compose 1.29.2 is too old; each project says why. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import type { LoadedCompose } from "../../../server/src/topology/compose/load.ts";
import { loadFiles } from "../../topology/compose/load.ts";
import { fromModel } from "./canonical.ts";
import { projectsIn } from "./project.ts";

interface Expectation {
	readonly name?: string;
	/** All services there are. */
	readonly names?: readonly string[];
	/** Service → attribute → canonical value; null: absent. Other attributes are not looked at. */
	readonly services?: Readonly<
		Record<string, Readonly<Record<string, unknown>>>
	>;
	readonly networks?: Readonly<Record<string, unknown>>;
	/** The rules of all errors, in order; absent: none. */
	readonly problems?: readonly string[];
	/** The rules of all warnings. */
	readonly warnings?: readonly string[];
	readonly complete?: boolean;
	readonly environmentComplete?: Readonly<Record<string, boolean>>;
	/** Variables that nothing settles. */
	readonly open?: readonly string[];
	/** Of the first config that is mounted. */
	readonly content?: string;
	/** `service.attribute`: a command without words. */
	readonly empty?: readonly string[];
}

for (const project of projectsIn("specification"))
	test(`the model reads ${project.name} as the specification says`, () => {
		assert.ok(
			project.files.has("why"),
			"why docker-compose can't be asked must be said",
		);
		const expected = parse(project.expect ?? "") as Expectation;
		const model = loadFiles(Object.fromEntries(project.files));
		const errors = model.problems.filter(
			({ severity }) => severity === "error",
		);
		assert.deepEqual(
			errors.map(({ rule }) => rule),
			expected.problems ?? [],
			errors.map(({ message }) => message).join("\n"),
		);
		const warnings = model.problems.filter(
			({ severity }) => severity === "warning" || severity === "hint",
		);
		if (expected.warnings)
			assert.deepEqual(
				warnings.map(({ rule }) => rule),
				expected.warnings,
			);
		assert.equal(model.complete, expected.complete ?? true);
		if (expected.name !== undefined) assert.equal(model.name, expected.name);
		if (expected.names !== undefined)
			assert.deepEqual([...model.services.keys()].sort(), expected.names);
		compareServices(model, expected);
		if (expected.networks !== undefined)
			assert.deepEqual(fromModel(model).networks, expected.networks);
		for (const [name, complete] of Object.entries(
			expected.environmentComplete ?? {},
		))
			assert.equal(model.services.get(name)?.environmentComplete, complete);
		if (expected.open !== undefined)
			assert.deepEqual(openIn(model), expected.open);
		if (expected.content !== undefined)
			assert.equal(contentOf(model), expected.content);
		for (const path of expected.empty ?? []) {
			const [service = "", attribute] = path.split(".");
			assert.deepEqual(
				model.services.get(service)?.[attribute as "command" | "entrypoint"]
					?.words,
				[],
			);
		}
	});

function compareServices(model: LoadedCompose, expected: Expectation): void {
	const services = fromModel(model).services as Record<
		string,
		Record<string, unknown>
	>;
	for (const [name, attributes] of Object.entries(expected.services ?? {}))
		for (const [attribute, value] of Object.entries(attributes))
			assert.deepEqual(
				services[name]?.[attribute] ?? null,
				value,
				`${name}.${attribute}`,
			);
}

function openIn(model: LoadedCompose): readonly string[] {
	return [
		...new Set(
			[...model.services.values()].flatMap(({ image }) => image?.open ?? []),
		),
	];
}

function contentOf(model: LoadedCompose): string | undefined {
	for (const { mounts } of model.services.values())
		for (const mount of mounts)
			if (mount.kind === "config") return mount.content?.value;
	return undefined;
}
