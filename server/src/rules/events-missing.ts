import { find } from "../languages/nginx/find.ts";
import { insert } from "../text/edit.ts";
import { basename } from "../text/path.ts";
import type { Nginx } from "../topology/model.ts";
import { wholeNginxes } from "../topology/whole-nginxes.ts";
import type { Finding, Rule } from "./rule.ts";

export const eventsMissing: Rule = {
	id: "events-missing",
	severity: "error",
	summary: "nginx.conf has no events block: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of wholeNginxes(project)) {
			const found = finding(nginx);
			if (found) yield found;
		}
	},
};

/** ngx_event_init_conf: no "events" section in configuration. A file of another name may be included by one that has it. */
function finding({ path, facts, mainFrom }: Nginx): Finding | undefined {
	const { directives } = facts;
	const [first] = directives;
	if (!first) return undefined;
	if (!mainFrom && basename(path) !== "nginx.conf") return undefined;
	if (find(directives, "events")) return undefined;
	const block = ["http", "stream", "mail"]
		.flatMap((name) => find(directives, name) ?? [])
		.at(0);
	// A file without any of them is no main file: fragment-as-main.
	if (!block || block.at.path !== path) return undefined;
	return {
		message: `nginx.conf has no events block, not even an empty one: nginx does not start.`,
		at: block.name.at,
		fixes: [
			{
				title: "Insert events {}",
				preferred: true,
				edits: () => [insert(path, block.at.start, "events {}\n\n")],
			},
		],
	};
}
