/** Settings as people write them: edgewise.json, the editor's configuration, the command line's options. */

import {
	getNodeValue,
	type Node,
	type ParseError,
	parseTree,
	printParseErrorCode,
} from "jsonc-parser";
import type { Place } from "../text/place.ts";
import type { RuleSeverity, Settings } from "./settings.ts";

export interface SettingsProblem {
	readonly message: string;
	readonly at: Place;
}

export interface ReadSettings {
	/** What is said; keys that are not, or are wrong, are absent. */
	readonly settings: Partial<Settings>;
	readonly problems: readonly SettingsProblem[];
}

/** JSON with comments. Never throws. */
export function readSettings(path: string, text: string): ReadSettings {
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
			message: `edgewise.json: ${printParseErrorCode(error.error)}.`,
			at: at(error),
		}),
	);
	let settings: Partial<Settings> = {};
	for (const [key, value] of members(root)) {
		const read = readKey(key, getNodeValue(value));
		if (read) settings = { ...settings, ...read };
		else problems.push({ message: complaint(key), at: at(value) });
	}
	return { settings, problems };
}

/** The same keys from an object, nested (`pm2: { portStrategy }`) or with dots; what is wrong is left out. */
export function settingsFrom(object: unknown): Partial<Settings> {
	let settings: Partial<Settings> = {};
	for (const [key, value] of flat(object))
		settings = { ...settings, ...readKey(key, value) };
	return settings;
}

const severities: readonly string[] = [
	"off",
	"hint",
	"info",
	"warning",
	"error",
] satisfies RuleSeverity[];

function readKey(key: string, value: unknown): Partial<Settings> | undefined {
	switch (key) {
		case "$schema":
			return {};
		case "rules":
			return isSeverities(value) ? { rules: value } : undefined;
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
};

function complaint(key: string): string {
	const form = forms[key];
	return form === undefined
		? `edgewise.json: ${key} is no setting.`
		: `edgewise.json: ${key} must be ${form}.`;
}

function listed(words: readonly string[]): string {
	return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function isSeverities(value: unknown): value is Record<string, RuleSeverity> {
	return (
		typeof value === "object" &&
		value !== null &&
		!Array.isArray(value) &&
		Object.values(value).every((severity) => severities.includes(severity))
	);
}

function isTexts(value: unknown): value is readonly string[] {
	return (
		Array.isArray(value) && value.every((each) => typeof each === "string")
	);
}

function members(root: Node | undefined): readonly [string, Node][] {
	if (root?.type !== "object") return [];
	return (root.children ?? []).flatMap(
		({ children: [key, value] = [] }): [string, Node][] => {
			if (!key || !value) return [];
			const name = String(key.value);
			if (name !== "pm2") return [[name, value]];
			return members(value).map(([inner, node]) => [`pm2.${inner}`, node]);
		},
	);
}

function flat(object: unknown): readonly [string, unknown][] {
	if (typeof object !== "object" || object === null) return [];
	return Object.entries(object).flatMap(([key, value]): [string, unknown][] =>
		key === "pm2" && typeof value === "object" && value !== null
			? Object.entries(value).map(([inner, each]) => [`pm2.${inner}`, each])
			: [[key, value]],
	);
}
