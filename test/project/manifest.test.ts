/** package.json keeps its word: paths, commands, settings. */

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import manifest from "../../package.json" with { type: "json" };
import {
	type Properties,
	ruleProperties,
	settingsSchema,
} from "../../scripts/settings.ts";
import {
	readSettings,
	settingsFrom,
} from "../../server/src/topology/settings-file.ts";
import { files, read, root } from "./sources.ts";

const { contributes } = manifest;
const properties = contributes.configuration
	.properties as unknown as Properties;

test("what it names exists", () => {
	const paths = [
		manifest.icon,
		...contributes.grammars.map(({ path }) => path),
		...contributes.snippets.map(({ path }) => path),
		...contributes.jsonValidation.map(({ url }) => url),
		...contributes.languages.flatMap(
			({ configuration }) => configuration ?? [],
		),
	];
	assert.deepEqual(
		paths.filter((path) => !existsSync(join(root, path))),
		[],
	);
});

test("commands are those that the client registers", () => {
	const registered = files("client/src", ".ts").flatMap((path) =>
		[...read(path).matchAll(/registerCommand\(\s*"([^"]+)"/g)].map(
			([, id = ""]) => id,
		),
	);
	assert.deepEqual(
		contributes.commands.map(({ command }) => command).sort(),
		registered.sort(),
	);
});

test("the settings name every rule", () => {
	assert.deepEqual(
		properties["edgewise.rules"]?.properties,
		ruleProperties(),
		"npm run generate",
	);
});

test("edgewise.json has the same settings", () => {
	assert.deepEqual(
		JSON.parse(read("edgewise.schema.json")),
		settingsSchema(properties),
		"npm run generate",
	);
});

test("every setting is understood, with each of its values", () => {
	for (const [name, property] of Object.entries(properties)) {
		if (name === "edgewise.trace.server") continue;
		const key = name.slice("edgewise.".length);
		const values = property.enum ?? [property.default, ...example(property)];
		for (const value of values) {
			const { problems } = readSettings(
				"/edgewise.json",
				JSON.stringify({ [key]: value }),
			);
			assert.deepEqual(problems, [], `${key}: ${JSON.stringify(value)}`);
			const settings = settingsFrom({ [key]: value });
			assert.equal(Object.keys(settings).length, 1, key);
		}
	}
});

/** A value that is not the default, for those that are not an enum. */
function example({ type }: Properties[string]): readonly unknown[] {
	if (type === "array") return [["realtime"]];
	if (type === "object") return [{ "stateful-scaled": "off" }];
	if (type === "boolean") return [true];
	return ["production"];
}

test("every setting is described, in the README too", () => {
	const readme = read("README.md");
	for (const [name, { markdownDescription }] of Object.entries(properties)) {
		assert.ok(markdownDescription, name);
		const key = name.slice("edgewise.".length);
		assert.ok(readme.includes(`\`${key}\``), `README has no ${key}`);
	}
});

test("the change log speaks of this version", () => {
	assert.match(
		read("CHANGELOG.md"),
		new RegExp(`^## ${manifest.version.replaceAll(".", "\\.")}$`, "m"),
	);
});

test("types are not newer than the VS Code and the Node that it promises", () => {
	const { engines, devDependencies } = manifest;
	assert.equal(`^${devDependencies["@types/vscode"]}`, engines.vscode);
	const [node] = devDependencies["@types/node"].split(".");
	assert.equal(`>=${node}`, engines.node);
});
