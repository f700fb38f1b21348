/** `edgewise check`: opens the folders as workspaces, prints what is found, and says by its exit code how grave it is. */

import { stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { RuledFinding } from "../rules/check.ts";
import type { Severity } from "../rules/rule.ts";
import { fixesOfProject } from "../session/fix-file.ts";
import {
	fromNative,
	nodeFileSystem,
	toNative,
} from "../session/node-file-system.ts";
import { createWorkspace, type Workspace } from "../session/workspace.ts";
import { applyEdits } from "../text/edit.ts";
import { relative } from "../text/path.ts";
import { githubFormat } from "./format/github.ts";
import { jsonFormat } from "./format/json.ts";
import { prettyFormat } from "./format/pretty.ts";
import type { Report } from "./format/report.ts";
import { type CheckOptions, type FailOn, readOptions } from "./options.ts";
import { UsageError } from "./usage-error.ts";

export async function check(args: readonly string[]): Promise<number> {
	const options = await readOptions(args);
	let failed = false;
	for (const path of options.paths) {
		const root = await rootOf(path);
		const workspace = await openWorkspace(root, options);
		const fixed = options.fix ? await fixEverything(workspace) : [];
		for (const file of fixed)
			process.stderr.write(`fixed ${relative(root, file)}\n`);
		const report = reportOf(root, workspace);
		process.stdout.write(format(report, options));
		if (
			report.findings.some(({ severity }) => reaches(severity, options.failOn))
		)
			failed = true;
	}
	return failed ? 1 : 0;
}

/** A folder is checked whole; a file stands for the folder that it lies in. */
async function rootOf(path: string): Promise<string> {
	const absolute = resolve(path);
	const status = await stat(absolute).catch(() => {
		throw new UsageError(`${path}: can't be read`);
	});
	return fromNative(status.isDirectory() ? absolute : dirname(absolute));
}

async function openWorkspace(
	root: string,
	{ overrides }: CheckOptions,
): Promise<Workspace> {
	const workspace = createWorkspace({
		files: nodeFileSystem,
		editorSettings: () => ({}),
		overrides,
		onChecked: () => {},
		onCrash: (rule, error) =>
			process.stderr.write(
				`edgewise: rule ${rule} failed: ${error instanceof Error ? error.stack : error}\n`,
			),
	});
	await workspace.open([root]);
	return workspace;
}

async function fixEverything(workspace: Workspace): Promise<readonly string[]> {
	const written = new Set<string>();
	for (const { trial } of workspace.projects()) {
		const edits = fixesOfProject(trial, workspace.sources, () => true);
		for (const path of new Set(edits.map((edit) => edit.path))) {
			const before = workspace.sources.file(path)?.text ?? "";
			await writeFile(
				toNative(path),
				applyEdits(
					before,
					edits.filter((edit) => edit.path === path),
				),
			);
			written.add(path);
		}
		await workspace.touched([...written]);
	}
	return [...written].sort();
}

function reportOf(root: string, workspace: Workspace): Report {
	const projects = workspace.projects();
	const all = projects.flatMap(({ findings }) => findings);
	const key = ({ rule, at, message }: RuledFinding) =>
		`${at.path} ${at.start} ${at.end} ${rule} ${message}`;
	const findings = [
		...new Map(all.map((finding) => [key(finding), finding])).values(),
	];
	const texts = new Map(
		projects.flatMap(({ project }) =>
			project.files.map(({ path, text }) => [path, text] as const),
		),
	);
	return {
		root,
		projects: projects.map(({ project }) => ({
			name: project.name,
			files: project.files.map(({ path }) => relative(root, path)),
		})),
		findings: findings.sort(
			(a, b) =>
				compare(a.at.path, b.at.path) ||
				a.at.start - b.at.start ||
				compare(a.rule, b.rule),
		),
		files: texts.size,
		textOf: (path) => texts.get(path) ?? "",
	};
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function format(report: Report, options: CheckOptions): string {
	switch (options.format) {
		case "json":
			return jsonFormat(report);
		case "github":
			return githubFormat(report);
		case "pretty":
			return prettyFormat(
				report,
				process.stdout.isTTY === true && !process.env.NO_COLOR,
			);
	}
}

const ranks: Readonly<Record<Severity | "never", number>> = {
	hint: 0,
	info: 1,
	warning: 2,
	error: 3,
	never: 4,
};

function reaches(severity: Severity, failOn: FailOn): boolean {
	return ranks[severity] >= ranks[failOn];
}
