import { findAll } from "../languages/nginx/find.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import type { Rule } from "./rule.ts";

export const tryFilesProxy: Rule = {
	id: "try-files-proxy",
	severity: "warning",
	summary:
		"try_files and proxy_pass stand in one location: the files that are found go to the service too.",
	reads: "topology",

	*check(project) {
		for (const { directive, placements } of judgedNamed(project, "try_files")) {
			const passes = placements.map(
				({ level }) => findAll(level, "proxy_pass")[0],
			);
			const [pass] = passes;
			const last = directive.args.at(-1)?.text ?? "";
			// "=404": it only guards.
			if (!pass || passes.includes(undefined) || last.startsWith("=")) continue;
			// ngx_http_core_try_files_handler runs in the precontent phase; the location's content handler stays proxy_pass.
			yield {
				message: `In one location with proxy_pass try_files serves no file: a request for one that is there goes to ${pass.args[0]?.text} all the same, and only one for a file that is missing goes to ${last}.`,
				at: directive.at,
				related: [{ at: pass.at, message: "gets what try_files finds" }],
			};
		}
	},
};
