import { setField } from "../languages/pm2/edit.ts";
import { forkedByNumber, isNoServer } from "../languages/pm2/sharing.ts";
import { textOf } from "../topology/text-of.ts";
import type { Rule } from "./rule.ts";

export const pm2InstancesFork: Rule = {
	id: "pm2-instances-fork",
	severity: "error",
	summary:
		"instances of -2 or less without exec_mode: PM2 forks, and all instances want one port.",
	reads: "topology",

	*check(project) {
		for (const { app, name, runtime } of project.ecosystems.flatMap(
			({ apps }) => apps,
		)) {
			const number = forkedByNumber(app);
			if (!number || runtime.perInstance || isNoServer(app)) continue;
			const port = runtime.ports[0]?.port;
			yield {
				message: `instances: ${number.text} without exec_mode starts ${name} in fork mode, unlike -1 and max: of all its processes one gets ${port === undefined ? "the port" : `port ${port}`}, the others end in EADDRINUSE.`,
				at: number.at,
				fixes: [
					{
						title: `Set exec_mode of ${name} to cluster`,
						preferred: true,
						edits: () =>
							setField(
								textOf(project, app.at.path),
								app,
								"exec_mode",
								"cluster",
							),
					},
				],
			};
		}
	},
};
