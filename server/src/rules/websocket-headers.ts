import { isBefore } from "../languages/dockerfile/nginx-version.ts";
import { insertBefore } from "../languages/nginx/edit.ts";
import type { Pass } from "../languages/nginx/facts.ts";
import { headerSet, inherited } from "../languages/nginx/find.ts";
import { levelsKnown } from "../topology/levels.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import {
	type WebSocketEvidence,
	webSocketEvidence,
} from "../topology/websocket-evidence.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const websocketHeaders: Rule = {
	id: "websocket-headers",
	severity: "warning",
	summary:
		"A location of WebSockets does not hand on the Upgrade or Connection header.",
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
	if (pass.kind !== "proxy_pass" || pass.protocol !== "http") return undefined;
	if (!pass.location) return undefined;
	const evidence = webSocketEvidence(project, nginx, pass);
	if (!evidence || !levelsKnown(nginx, pass)) return undefined;
	const lacking = missing(pass);
	const at = pass.location.pattern.at;
	const clue = evidence.package;
	const related = clue
		? [{ at: clue.at, message: `${clue.name} serves WebSockets` }]
		: [];
	if (lacking.length > 0)
		return {
			message: `${where(pass)} serves ${evidence.kind === "ws" ? `WebSockets (package.json has ${evidence.package.name})` : "Socket.IO"}, but nginx does not hand on ${lacking.join(" and ")}: ${outcome(evidence)}.`,
			at,
			severity: evidence.kind === "ws" ? "error" : "warning",
			related,
			fixes: fixes(project, pass, lacking),
		};
	// HTTP/1.1 is the default from 1.29.7 on, and Node does without it (semantics 49).
	const old =
		isBefore(nginx.version, "1.29.7") === true &&
		inherited(pass.levels, "proxy_http_version").length === 0;
	if (!old) return undefined;
	return {
		message: `${where(pass)} upgrades to WebSockets over HTTP/1.0: Node takes that, other servers may refuse it.`,
		at,
		severity: "info",
		related,
		fixes: [
			{
				title: "Speak HTTP/1.1",
				preferred: true,
				edits: () => [
					insertBefore(
						textOf(project, pass.directive.at.path),
						pass.directive,
						["proxy_http_version 1.1;"],
					),
				],
			},
		],
	};
}

function where({ location }: Pass): string {
	const { modifier = "", pattern } = location ?? {};
	return `Location ${modifier}${modifier && " "}${pattern?.value ?? ""}`;
}

function outcome({ kind }: WebSocketEvidence): string {
	return kind === "ws"
		? "the server refuses each connection (426 Upgrade Required)"
		: "each upgrade gets 400, and clients stay with long polling, or fail where they use WebSockets only";
}

function missing({ levels }: Pass): readonly string[] {
	const upgrade = headerSet(levels, "Upgrade")?.text ?? "";
	const connection = headerSet(levels, "Connection")?.text ?? "";
	return [
		...(upgrade === "" ? ["Upgrade"] : []),
		...(/^(close|keep-alive|)$/i.test(connection) ? ["Connection"] : []),
	];
}

const values: Readonly<Record<string, string>> = {
	Upgrade: "$http_upgrade",
	Connection: '"upgrade"',
};

/** None where the file gives one of them another value: that may be meant so. */
function fixes(
	project: Project,
	pass: Pass,
	lacking: readonly string[],
): readonly Fix[] {
	const { levels, directive } = pass;
	if (lacking.some((name) => headerSet(levels, name) !== undefined)) return [];
	const headers = inherited(levels, "proxy_set_header");
	const own = levels[0]?.some((each) => headers.includes(each)) ?? false;
	const version = inherited(levels, "proxy_http_version").length > 0;
	return [
		{
			title: `Hand on ${lacking.join(" and ")}`,
			preferred: true,
			edits: () => [
				insertBefore(textOf(project, directive.at.path), directive, [
					...(version ? [] : ["proxy_http_version 1.1;"]),
					// A header of its own drops the inherited ones.
					...(own ? [] : headers).map(({ at }) =>
						textOf(project, at.path).slice(at.start, at.end),
					),
					...lacking.map((name) => `proxy_set_header ${name} ${values[name]};`),
				]),
			],
		},
	];
}
