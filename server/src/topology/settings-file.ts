/** Settings as people write them: edgewise.json, the editor's configuration, the command line's options. */

import {
	getNodeValue,
	type Node,
	type ParseError,
	parseTree,
	printParseErrorCode,
} from "jsonc-parser";
import { nearestWord } from "../text/nearest-word.ts";
import type { Located, Place } from "../text/place.ts";
import type { RuleSeverity, Settings } from "./settings.ts";

export interface SettingsProblem {
	readonly message: string;
	readonly at: Place;
	/** What no setting is called: the key that may be meant, as it would be written. */
	readonly misspelt?: { readonly instead: string };
}

export interface ReadSettings {
	/** What is said; keys that are not, or are wrong, are absent. */
	readonly settings: Partial<Settings>;
	readonly problems: readonly SettingsProblem[];
	/** The keys of `rules`; whether there are such rules is not asked here. */
	readonly rules: readonly Located<string>[];
}

/** JSON with comments. Never throws. */
export function readSettings(path: string, text: string): ReadSettings {
	if (isTooDeep(text)) {
		const at = { path, start: 0, end: 0 };
		const message = "edgewise.json: this is nested too deeply.";
		return { settings: {}, problems: [{ message, at }], rules: [] };
	}
	const errors: ParseError[] = [];
	const root = parseTree(text, errors, { allowTrailingComma: true });
	const at = ({
		offset,
		length,
	}: {
		offset: number;
		length: number;
	}): Place => ({ path, start: offset, end: offset + length });
	const problems = errors.map(
		(error): SettingsProblem => ({
			message: `edgewise.json: ${syntax[printParseErrorCode(error.error)] ?? "this is no JSON"}.`,
			at: at(error),
		}),
	);
	if (root && root.type !== "object")
		problems.push({
			message: "edgewise.json: must be an object of settings.",
			at: at(root),
		});
	let settings: Partial<Settings> = {};
	const rules: Located<string>[] = [];
	for (const { name: key, key: written, value } of members(root)) {
		if (key === "rules" && value.type === "object") {
			for (const rule of membersOf(value)) {
				rules.push({ value: rule.name, at: at(rule.key) });
				if (!isSeverity(getNodeValue(rule.value)))
					problems.push({
						message: complaint("rules", rule.name),
						at: at(rule.value),
					});
			}
			settings = { ...settings, ...readKey(key, getNodeValue(value)) };
			continue;
		}
		const read = readKey(key, getNodeValue(value));
		if (read) settings = { ...settings, ...read };
		else if (key in forms)
			problems.push({ message: complaint(key), at: at(value) });
		else problems.push({ ...unknown(key, root), at: at(written) });
	}
	return { settings, problems, rules };
}

/** jsonc-parser calls itself for each level. No settings have more than a few. */
function isTooDeep(text: string): boolean {
	let depth = 0;
	for (const mark of text.match(/[[\]{}]/g) ?? []) {
		depth += mark === "[" || mark === "{" ? 1 : -1;
		if (depth > 200) return true;
	}
	return false;
}

/** The same keys from an object, nested (`pm2: { portStrategy }`) or with dots; what is wrong is left out. */
export function settingsFrom(object: unknown): Partial<Settings> {
	let settings: Partial<Settings> = {};
	for (const [key, value] of flat(object))
		settings = { ...settings, ...readKey(key, value) };
	return settings;
}

const severities: readonly RuleSeverity[] = [
	"off",
	"hint",
	"info",
	"warning",
	"error",
];

