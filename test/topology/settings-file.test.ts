import assert from "node:assert/strict";
import { test } from "node:test";
import {
	readSettings,
	settingsFrom,
} from "../../server/src/topology/settings-file.ts";

const path = "/w/edgewise.json";

function complaints(text: string): readonly string[] {
	return readSettings(path, text).problems.map(
		({ message, at }) => `${text.slice(at.start, at.end)}: ${message}`,
	);
}

test("reads every setting, with comments and trailing commas", () => {
	const { settings, problems } = readSettings(
		path,
		`{
  // who knows
  "$schema": "x",
  "rules": { "a": "off", "b": "error", },
  "platform": "linux",
  "environment": "production",
  "pm2.portStrategy": "shared",
  "statefulServices": ["a"],
  "scalableServices": ["b"],
  "exclude": ["c/**"],
}`,
	);
	assert.deepEqual(problems, []);
	assert.deepEqual(settings, {
		rules: { a: "off", b: "error" },
		platform: "linux",
		environment: "production",
		portStrategy: "shared",
		statefulServices: ["a"],
		scalableServices: ["b"],
		exclude: ["c/**"],
	});
});

test("one wrong severity leaves the others as they are", () => {
	const text = '{ "rules": { "a": "loud", "b": "off", "c": 3 } }';
	assert.deepEqual(readSettings(path, text).settings, { rules: { b: "off" } });
	assert.deepEqual(complaints(text), [
		'"loud": edgewise.json: rules.a must be off, hint, info, warning or error.',
		"3: edgewise.json: rules.c must be off, hint, info, warning or error.",
	]);
});

test("says what is wrong with a value, and what is no setting", () => {
	assert.deepEqual(
		complaints(
			'{ "rules": [], "pm2": 1, "exclude": "x", "pm2.x": 1, "environment": 1 }',
		),
		[
			"[]: edgewise.json: rules must be an object of rules, each off, hint, info, warning or error.",
			'"pm2": edgewise.json: pm2 is no setting.',
			'"x": edgewise.json: exclude must be a list of globs.',
			'"pm2.x": edgewise.json: pm2.x is no setting.',
			"1: edgewise.json: environment must be a name.",
		],
	);
});

test("knows the setting that is meant, as one would write it there", () => {
	const meant = (text: string) =>
		readSettings(path, text).problems.map(({ misspelt }) => misspelt?.instead);
	assert.deepEqual(meant('{ "platfrom": "linux" }'), ["platform"]);
	assert.deepEqual(meant('{ "pm2.portStrategie": "auto" }'), [
		"pm2.portStrategy",
	]);
	assert.deepEqual(meant('{ "pm2": { "portStrategie": "auto" } }'), [
		"portStrategy",
	]);
	assert.deepEqual(meant('{ "exclud": [], "exclude": [] }'), [undefined]);
	assert.deepEqual(meant('{ "colour": "red" }'), [undefined]);
});

test("names the rules that it is asked for, known or not", () => {
	const text = '{ "rules": { "a": "off", "b": "loud" } }';
	assert.deepEqual(
		readSettings(path, text).rules.map(({ value, at }) => [
			value,
			text.slice(at.start, at.end),
		]),
		[
			["a", '"a"'],
			["b", '"b"'],
		],
	);
});

test("what is no JSON is said in words", () => {
	const said = (text: string) =>
		readSettings(path, text).problems.map(({ message }) => message);
	assert.deepEqual(said(""), ["edgewise.json: a value is missing here."]);
	assert.deepEqual(said("[".repeat(100_000)), [
		"edgewise.json: this is nested too deeply.",
	]);
	assert.deepEqual(said("{"), ["edgewise.json: a closing brace is missing."]);
	assert.deepEqual(said("[]"), [
		"edgewise.json: must be an object of settings.",
	]);
	assert.deepEqual(said('{ "platform": "any" "exclude": [] }'), [
		"edgewise.json: a comma is missing here.",
	]);
});

test("every prefix is read, and what stands in it counts", () => {
	const text =
		'{ "platform": "linux", "rules": { "a": "off" }, "exclude": ["x"] }';
	for (let end = 0; end <= text.length; end++) {
		const { settings, problems } = readSettings(path, text.slice(0, end));
		if (end < text.length) assert.ok(problems.length > 0, text.slice(0, end));
		if (end > 22) assert.equal(settings.platform, "linux");
	}
});

test("the editor's object has the same keys, nested or with dots; what is wrong is left out", () => {
	assert.deepEqual(
		settingsFrom({
			rules: { a: "off", b: null },
			platform: "windows",
			pm2: { portStrategy: "shared" },
			trace: { server: "off" },
			environment: null,
			exclude: ["x"],
		}),
		{
			rules: { a: "off" },
			portStrategy: "shared",
			environment: undefined,
			exclude: ["x"],
		},
	);
	assert.deepEqual(settingsFrom({ "pm2.portStrategy": "auto" }), {
		portStrategy: "auto",
	});
	for (const nothing of [null, undefined, 3, "x", []])
		assert.deepEqual(settingsFrom(nothing), {});
});
