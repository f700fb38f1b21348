import type { Upstream } from "../languages/nginx/facts.ts";
import { allStatements } from "../languages/nginx/statements.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { passesTo } from "../topology/arrivals.ts";
import type { Nginx } from "../topology/model.ts";
import { wholeNginxes } from "../topology/whole-nginxes.ts";
import type { Rule } from "./rule.ts";

export const ipHashOneClient: Rule = {
	id: "ip-hash-one-client",
	severity: "warning",
	summary:
		"ip_hash behind another proxy: every user has that proxy's address, and all go to one server.",
	reads: "topology",

	*check(project) {
		for (const nginx of wholeNginxes(project)) {
			// Only where it could matter the whole is looked through.
			if (!nginx.facts.upstreams.some(isHashed)) continue;
			const all = allStatements(nginx.facts.directives).map(
				({ directive }) => directive,
			);
			if (all.some(({ name }) => name.text === "set_real_ip_from")) continue;
			const behind = all.find(speaksOfAProxy);
			if (!behind) continue;
			for (const upstream of nginx.facts.upstreams) {
				const { balancing, name } = upstream;
				if (!balancing || !isHashed(upstream) || !isUsed(nginx, upstream))
					continue;
				yield {
					message: `Upstream ${name.text} chooses by the client's address, but this nginx stands behind another proxy (${words(behind)}) and knows no other address than that one's: all users go to one server.`,
					at: balancing.at,
					related: [
						{ at: behind.at, message: "this is for a proxy in front of it" },
					],
				};
			}
		}
	},
};

function isUsed(nginx: Nginx, upstream: Upstream): boolean {
	return passesTo(nginx, upstream).length > 0;
}

function isHashed({ balancing, servers }: Upstream): boolean {
	return balancing?.name.text === "ip_hash" && servers.length > 1;
}

/**
 * Hands on or reads the address that somebody before it wrote. `$proxy_add_x_forwarded_for` and
 * the log format of every packaged nginx.conf do not count: they stand at the edge too.
 */
function speaksOfAProxy({ name, args }: Directive): boolean {
	const texts = args.map(({ text }) => text);
	switch (name.text) {
		case "proxy_set_header":
			return texts[1] === "$http_x_forwarded_for";
		case "map":
		case "geo":
			return texts[0] === "$http_x_forwarded_for";
		case "set":
			return texts[1] === "$http_x_forwarded_for";
		case "real_ip_header":
			return true;
		default:
			return false;
	}
}

function words({ name, args }: Directive): string {
	return [name.text, ...args.map(({ text }) => text)].join(" ");
}
