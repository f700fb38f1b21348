import type { Address } from "../languages/nginx/facts.ts";
import type { Nginx, Project, Route } from "../topology/model.ts";
import { portsInstead } from "../topology/ports-instead.ts";
import { isUsed } from "../topology/used.ts";
import { eachRoute } from "./each-route.ts";
import type { Finding, Rule } from "./rule.ts";
import { sendTo, sendToPort } from "./send-to.ts";

export const upstreamPortMissing: Rule = {
	id: "upstream-port-missing",
	severity: "warning",
	summary:
		"nginx takes port 80 where none is written, and the target listens elsewhere.",
	reads: "topology",

	check: (project) => eachRoute(project, finding),
};

function finding(
	route: Route,
	nginx: Nginx,
	project: Project,
): Finding | undefined {
	const { address, from } = route;
	const digits = digitsOnly(address);
	if (digits !== undefined && from.kind === "server")
		return portAsHost(digits, route, nginx, project);
	const [first, ...others] = portsInstead(route, project);
	if (!first) return undefined;
	const { name, port: open, at } = first;
	return {
		message: `${address.text} has no port, so nginx takes 80, but ${name} listens on ${[first, ...others].map(({ port }) => port).join(", ")}: requests get 502.`,
		at: address.at,
		...(isUsed(route, nginx) ? {} : { severity: "hint" as const }),
		related: [{ at, message: `${name} listens on ${open}` }],
		fixes: [
			{
				title: `Send to port ${open}, where ${name} listens`,
				preferred: others.length === 0,
				edits: () => sendToPort(address, open, project),
			},
		],
	};
}

/** `server 3000;` is the IPv4 address 0.0.11.184 (semantics 36). */
function digitsOnly({ host, portText }: Address): number | undefined {
	return host.kind === "name" && !portText && /^\d+$/.test(host.name)
		? Number(host.name)
		: undefined;
}

function portAsHost(
	digits: number,
	{ address }: Route,
	nginx: Nginx,
	project: Project,
): Finding {
	const dotted = [24, 16, 8, 0].map(
		(bits) => Math.floor(digits / 2 ** bits) % 256,
	);
	const isHere =
		nginx.site.kind === "host" || nginx.site.kind === "host-network";
	return {
		message: `server ${address.text} names an address, not a port: nginx sends to ${dotted.join(".")}:80, and requests fail.`,
		at: address.at,
		severity: "error",
		fixes: isHere
			? [
					{
						title: `Send to 127.0.0.1:${digits}`,
						preferred: true,
						edits: () => sendTo(address, `127.0.0.1:${digits}`, project),
					},
				]
			: [],
	};
}
