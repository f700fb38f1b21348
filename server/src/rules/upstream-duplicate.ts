import { removeDirective } from "../languages/nginx/edit.ts";
import type { Upstream, UpstreamServer } from "../languages/nginx/facts.ts";
import { flag } from "../languages/nginx/find.ts";
import { addressKey } from "../languages/nginx/same-address.ts";
import { loadedTogether } from "../topology/loaded-together.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const upstreamDuplicate: Rule = {
	id: "upstream-duplicate",
	severity: "error",
	summary:
		"An upstream is defined twice, which nginx refuses, or has a server line twice.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			yield* sameName(nginx);
			for (const upstream of nginx.facts.upstreams)
				yield* sameServer(upstream, project);
		}
	},
};

/** Names compare without case; one with a port is another name than one without. */
function* sameName(nginx: Nginx): Iterable<Finding> {
	const byName = new Map<string, Upstream[]>();
	for (const second of nginx.facts.upstreams) {
		const key = `${second.protocol} ${second.name.text.toLowerCase()}`;
		const before = byName.get(key) ?? [];
		byName.set(key, [...before, second]);
		const first = before.find((other) =>
			loadedTogether(nginx, other.name.at, second.name.at),
		);
		// One place twice is a file that is included twice.
		if (!first || isSame(first.name.at, second.name.at)) continue;
		yield {
			message: `Upstream ${second.name.text} is defined twice: nginx does not start ("duplicate upstream "${second.name.text}"").`,
			at: second.name.at,
			related: [{ at: first.name.at, message: "the first one" }],
		};
	}
}

function* sameServer(upstream: Upstream, project: Project): Iterable<Finding> {
	const { servers, name } = upstream;
	for (const [i, second] of servers.entries()) {
		const key = addressKey(second);
		const first = servers
			.slice(0, i)
			.find((other) => key !== undefined && addressKey(other) === key);
		// A backup with the address of a primary is backup-same-address's.
		if (!first || !flag(first, "backup") !== !flag(second, "backup")) continue;
		yield {
			message: `${second.address.text} stands twice in upstream ${name.text}: nginx counts two servers, so it gets two shares of the requests, and a failed request is tried there again.`,
			at: second.address.at,
			severity: "warning",
			related: [{ at: first.address.at, message: "the first one" }],
			fixes: [
				{
					title: "Remove the second server line",
					preferred: sameParameters(first, second),
					edits: () => [
						removeDirective(
							textOf(project, second.directive.at.path),
							second.directive,
						),
					],
				},
			],
		};
	}
}

function sameParameters(one: UpstreamServer, other: UpstreamServer): boolean {
	const words = ({ parameters }: UpstreamServer) =>
		parameters
			.map(({ text }) => text)
			.sort()
			.join(" ");
	return words(one) === words(other);
}

function isSame(
	one: { path: string; start: number },
	other: { path: string; start: number },
): boolean {
	return one.path === other.path && one.start === other.start;
}