function readKey(key: string, value: unknown): Partial<Settings> | undefined {
	switch (key) {
		case "$schema":
			return {};
		case "rules":
			return isObject(value) ? { rules: validSeverities(value) } : undefined;
		case "platform":
			return value === "any" || value === "linux" || value === "desktop"
				? { platform: value }
				: undefined;
		case "environment":
			return typeof value === "string" || value === null
				? { environment: value || undefined }
				: undefined;
		case "pm2.portStrategy":
			return value === "auto" || value === "shared" || value === "perInstance"
				? { portStrategy: value }
				: undefined;
		case "statefulServices":
		case "scalableServices":
		case "exclude":
			return isTexts(value) ? { [key]: value } : undefined;
		case "codeLens":
			return typeof value === "boolean" ? { codeLens: value } : undefined;
		default:
			return undefined;
	}
}

/** What a setting must be, in words. */
const forms: Readonly<Record<string, string>> = {
	rules: `an object of rules, each ${listed(severities)}`,
	platform: "any, linux or desktop",
	environment: "a name",
	"pm2.portStrategy": "auto, shared or perInstance",
	statefulServices: "a list of names",
	scalableServices: "a list of names",
	exclude: "a list of globs",
	codeLens: "true or false",
};

function complaint(key: string, rule?: string): string {
	if (rule !== undefined)
		return `edgewise.json: rules.${rule} must be ${listed(severities)}.`;
	return `edgewise.json: ${key} must be ${forms[key]}.`;
}

/** Of `pm2` the keys inside are settings, if it holds any. */
function unknown(
	key: string,
	root: Node | undefined,
): Omit<SettingsProblem, "at"> {
	const there = new Set(members(root).map(({ name }) => name));
	const instead = nearestWord(
		key,
		Object.keys(forms).filter((name) => !there.has(name)),
	);
	const isNested =
		key.startsWith("pm2.") && membersOf(root).every(({ name }) => name !== key);
	const message = `edgewise.json: ${key} is no setting.`;
	if (instead === undefined) return { message };
	return {
		message,
		misspelt: { instead: isNested ? instead.replace(/^pm2\./, "") : instead },
	};
}

/** jsonc-parser's errors, in words. */
const syntax: Readonly<Record<string, string>> = {
	ValueExpected: "a value is missing here",
	PropertyNameExpected: "the name of a setting is missing here",
	ColonExpected: "a colon is missing here",
	CommaExpected: "a comma is missing here",
	CloseBraceExpected: "a closing brace is missing",
	CloseBracketExpected: "a closing bracket is missing",
	EndOfFileExpected: "nothing may follow the closing brace",
	UnexpectedEndOfString: "a string is not closed",
	UnexpectedEndOfComment: "a comment is not closed",
};

function listed(words: readonly string[]): string {
	return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function isSeverity(value: unknown): value is RuleSeverity {
	return severities.some((severity) => severity === value);
}

/** Those that are none are left out, one by one: the others were meant. */
function validSeverities(
	rules: Readonly<Record<string, unknown>>,
): Readonly<Record<string, RuleSeverity>> {
	return Object.fromEntries(
		Object.entries(rules).filter((entry): entry is [string, RuleSeverity] =>
			isSeverity(entry[1]),
		),
	);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
	return (
		Array.isArray(value) && value.every((each) => typeof each === "string")
	);
}

/** Of `pm2` the settings in it, named as with dots. */
function members(root: Node | undefined): readonly Member[] {
	return membersOf(root).flatMap((member): readonly Member[] =>
		member.name === "pm2" && member.value.type === "object"
			? membersOf(member.value).map((inner) => ({
					...inner,
					name: `pm2.${inner.name}`,
				}))
			: [member],
	);
}

interface Member {
	readonly name: string;
	readonly key: Node;
	readonly value: Node;
}

function membersOf(node: Node | undefined): readonly Member[] {
	if (node?.type !== "object") return [];
	return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
		key && value ? [{ name: String(key.value), key, value }] : [],
	);
}

function flat(object: unknown): readonly [string, unknown][] {
	if (!isObject(object)) return [];
	return Object.entries(object).flatMap(([key, value]): [string, unknown][] =>
		key === "pm2" && isObject(value)
			? Object.entries(value).map(([inner, each]) => [`pm2.${inner}`, each])
			: [[key, value]],
	);
}
