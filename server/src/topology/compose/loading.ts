/** The work of loading one compose project: what has been read so far, and what was wrong with it. */

import type {
	ComposeProblem,
	ComposeRule,
	Mend,
} from "../../languages/compose/facts.ts";
import type { VariableReference } from "../../languages/compose/interpolate.ts";
import type { YamlProblem } from "../../languages/compose/yaml.ts";
import type { Place } from "../../text/place.ts";
import type { Lookup, SourceFile } from "../snapshot.ts";
import { composeYaml, dotenvFile, isBroken, soundCompose } from "./parsed.ts";
import type { Setting } from "./variables.ts";

export type ComposeRole =
	| "compose"
	| "include"
	| "extends"
	| "env_file"
	| "dotenv";

/** Whether it is one of compose's own files, rather than one that gives variables. */
export function isYaml(role: ComposeRole): boolean {
	return role === "compose" || role === "include" || role === "extends";
}

/** A file that the project asked for, in the order in which it did. */
export interface ComposeFile {
	readonly path: string;
	readonly role: ComposeRole;
	/** Absent: it isn't there, or isn't known yet. */
	readonly file: SourceFile | undefined;
	/** The text that the facts were read from: an older one while the present one is broken. */
	readonly from: SourceFile | undefined;
}

/** A use of a variable, with what it stands for. */
export interface ResolvedReference extends VariableReference {
	readonly setting: Setting | undefined;
}

export interface Loading {
	readonly look: Lookup;
	readonly files: Map<string, ComposeFile>;
	/** Of the texts that are there now. */
	readonly syntax: ComposeProblem[];
	/** Of the texts that facts were read from. */
	readonly problems: ComposeProblem[];
	readonly references: ResolvedReference[];
	/** The directory that relative paths in a file count from. */
	readonly bases: Map<string, string>;
	complete: boolean;
}

export function startLoading(look: Lookup): Loading {
	return {
		look,
		files: new Map(),
		syntax: [],
		problems: [],
		references: [],
		bases: new Map(),
		complete: true,
	};
}

export function report(
	loading: Loading,
	rule: ComposeRule,
	at: Place,
	message: string,
): void {
	loading.problems.push({ rule, at, message, severity: "error" });
}

/** Asks for a YAML file and notes its problems; the result is the text to read facts from. */
export function openYaml(
	loading: Loading,
	path: string,
	role: ComposeRole,
): SourceFile | undefined {
	const known = loading.files.get(path);
	if (known) return known.from;
	const file = loading.look.file(path);
	const from = file && soundCompose(file);
	loading.files.set(path, { path, role, file, from });
	// What a broken file says less than its good one did, nobody knows.
	if (from !== undefined && isBroken(from)) loading.complete = false;
	for (const problem of file ? composeYaml(file).problems : [])
		loading.syntax.push(asProblem(problem, file?.text ?? ""));
	return from;
}

export function openText(
	loading: Loading,
	path: string,
	role: ComposeRole,
): SourceFile | undefined {
	const file = loading.look.file(path);
	if (!loading.files.has(path))
		loading.files.set(path, { path, role, file, from: file });
	return file;
}

/** Asks for a file of variables and notes what compose can't read in it. */
export function openDotenv(
	loading: Loading,
	path: string,
	role: "env_file" | "dotenv",
): SourceFile | undefined {
	const file = openText(loading, path, role);
	for (const { at, message } of file ? dotenvFile(file).problems : [])
		report(loading, "compose-syntax", at, message);
	return file;
}

/** Whether the file is known not to be there, rather than not looked at yet. */
export function isAbsent(loading: Loading, path: string): boolean {
	return (
		loading.look.file(path) === undefined &&
		!loading.look.missing.files.has(path)
	);
}

function asProblem(
	{ kind, message, at }: YamlProblem,
	text: string,
): ComposeProblem {
	if (kind !== "merge-key-repeated")
		return {
			rule: "compose-syntax",
			severity: kind === "template" ? "info" : "error",
			at,
			message,
		};
	const mend = joinMergeKeys(text, at);
	return {
		rule: "compose-merge-key-repeated",
		severity: "error",
		at,
		message,
		...(mend ? { mend } : {}),
	};
}

/** `<<: *a` and right below it `<<: *b` become `<<: [*a, *b]`. */
function joinMergeKeys(text: string, second: Place): Mend | undefined {
	const before =
		/^([^\S\n]*)<<:[^\S\n]+(\*\S+|\[[^\]\n]*\])[^\S\n]*\n[^\S\n]*$/m.exec(
			lastLines(text, second.start),
		);
	const behind = /^<<:[^\S\n]+(\*\S+|\[[^\]\n]*\])/.exec(
		text.slice(second.start, second.start + 1000),
	);
	if (before?.[2] === undefined || behind?.[1] === undefined) return undefined;
	const names = [before[2], behind[1]].map((value) =>
		value.replace(/^\[\s*|\s*\]$/g, ""),
	);
	const start = second.start - before[0].length + before[0].indexOf(before[2]);
	return {
		title: "Merge both in one <<",
		start,
		end: second.start + behind[0].length,
		newText: `[${names.join(", ")}]`,
	};
}

/** The line before the one that the offset lies in, and that one up to the offset. */
function lastLines(text: string, offset: number): string {
	const line = text.lastIndexOf("\n", offset - 1);
	return text.slice(text.lastIndexOf("\n", line - 1) + 1, offset);
}
