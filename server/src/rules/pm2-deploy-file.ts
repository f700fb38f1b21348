import { replace } from "../text/edit.ts";
import { basename, dirname } from "../text/path.ts";
import type { Project } from "../topology/model.ts";
import { type Pm2Command, pm2Commands } from "../topology/pm2-commands.ts";
import { roleByName } from "../topology/roles.ts";
import type { Finding, Rule } from "./rule.ts";

export const pm2DeployFile: Rule = {
	id: "pm2-deploy-file",
	severity: "warning",
	summary:
		"A script or the deploy section starts an ecosystem file that is not there.",
	reads: "topology",

	*check(project) {
		for (const command of pm2Commands(project)) {
			const found = finding(command, project);
			if (found) yield found;
		}
	},
};

function finding(
	{ file, fileAt, path, verb, isElsewhere }: Pm2Command,
	project: Project,
): Finding | undefined {
	if (!file || !fileAt || isElsewhere || isCommand(path)) return undefined;
	// Another folder may be another project's, or made by a build.
	const name = file.replace(/^\.\//, "");
	if (!/^[\w.-]+$/.test(name) || roleByName(name) !== "pm2") return undefined;
	const folder = dirname(path);
	const there = project.ecosystems
		.map(({ ecosystem }) => ecosystem.path)
		.filter((each) => dirname(each) === folder);
	const isThere = project.ecosystems.some(
		({ ecosystem }) => basename(ecosystem.path) === name,
	);
	const [only, other] = there;
	if (isThere || only === undefined) return undefined;
	// Beside an example the real file is one that git ignores.
	if (there.some((each) => /example|sample|template/i.test(basename(each))))
		return undefined;
	const names = there.map((each) => basename(each));
	return {
		message: `pm2 ${verb} names ${file}, but there is only ${names.join(", ")}: PM2 ends with File ${name} not found, and what ran before goes on.`,
		at: fileAt,
		fixes:
			other === undefined
				? [
						{
							title: `Name ${basename(only)}`,
							preferred: true,
							edits: () => [
								replace(fileAt, file.replace(name, basename(only))),
							],
						},
					]
				: [],
	};
}

/** Shell scripts of a subfolder are mostly called from above it. */
function isCommand(path: string): boolean {
	return /\.(sh|bash|service)$/.test(path);
}
