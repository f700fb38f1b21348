import type { Server } from "../languages/nginx/facts.ts";
import { inherited } from "../languages/nginx/find.ts";
import {
	blockAround,
	levelsOf,
	type Statement,
} from "../languages/nginx/statements.ts";
import { levelsKnown } from "../topology/levels.ts";
import type { Nginx } from "../topology/model.ts";
import { isLoopback } from "../topology/network/loopback.ts";
import { inEvery, judgedNamed } from "../topology/nginx/judged.ts";
import { publishedTo } from "../topology/published-to.ts";
import type { Rule } from "./rule.ts";

export const statusExposed: Rule = {
	id: "status-exposed",
	severity: "info",
	summary: "The status page of nginx is open to everybody.",
	reads: "topology",

	*check(project) {
		for (const name of pages)
			for (const judged of judgedNamed(project, name)) {
				const { directive } = judged;
				if (directive.args[0]?.text === "off") continue;
				const open = inEvery(judged, (placement, nginx) =>
					isOpen(placement, nginx) ? true : undefined,
				);
				if (!open) continue;
				yield {
					message: `Nothing keeps anybody from the page of ${name}: it tells how busy nginx is${name === "stub_status" ? "" : ", and which services it has"}.`,
					at: directive.at,
				};
			}
	},
};

const pages = ["stub_status", "vhost_traffic_status_display"];

function isOpen(placement: Statement, nginx: Nginx): boolean {
	const levels = levelsOf(placement);
	const server = blockAround(placement, "server")?.directive;
	const facts = nginx.facts.servers.find(
		({ directive }) => directive === server,
	);
	const isGuarded = guards.some((name) =>
		inherited(levels, name).some(({ args }) => args[0]?.text !== "off"),
	);
	return (
		nginx.kind === "main" &&
		facts !== undefined &&
		!isGuarded &&
		levelsKnown(nginx, { levels }) &&
		isReached(facts, nginx)
	);
}

const guards = ["deny", "auth_basic", "auth_request", "auth_jwt", "internal"];

/** By more than the machine itself; in a container only through a published port. */
function isReached({ listens }: Server, { site }: Nginx): boolean {
	if (site.kind === "unknown") return false;
	const open = listens.filter(
		({ address, port }) =>
			port && !(address !== undefined && isLoopback(address)),
	);
	if (listens.length === 0) return site.kind === "host";
	if (site.kind !== "container") return open.length > 0;
	return open.some(
		({ port }) =>
			port &&
			publishedTo(site.service, port.value).some(
				({ hostIp }) => !hostIp || !isLoopback(hostIp),
			),
	);
}
