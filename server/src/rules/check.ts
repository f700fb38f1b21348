/**
 * Runs the rules over a project and settles what is reported: the user's severities, comments
 * that take findings back, and places of files that can't be parsed at the moment.
 */

import { type LineIndex, lineAt, lineIndex } from "../text/line-index.ts";
import type { Place } from "../text/place.ts";
import { shift } from "../text/shift.ts";
import {
	readSuppression,
	type Suppression,
	suppresses,
} from "../text/suppression.ts";
import { imagePath } from "../topology/image-path.ts";
import type { Project, ProjectFile } from "../topology/model.ts";
import { type Judgement, weighed } from "./judgements.ts";
import { rules } from "./registry.ts";
import type {
	Finding,
	Fix,
	Rule,
	RuledFinding,
	RuleInfo,
	Severity,
} from "./rule.ts";
import { suppressionUnused, unusedParts } from "./suppression-unused.ts";

/** Sorted by file, place and rule: the same project gives the same list. */
export function check(
	project: Project,
	onCrash: (rule: string, error: unknown) => void = () => {},
): readonly RuledFinding[] {
	const byDefault = judge(project, onCrash);
	const variants = project.variants.map(({ path, readings }) => ({
		path,
		readings: readings.map((reading) => judge(reading, onCrash)),
	}));
	return weighed(byDefault, variants).toSorted(byPlace);
}

/** What is found in the project as one command loads it. */
function judge(
	project: Project,
	onCrash: (rule: string, error: unknown) => void,
): Judgement {
	const files = new Map(project.files.map((file) => [file.path, file]));
	const found = rules.flatMap((rule) =>
		run(rule, project, onCrash).flatMap((finding) => {
			const present =
				rule.reads === "text" ? finding : inPresentText(finding, files);
			const severity = severityOf(rule, finding.severity, project);
			return severity === "off"
				? []
				: [{ ...present, rule: rule.id, severity }];
		}),
	);
	const shown = once(found).flatMap((finding) => inWorkspace(finding) ?? []);
	return { project, findings: withoutSuppressed(shown, project) };
}

/** What stands in a file that an image or a package brings can't be changed here, and another end there is only named. */
function inWorkspace(finding: RuledFinding): RuledFinding | undefined {
	const { at, message, related = [] } = finding;
	if (imagePath(at.path) !== undefined) return undefined;
	const outside = related.flatMap((each) => {
		const path = imagePath(each.at.path);
		return path === undefined ? [] : [`${each.message}: ${path}`];
	});
	if (outside.length === 0) return finding;
	return {
		...finding,
		message: `${message.replace(/\.$/, "")} (${[...new Set(outside)].join(", ")}, which comes with nginx).`,
		related: related.filter(({ at }) => imagePath(at.path) === undefined),
	};
}

/** A rule that throws says nothing; the others go on. */
function run(
	rule: Rule,
	project: Project,
	onCrash: (rule: string, error: unknown) => void,
): Finding[] {
	if (project.settings.rules[rule.id] === "off") return [];
	try {
		return [...rule.check(project)];
	} catch (error) {
		onCrash(rule.id, error);
		return [];
	}
}

/** The user's word counts for all findings of a rule, also for those that it made milder or graver itself. */
function severityOf(
	rule: RuleInfo,
	own: Severity | undefined,
	project: Project,
): Severity | "off" {
	return project.settings.rules[rule.id] ?? own ?? rule.severity;
}

/**
 * Facts of a file that is broken at the moment come from its last good text. The finding is
 * moved to the present one; fixes that would edit that file wait until it can be read.
 */
function inPresentText(
	finding: Finding,
	files: ReadonlyMap<string, ProjectFile>,
): Finding {
	const move = (at: Place): Place => {
		const file = files.get(at.path);
		return file?.factsFrom === undefined
			? at
			: { ...at, ...shift(at, file.factsFrom, file.text) };
	};
	const stale = [...files.values()].some(
		(file) => file.factsFrom !== undefined,
	);
	if (!stale) return finding;
	const presentOnly = (fix: Fix): Fix => ({
		...fix,
		edits: () => {
			const edits = fix.edits();
			return edits.some(({ path }) => files.get(path)?.factsFrom !== undefined)
				? []
				: edits;
		},
	});
	return {
		...finding,
		at: move(finding.at),
		related: (finding.related ?? []).map((related) => ({
			...related,
			at: move(related.at),
		})),
		fixes: (finding.fixes ?? []).map(presentOnly),
	};
}

/** A file that is included twice, or by two nginxes, is found faulty twice. */
function once(found: readonly RuledFinding[]): readonly RuledFinding[] {
	const seen = new Map<string, RuledFinding>();
	for (const finding of found) {
		const { rule, at, message } = finding;
		const key = `${rule} ${at.start} ${at.end} ${at.path} ${message}`;
		if (!seen.has(key)) seen.set(key, finding);
	}
	return [...seen.values()];
}

function withoutSuppressed(
	found: readonly RuledFinding[],
	project: Project,
): RuledFinding[] {
	const used = new Set<string>();
	const read = new Map(
		project.files.map((file) => [file.path, readComments(file)]),
	);
	const kept = found.filter((finding) => {
		const { index, suppressions } = read.get(finding.at.path) ?? {};
		if (!index || !suppressions || suppressions.length === 0) return true;
		const line = lineAt(index, finding.at.start);
		const matching = suppressions.filter((suppression) =>
			suppresses(suppression, finding.rule, line),
		);
		for (const suppression of matching)
			used.add(key(suppression, finding.rule));
		return matching.length === 0;
	});
	const severity = severityOf(suppressionUnused, undefined, project);
	if (severity === "off") return kept;
	const unused = project.files
		.flatMap(({ path, text }) =>
			(read.get(path)?.suppressions ?? []).flatMap((suppression) =>
				unusedParts(suppression, text, (rule) =>
					used.has(key(suppression, rule)),
				),
			),
		)
		.map((finding) => ({ ...finding, rule: suppressionUnused.id, severity }));
	return [...kept, ...unused];
}

function readComments(file: ProjectFile): {
	index: LineIndex | undefined;
	suppressions: readonly Suppression[];
} {
	// Most files have none, and need no table of lines.
	if (!file.text.includes("edgewise-disable"))
		return { index: undefined, suppressions: [] };
	const index = lineIndex(file.text);
	const suppressions = file.comments.flatMap((at) => {
		const comment = file.text.slice(at.start, at.end);
		return readSuppression(comment, at, lineAt(index, at.start)) ?? [];
	});
	return { index, suppressions };
}

function key(suppression: Suppression, rule: string): string {
	return `${suppression.at.path}:${suppression.at.start}:${rule}`;
}

function byPlace(a: RuledFinding, b: RuledFinding): number {
	return (
		compare(a.at.path, b.at.path) ||
		a.at.start - b.at.start ||
		a.at.end - b.at.end ||
		compare(a.rule, b.rule) ||
		compare(a.message, b.message)
	);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
