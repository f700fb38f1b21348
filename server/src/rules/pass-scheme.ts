import type { Pass } from "../languages/nginx/facts.ts";
import type { Word } from "../languages/nginx/tree.ts";
import { partOf } from "../languages/nginx/word.ts";
import { type Edit, insert, replace } from "../text/edit.ts";
import type { Project } from "../topology/model.ts";
import { possibleContexts } from "../topology/nginx/placements.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const passScheme: Rule = {
	id: "pass-scheme",
	severity: "error",
	summary:
		"proxy_pass lacks http:// or https://, or another pass directive has a scheme that it does not take: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const { facts, kind } of project.nginxes) {
			for (const pass of facts.passes) {
				if (kind === "fragment" && mayBeOfStream(pass)) continue;
				const found = finding(pass, project);
				if (found) yield found;
			}
		}
	},
};

/** A file for the inside of a server, and it does not say of which. */
function mayBeOfStream({ server, location, levels, directive }: Pass): boolean {
	if (server || location) return false;
	const own = levels[0]?.filter(({ at }) => at.path === directive.at.path);
	return possibleContexts(own ?? []).includes("stream server");
}

/** ngx_http_proxy_pass: `http://` and `https://` alone, in any letters. A stream's has none. */
function finding(pass: Pass, project: Project): Finding | undefined {
	// Nearly all; `$scheme` is none of them.
	if (pass.kind === "proxy_pass" && /^https?$/.test(pass.scheme ?? ""))
		return undefined;
	const [word] = pass.directive.args;
	if (!word || word.text.includes("$") || pass.protocol !== "http")
		return undefined;
	const scheme = /^([a-z][a-z+.-]*):\/\//i.exec(word.text)?.[1]?.toLowerCase();
	if (pass.kind === "proxy_pass") {
		if (scheme === "http" || scheme === "https") return undefined;
		return {
			message:
				scheme === undefined || scheme === "unix"
					? `proxy_pass ${word.text} has no http:// or https:// in front: nginx does not start.`
					: `proxy_pass takes http:// and https://, not ${scheme}://: nginx does not start.`,
			at: word.at,
			fixes: proxyFix(word, scheme, project),
		};
	}
	if (
		scheme === undefined ||
		scheme === "unix" ||
		taken[pass.kind]?.includes(scheme)
	)
		return undefined;
	const at = partOf(word, 0, scheme.length + 3);
	return {
		message: `${pass.kind} takes an address without ${scheme}://: nginx does not start.`,
		at,
		fixes: [
			{
				title: `Remove ${scheme}://`,
				preferred: true,
				edits: () => written(at, `${scheme}://`, project, replace(at, "")),
			},
		],
	};
}

/** Schemes that are part of the directive's own syntax. */
const taken: Partial<Record<Pass["kind"], readonly string[]>> = {
	grpc_pass: ["grpc", "grpcs"],
	uwsgi_pass: ["uwsgi", "suwsgi"],
};

/** A WebSocket begins as HTTP; what is meant by another scheme is not known. */
function proxyFix(
	word: Word,
	scheme: string | undefined,
	project: Project,
): readonly Fix[] {
	if (scheme === undefined) {
		if (!/^[\w[]/.test(word.text) || word.quote) return [];
		return [
			{
				title: `Send to http://${word.text}`,
				preferred: true,
				edits: () =>
					written(
						word.at,
						word.text,
						project,
						insert(word.at.path, word.at.start, "http://"),
					),
			},
		];
	}
	const instead = { ws: "http", wss: "https" }[scheme];
	const at = partOf(word, 0, scheme.length);
	return instead === undefined
		? []
		: [
				{
					title: `Use ${instead}://`,
					preferred: true,
					edits: () => written(at, scheme, project, replace(at, instead)),
				},
			];
}

/** Nothing where a template's variable stands in its place. */
function written(
	at: Finding["at"],
	text: string,
	project: Project,
	edit: Edit,
): readonly Edit[] {
	const there = textOf(project, at.path).slice(at.start, at.end);
	return there.toLowerCase() === text.toLowerCase() ? [edit] : [];
}
