/**
 * What readEcosystem and runtime say of each case against what PM2 7.0.4 did (record.json;
 * record.ts runs it anew). Of the facts of section A these are not here: 23 to 25 need load on
 * nginx and a running app, 27 and 28 socket.io, 26 says that fields have no effect.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readPackage } from "../../../server/src/languages/npm/read.ts";
import type {
	App,
	Circumstance,
	Ecosystem,
	Runtime,
} from "../../../server/src/languages/pm2/facts.ts";
import { readEcosystem } from "../../../server/src/languages/pm2/read.ts";
import {
	instancesOn,
	runtime,
} from "../../../server/src/languages/pm2/runtime.ts";
import { violations } from "../../../server/src/languages/pm2/validate.ts";
import {
	type Case,
	cases,
	grouped,
	processors,
	type Recorded,
	type State,
} from "./case.ts";

const root = "/srv/app";
const recorded = new Map(
	(
		JSON.parse(
			readFileSync(join(import.meta.dirname, "record.json"), "utf8"),
		) as Recorded[]
	).map((each) => [each.name, each]),
);

test("every case is recorded as it stands", () => {
	assert.deepEqual(
		cases().map(({ name, hash }) => ({ name, hash })),
		[...recorded.values()].map(({ name, hash }) => ({ name, hash })),
	);
	assert.ok(recorded.size >= 80);
});

for (const each of cases()) {
	test(each.name, () => {
		const [first, ...later] = recorded.get(each.name)?.states ?? [];
		assert.ok(first);
		assertModel(each, first);
		if (each.expect) assert.deepEqual(later.at(-1)?.ports, each.expect.ports);
	});
}

function assertModel(each: Case, state: State): void {
	const ecosystem = read(each);
	assert.deepEqual(ecosystem.syntaxErrors, []);
	const started = startedApps(ecosystem, each);
	if (
		ecosystem.loading.kind === "refused" &&
		ecosystem.loading.why === "name"
	) {
		// PM2 ran the file itself.
		assert.deepEqual(
			state.apps.map(({ name }) => name),
			["ecosystem"],
		);
		return;
	}
	const fails =
		ecosystem.loading.kind === "refused" ||
		violated(ecosystem) ||
		!ecosystem.apps.every(canStart);
	assert.equal(state.exit, fails ? 1 : 0);
	assert.deepEqual(
		started.map(({ model }) => model),
		state.apps,
	);
	assertPorts(started, state);
}

function read(each: Case): Ecosystem {
	const files = new Map(
		[...each.files].map(([name, text]) => [`${root}/${name}`, text]),
	);
	const manifest = files.get(`${root}/package.json`);
	const path = `${root}/${each.ecosystem}`;
	return readEcosystem(path, files.get(path) ?? "", {
		load: (wanted) => files.get(wanted),
		environment: each.environment.NODE_ENV,
		typeOfPackage:
			manifest === undefined ? undefined : readPackage("", manifest).type,
	});
}

interface Started {
	readonly app: App;
	readonly runtime: Runtime;
	readonly model: State["apps"][number];
}

function violated(ecosystem: Ecosystem): boolean {
	return ecosystem.apps.some((app) =>
		violations(app).some(({ stops }) => stops === "file"),
	);
}

function canStart(app: App): boolean {
	return !/^nowhere/.test(scriptOf(app)) && violations(app).length === 0;
}

/** What the model says would run; apps of one name and mode together, as the record has them. */
function startedApps(ecosystem: Ecosystem, each: Case): readonly Started[] {
	if (ecosystem.loading.kind === "refused" || violated(ecosystem)) return [];
	const environment = / --env (\w+)/.exec(each.steps[0] ?? "")?.[1];
	const manifest = each.files.get("package.json");
	const started = ecosystem.apps.filter(canStart).map((app): Started => {
		const runs = runtime(app, ecosystem, {
			environment,
			scripts:
				manifest === undefined ? undefined : readPackage("", manifest).scripts,
		});
		const modes = runs.modes.filter((one) => holds(one, each));
		const counts = runs.instances.filter((one) => holds(one, each));
		const [mode] = modes;
		const [count] = counts;
		assert.ok(mode && count);
		assert.deepEqual([modes.length, counts.length], [1, 1]);
		const instances = instancesOn(processors, count);
		assert.ok(instances);
		// Forked processes, and servers behind npm, open their port themselves: the first one has it.
		const alone = mode.mode === "fork" || scriptOf(app) === "npm";
		const clash = alone && !runs.perInstance && runs.ports.length > 0;
		return {
			app,
			runtime: runs,
			model: {
				name: app.name ?? "",
				mode: mode.mode,
				instances,
				errored: clash ? instances - 1 : 0,
			},
		};
	});
	return grouped(started, ({ model }) => `${model.name} ${model.mode}`).map(
		([, group]) => {
			const [first] = group;
			const instances = group.reduce(
				(sum, { model }) => sum + model.instances,
				0,
			);
			const ports = group.flatMap((one) => one.runtime.ports);
			return {
				...first,
				runtime: { ...first.runtime, ports },
				model: { ...first.model, instances },
			};
		},
	);
}

/** Whether the conditions of the file are those that the recording had. */
function holds(
	{ when }: { readonly when: readonly Circumstance[] },
	{ environment }: Case,
): boolean {
	return when.every((each) => {
		const question = each.kind === "condition" ? each.question : undefined;
		const [, variable = "", wanted] =
			/^(\w+) is (.+)$/.exec(question?.text ?? "") ?? [];
		assert.ok(question, "only conditions of the file are expected here");
		const actual = environment[variable];
		const answer = wanted === "set" ? Boolean(actual) : actual === wanted;
		return answer === question.holds;
	});
}

function scriptOf(app: App): string {
	const value = app.fields.get("script")?.value;
	return value?.kind === "plain" ? String(value.value) : "";
}

/** Ports that the model knows answer; others only where it says that it does not know them all. */
function assertPorts(started: readonly Started[], state: State): void {
	const fileServer = "(a file server)";
	const answers = Object.entries(state.ports).flatMap(([port, names]) =>
		Object.keys(names).map((name) => `${port} ${name}`),
	);
	const said = started.flatMap(({ app, model, runtime: { ports } }) =>
		ports
			.filter(({ when }) => when.every(({ kind }) => kind !== "environment"))
			.map(
				({ port }) =>
					`${port} ${scriptOf(app) === "serve" ? fileServer : model.name}`,
			),
	);
	for (const each of said)
		assert.ok(answers.includes(each), `${each} does not answer`);
	const open = started.filter(({ runtime: { portsUnknown } }) => portsUnknown);
	for (const each of answers) {
		const isOpen = open.some(({ model }) => each.endsWith(` ${model.name}`));
		assert.ok(
			said.includes(each) || isOpen,
			`${each} answers and is not known`,
		);
	}
}
