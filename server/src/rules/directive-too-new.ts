import { removeDirective, removeWord } from "../languages/nginx/edit.ts";
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

export const directiveTooNew: Rule = {
	id: "directive-too-new",
	severity: "error",
	summary:
		"A directive or parameter is younger than the nginx of the image: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const gated of gatedWords(nginx)) {
				const { since } = gated.change;
				if (since !== undefined && isAtLeast(nginx, since) === false)
					yield finding(gated, since, nginx, project);
			}
		}
	},
};

function finding(
	gated: Gated,
	since: string,
	nginx: Nginx,
	project: Project,
): Finding {
	const { word, directive } = gated;
	const what =
		word === directive.name
			? word.text
			: `${word.text} of ${directive.name.text}`;
	const service = "service" in nginx.site ? nginx.site.service : undefined;
	const image = service?.image;
	return {
		message: `${what} is known from nginx ${since} on, but ${service ? `service ${service.name}` : "the image"} runs ${versionText(nginx)}: nginx does not start.`,
		at: word.at,
		related: image ? [{ at: image.at, message: `image ${image.value}` }] : [],
		fixes: fixes(gated, project),
	};
}

function fixes(gated: Gated, project: Project): readonly Fix[] {
	const { word, directive, within, change } = gated;
	const text = () => textOf(project, word.at.path);
	if (change.name === "http2" && within?.name.text === "server")
		return [
			{
				title: "Use the http2 parameter of listen",
				preferred: true,
				edits: () => olderHttp2(gated, text()),
			},
		];
	if (change.parameter && /^(resolve|quic|local)$/.test(word.text))
		return [
			{
				title: `Remove ${word.text}`,
				edits: () => [removeWord(text(), word)],
			},
		];
	return change.parameter
		? []
		: [
				{
					title: `Remove ${directive.name.text}`,
					edits: () => [removeDirective(text(), directive)],
				},
			];
}

/** `http2 on;` to `listen 443 ssl http2;`. */
function olderHttp2(
	{ directive, within }: Gated,
	text: string,
): ReturnType<Fix["edits"]> {
	const listens =
		within?.block?.kind === "directives"
			? findAll(within.block.directives, "listen")
			: [];
	const secure = listens.filter(({ args }) =>
		args.some(({ text }) => text === "ssl"),
	);
	// Where a part stands in an included file, its edit would count in another text.
	const here = secure.filter(({ at }) => at.path === directive.at.path);
	if (here.length < secure.length) return [];
	return [
		...(isOn(directive) ? here : []).flatMap(({ args }) => {
			const last = args.at(-1);
			return last ? [insert(last.at.path, last.at.end, " http2")] : [];
		}),
		removeDirective(text, directive),
	];
}
