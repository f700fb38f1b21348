import { oncePer } from "../collections/once-per.ts";
import type { Service } from "../languages/compose/facts.ts";
import type { Pass } from "../languages/nginx/facts.ts";
import { partOf } from "../languages/nginx/word.ts";
import { replace } from "../text/edit.ts";
import { routesBehind } from "../topology/arrivals.ts";
import type { Listener, Nginx, Project, Route } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const upstreamSchemeMismatch: Rule = {
	id: "upstream-scheme-mismatch",
	severity: "error",
	summary: "nginx speaks TLS to a port that speaks plain HTTP, or the reverse.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const pass of nginx.facts.passes) {
				const found = finding(pass, nginx, project);
				if (found) yield found;
			}
		}
	},
};

function finding(
	pass: Pass,
	nginx: Nginx,
	project: Project,
): Finding | undefined {
	const speaks = schemes.get(pass.scheme ?? "");
	if (!speaks) return undefined;
	const known = routesBehind(nginx, pass).map(spokenAt);
	const [first] = known;
	if (
		!first ||
		known.some((each) => each === undefined || each.tls !== first.tls) ||
		first.tls === speaks.tls
	)
		return undefined;
	const outcome = speaks.tls
		? "the handshake fails, and requests get 502"
		: "it answers 400 to every request";
	return {
		message: `nginx sends ${pass.scheme}:// to ${pass.address.text}, but ${first.words} speaks ${first.tls ? "TLS" : "plain HTTP"} there: ${outcome}.`,
		at: schemeAt(pass) ?? pass.address.at,
		related: [{ at: first.at, message: first.words }],
		fixes: [useScheme(pass, speaks.other, project)].filter(
			(fix) => fix !== undefined,
		),
	};
}

const schemes = new Map([
	["http", { tls: false, other: "https" }],
	["https", { tls: true, other: "http" }],
	["grpc", { tls: false, other: "grpcs" }],
	["grpcs", { tls: true, other: "grpc" }],
]);

interface Spoken {
	readonly tls: boolean;
	readonly words: string;
	readonly at: Listener["at"];
}

/** What is known of the protocol on the other side: a `listen` of nginx, or a healthcheck that asks by http. */
function spokenAt({ listeners, port }: Route): Spoken | undefined {
	for (const { by, at, evidence } of listeners) {
		if (by.kind === "nginx")
			return {
				tls: by.listen.ssl,
				words: `the nginx that listens on ${port}`,
				at,
			};
		if (by.kind === "service" && evidence === "healthcheck") {
			const scheme = schemesAsked(by.service).get(port);
			if (scheme)
				return {
					tls: scheme === "https",
					words: `service ${by.service.name}, whose healthcheck asks ${scheme}://,`,
					at,
				};
		}
	}
	return undefined;
}

/** By port: the schemes of the URLs in its healthcheck. */
const schemesAsked = oncePer((service: Service) => {
	const check = service.healthcheck?.words.join(" ") ?? "";
	return new Map<number | undefined, string>(
		[...check.matchAll(asked)].map(([, scheme = "", port]) => [
			Number(port),
			scheme,
		]),
	);
});

const asked = /\b(https?):\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0):(\d+)/g;

function schemeAt({ directive, scheme = "" }: Pass): Finding["at"] | undefined {
	const [word] = directive.args;
	return word?.text.startsWith(`${scheme}://`)
		? partOf(word, 0, scheme.length)
		: undefined;
}

function useScheme(
	pass: Pass,
	scheme: string,
	project: Project,
): Fix | undefined {
	const at = schemeAt(pass);
	return (
		at && {
			title: `Send ${scheme}:// instead`,
			preferred: true,
			edits: () =>
				textOf(project, at.path).slice(at.start, at.end) === pass.scheme
					? [replace(at, scheme)]
					: [],
		}
	);
}
