import { insertBefore } from "../languages/nginx/edit.ts";
import type { Pass } from "../languages/nginx/facts.ts";
import { inherited } from "../languages/nginx/find.ts";
import { milliseconds } from "../languages/nginx/time.ts";
import { replace } from "../text/edit.ts";
import { levelsKnown } from "../topology/levels.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import { upgrades } from "../topology/websocket.ts";
import { webSocketEvidence } from "../topology/websocket-evidence.ts";
import type { Finding, Rule } from "./rule.ts";

export const websocketTimeout: Rule = {
	id: "websocket-timeout",
	severity: "info",
	summary:
		"nginx closes a WebSocket that is silent for longer than proxy_read_timeout, 60 s by default.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const pass of nginx.facts.passes) {
				const found = finding(project, nginx, pass);
				if (found) yield found;
			}
		}
	},
};

function finding(
	project: Project,
	nginx: Nginx,
	pass: Pass,
): Finding | undefined {
	if (pass.kind !== "proxy_pass" || !pass.location) return undefined;
	const evidence = webSocketEvidence(project, nginx, pass);
	if (!evidence) return undefined;
	if (!upgrades(pass) || !levelsKnown(nginx, pass)) return undefined;
	const word = inherited(pass.levels, "proxy_read_timeout").at(-1)?.args[0];
	const time = word ? milliseconds(word.text) : 60_000;
	if (time === undefined) return undefined;
	const socketIo = evidence.kind === "socket.io";
	// Socket.IO's server pings every 25 s: the default is enough.
	if (socketIo ? time >= 25_000 : time !== 60_000) return undefined;
	const { at, value } = pass.location.pattern;
	return {
		message: socketIo
			? `${value} has a proxy_read_timeout of ${word?.text}, and Socket.IO pings every 25 s only: nginx closes each silent WebSocket before.`
			: `nginx closes a WebSocket of ${value} that is silent for 60 s (proxy_read_timeout), unless the application pings more often.`,
		at: word?.at ?? at,
		severity: socketIo ? "warning" : "info",
		related: evidence.package
			? [{ at: evidence.package.at, message: "serves WebSockets" }]
			: [],
		fixes: [
			{
				title: "Set proxy_read_timeout to 3600s",
				preferred: true,
				edits: () =>
					word
						? [replace(word.at, "3600s")]
						: [
								insertBefore(
									textOf(project, pass.directive.at.path),
									pass.directive,
									["proxy_read_timeout 3600s;"],
								),
							],
			},
		],
	};
}
