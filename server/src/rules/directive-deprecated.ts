import { insertAfter, removeWord } from "../languages/nginx/edit.ts";
import { find, findAll } from "../languages/nginx/find.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import {
	type Gated,
	gatedWords,
	isAtLeast,
	versionText,
} from "./version-gate.ts";

export const directiveDeprecated: Rule = {
	id: "directive-deprecated",
	severity: "warning",
	summary: "nginx warns of a directive or parameter that will go.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const blocks = new Set<Directive>();
			for (const gated of gatedWords(nginx)) {
				if (!isDeprecated(gated, nginx)) continue;
				// Of a server that listens several times once.
				if (gated.within && gated.change.name === "listen") {
					if (blocks.has(gated.within)) continue;
					blocks.add(gated.within);
				}
				yield finding(gated, nginx, project);
			}
		}
	},
};

function isDeprecated({ change }: Gated, nginx: Nginx): boolean {
	const { deprecated, removed } = change;
	return (
		deprecated !== undefined &&
		isAtLeast(nginx, deprecated) === true &&
		(removed === undefined || isAtLeast(nginx, removed) === false)
	);
}

function finding(gated: Gated, nginx: Nginx, project: Project): Finding {
	const { word, directive, change } = gated;
	const what =
		word === directive.name
			? word.text
			: `${word.text} of ${directive.name.text}`;
	const image = "service" in nginx.site ? nginx.site.service.image : undefined;
	return {
		message: `${what} is deprecated since nginx ${change.deprecated}${change.instead ? `: ${change.instead} takes its place` : " and does nothing"}; ${versionText(nginx)} starts with a warning.`,
		at: word.at,
		tag: "deprecated",
		related: image ? [{ at: image.at, message: `image ${image.value}` }] : [],
		fixes: word.text === "http2" ? [http2On(gated, project)] : [],
	};
}

/** `listen 443 ssl http2;` to `http2 on;`. */
function http2On({ within }: Gated, project: Project): Fix {
	return {
		title: "Use http2 on",
		preferred: true,
		edits: () => {
			const statements =
				within?.block?.kind === "directives" ? within.block.directives : [];
			const listens = findAll(statements, "listen");
			const last = listens.at(-1);
			const path = within?.at.path;
			if (!last || listens.some(({ at }) => at.path !== path)) return [];
			const text = textOf(project, last.at.path);
			const words = listens.flatMap(({ args }) =>
				args.filter((arg) => arg.text === "http2"),
			);
			return [
				...words.map((word) => removeWord(text, word)),
				...(find(statements, "http2")
					? []
					: [insertAfter(text, last, ["http2 on;"])]),
			];
		},
	};
}
