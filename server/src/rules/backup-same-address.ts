import { removeDirective } from "../languages/nginx/edit.ts";
import { selfBackups } from "../topology/backups.ts";
import { textOf } from "../topology/text-of.ts";
import type { Rule } from "./rule.ts";

export const backupSameAddress: Rule = {
	id: "backup-same-address",
	severity: "warning",
	summary: "A backup server has the address of a primary: it can never help.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const upstream of nginx.facts.upstreams) {
				for (const { backup, primary } of selfBackups(upstream)) {
					yield {
						message: `The backup of upstream ${upstream.name.text} is ${backup.address.text}, which is a primary too: when that one fails, so does its backup.`,
						at: backup.address.at,
						related: [{ at: primary.address.at, message: "the primary" }],
						fixes: [
							{
								title: "Remove the backup server",
								preferred: true,
								edits: () => [
									removeDirective(
										textOf(project, backup.directive.at.path),
										backup.directive,
									),
								],
							},
						],
					};
				}
			}
		}
	},
};
