/** `edgewise check`: opens the folders as a workspace, prints what is found, and says by its exit code how grave it is. */

import type { Severity } from "../rules/rule.ts";
import { nodeFileSystem } from "../session/node-file-system.ts";
import { createWorkspace, type Workspace } from "../session/workspace.ts";
import { dirname, relative } from "../text/path.ts";
import { defaultSettings } from "../topology/settings.ts";
import { settingsFor } from "../topology/settings-for.ts";
import { fixEverything } from "./fix.ts";
import { githubFormat } from "./format/github.ts";
import { jsonFormat } from "./format/json.ts";
import { prettyFormat } from "./format/pretty.ts";
import { type Report, reportOf } from "./format/report.ts";
import { type CheckOptions, type FailOn, readOptions } from "./options.ts";
import { readTargets } from "./targets.ts";
import type { Terminal } from "./terminal.ts";

export async function check(
	args: readonly string[],
	terminal: Terminal,
): Promise<number> {
	const options = await readOptions(args, terminal);
	const { roots, root, isWanted } = await readTargets(
		options.paths,
		terminal.cwd,
	);
	const workspace = workspaceFor(root, options, terminal);
	await workspace.open(roots);
	const fixed = options.fix ? await fixEverything(workspace, isWanted) : [];
	for (const { title, paths } of fixed) {
		const names = paths.map((path) => relative(root, path)).join(", ");
		terminal.err(`fixed ${names}: ${title}\n`);
	}
	const { projects, sources } = workspace;
	const report = reportOf(
		root,
		projects.all().filter(isWanted),
		(path) => sources.file(path)?.text,
	);
	terminal.out(format(report, options, terminal));
	const isGrave = report.findings.some(({ severity }) =>
		reaches(severity, options.failOn),
	);
	return isGrave ? 1 : 0;
}

function workspaceFor(
	root: string,
	{ config, overrides }: CheckOptions,
	{ err }: Terminal,
): Workspace {
	return createWorkspace({
		files: nodeFileSystem((path, reason) =>
			err(`edgewise: ${relative(root, path)} is ${reason}; it is not read.\n`),
		),
		settings: (directory, look) =>
			config
				? { ...defaultSettings, ...config.settings, ...overrides }
				: settingsFor(directory, look, {}, overrides),
		scanOptions: () => ({
			hidden: [],
			exclude: [],
			config: config && {
				directory: dirname(config.path),
				exclude: config.settings.exclude,
			},
		}),
		onChecked: () => {},
		onCrash: (what, error) =>
			err(
				`edgewise: ${what} failed: ${error instanceof Error ? error.stack : error}\n`,
			),
	});
}

function format(
	report: Report,
	options: CheckOptions,
	{ cwd, env, isColored }: Terminal,
): string {
	switch (options.format) {
		case "json":
			return jsonFormat(report);
		case "github":
			return githubFormat(report, env.GITHUB_WORKSPACE ?? cwd);
		case "pretty":
			return prettyFormat(report, cwd, isColored);
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
