import { replace } from "../text/edit.ts";
import type { Nginx, Route } from "../topology/model.ts";
import { upstreamWithPort } from "../topology/upstream-with-port.ts";
import type { Finding, Rule } from "./rule.ts";

export const upstreamHasPort: Rule = {
	id: "upstream-has-port",
	severity: "error",
	summary:
		"A pass directive names an upstream together with a port: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const route of nginx.routes) {
				const found = finding(route, nginx);
				if (found) yield found;
			}
		}
	},
};

function finding({ from }: Route, nginx: Nginx): Finding | undefined {
	if (from.kind !== "pass") return undefined;
	const upstream = upstreamWithPort(nginx, from.pass);
	const { portText } = from.pass.address;
	if (!upstream || !portText) return undefined;
	const { at, value } = portText;
	const name = upstream.name.text;
	return {
		message: `${name} is an upstream, whose servers have ports of their own: with port ${value} behind its name nginx does not start ("upstream "${name}" may not have port ${value}").`,
		at,
		related: [{ at: upstream.name.at, message: `upstream ${name}` }],
		fixes: [
			{
				title: `Drop the port behind ${name}`,
				preferred: true,
				edits: () => [replace({ ...at, start: at.start - 1 }, "")],
			},
		],
	};
}
