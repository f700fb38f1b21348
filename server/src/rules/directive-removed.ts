import { removeDirective } from "../languages/nginx/edit.ts";
import { findAll, isOn } from "../languages/nginx/find.ts";
import { insert } from "../text/edit.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import {
	type Gated,
	gatedWords,
	isAtLeast,
	versionText,
} from "./version-gate.ts";

export const directiveRemoved: Rule = {
	id: "directive-removed",
	severity: "error",
	summary:
		"A directive is gone from the nginx of the image: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const gated of gatedWords(nginx)) {
				const { removed } = gated.change;
				if (removed !== undefined && isAtLeast(nginx, removed) === true)
					yield finding(gated, removed, nginx, project);
			}
		}
	},
};

function finding(
	gated: Gated,
	removed: string,
	nginx: Nginx,
	project: Project,
): Finding {
	const { word, change } = gated;
	const service = "service" in nginx.site ? nginx.site.service : undefined;
	const image = service?.image;
	return {
		message: `${word.text} is gone since nginx ${removed}${change.instead ? ` (${change.instead} took its place)` : ""}, and ${service ? `service ${service.name}` : "the image"} runs ${versionText(nginx)}: nginx does not start.`,
		at: word.at,
		related: image ? [{ at: image.at, message: `image ${image.value}` }] : [],
		fixes: word.text === "ssl" ? [listenWithSsl(gated, project)] : [],
	};
}

/** `ssl on;` to `listen 443 ssl;`. */
function listenWithSsl({ directive, within }: Gated, project: Project): Fix {
	return {
		title: isOn(directive) ? "Use the ssl parameter of listen" : "Remove ssl",
		preferred: true,
		edits: () => {
			const listens =
				within?.block?.kind === "directives"
					? findAll(within.block.directives, "listen")
					: [];
			const { path } = directive.at;
			if (isOn(directive) && !listens.some(({ at }) => at.path === path))
				return [];
			return [
				...(isOn(directive) ? listens : []).flatMap(({ args, at }) => {
					const last = args.at(-1);
					const has = args.some(({ text }) => text === "ssl");
					return last && !has && at.path === path
						? [insert(path, last.at.end, " ssl")]
						: [];
				}),
				removeDirective(textOf(project, path), directive),
			];
		},
	};
}
