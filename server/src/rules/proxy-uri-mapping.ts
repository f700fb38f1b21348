import type { Pass } from "../languages/nginx/facts.ts";
import { find } from "../languages/nginx/find.ts";
import { replace } from "../text/edit.ts";
import type { Located } from "../text/place.ts";
import type { Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const proxyUriMapping: Rule = {
	id: "proxy-uri-mapping",
	severity: "warning",
	summary:
		"The slashes of a location and of the URI behind its proxy_pass do not match.",
	reads: "topology",

	*check(project) {
		for (const { facts } of project.nginxes) {
			const said = new Set<Pass["directive"]>();
			for (const pass of facts.passes) {
				if (said.has(pass.directive)) continue;
				said.add(pass.directive);
				const found = finding(pass, project);
				if (found) yield found;
			}
		}
	},
};

function finding(pass: Pass, project: Project): Finding | undefined {
	const { location, uri, atRunTime, levels } = pass;
	if (
		!location ||
		!uri ||
		atRunTime ||
		pass.kind !== "proxy_pass" ||
		pass.address.host.kind === "unix" ||
		/[$?]/.test(uri.value) ||
		!(location.modifier === "" || location.modifier === "^~") ||
		// In an if or a limit_except nginx allows no URI: location-invalid's.
		levels[0] !== location.directives ||
		// The rewritten URI is what is passed, or it makes the pair right.
		levels.some((level) => find(level, "rewrite"))
	)
		return undefined;
	const { pattern } = location;
	if (/^\/socket\.io(\/|$)/.test(pattern.value)) {
		return uri.value === pattern.value
			? undefined
			: socketIo(pattern, uri, project);
	}
	const ends = pattern.value.endsWith("/");
	if (ends === uri.value.endsWith("/") || !pattern.value.startsWith("/"))
		return undefined;
	const example = `${pattern.value}${ends ? "" : "/"}users`;
	const result = `${uri.value}${example.slice(pattern.value.length)}`;
	return {
		message: `nginx puts ${uri.value} in the place of ${pattern.value}: ${example} becomes ${result}.`,
		at: uri.at,
		related: [
			{ at: pattern.at, message: `location ${pattern.value} is replaced` },
		],
		fixes: ends
			? [
					edit(
						`Send to ${uri.value}/`,
						{ value: uri.value, at: uri.at },
						`${uri.value}/`,
						project,
						true,
					),
				]
			: [
					edit(
						`Change the location to ${pattern.value}/`,
						pattern,
						`${pattern.value}/`,
						project,
						true,
					),
				],
	};
}

/** Socket.IO serves its own path alone (semantics 39). */
function socketIo(
	pattern: Located<string>,
	uri: Located<string>,
	project: Project,
): Finding {
	const example = "/socket.io/?EIO=4";
	const result = `${uri.value}${example.slice(pattern.value.length)}`;
	return {
		message: `nginx puts ${uri.value} in the place of ${pattern.value}: ${example} becomes ${result}, which Socket.IO does not serve.`,
		at: uri.at,
		severity: "error",
		related: [{ at: pattern.at, message: "the location" }],
		fixes: [
			edit(`Remove ${uri.value} from proxy_pass`, uri, "", project, true),
		],
	};
}

function edit(
	title: string,
	{ value, at }: Located<string>,
	newText: string,
	project: Project,
	preferred: boolean,
): Fix {
	return {
		title,
		preferred,
		// In a template the place may be a variable's.
		edits: () =>
			textOf(project, at.path).slice(at.start, at.end) === value
				? [replace(at, newText)]
				: [],
	};
}
