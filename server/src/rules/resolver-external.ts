import type { Word } from "../languages/nginx/tree.ts";
import type { Nginx } from "../topology/model.ts";
import { inEvery, judgedNamed } from "../topology/nginx/judged.ts";
import type { Rule } from "./rule.ts";

export const resolverExternal: Rule = {
	id: "resolver-external",
	severity: "info",
	summary: "nginx asks a public resolver where its services are.",
	reads: "topology",

	*check(project) {
		for (const judged of judgedNamed(project, "resolver")) {
			const isAsked = inEvery(judged, (_, nginx) =>
				looksUp(nginx) ? true : undefined,
			);
			const [first, ...others] = judged.directive.args.filter(isPublic);
			if (!isAsked || !first) continue;
			yield {
				message: `nginx asks ${[first, ...others].map(({ text }) => text).join(", ")} over the open network where it sends requests to: who forges an answer gets them. Names of services and of inner machines are not known there.`,
				at: first.at,
			};
		}
	},
};

/** A stapled OCSP answer is signed: for that alone any resolver does. */
function looksUp({ facts }: Nginx): boolean {
	return (
		facts.passes.some(({ atRunTime }) => atRunTime) ||
		facts.upstreams.some(({ servers }) =>
			servers.some(({ parameters }) =>
				parameters.some(({ text }) => text === "resolve"),
			),
		)
	);
}

function isPublic({ text }: Word): boolean {
	const six = /^\[([0-9a-f:.]+)\](:\d+)?$/i.exec(text)?.[1];
	// fc00::/7, fe80::/10, and the host itself.
	if (six) return /^[23]/.test(six);
	const four = /^(\d+)\.(\d+)\.\d+\.\d+(:\d+)?$/.exec(text);
	if (!four) return false;
	const [a, b] = [Number(four[1]), Number(four[2])];
	return !(
		a === 0 ||
		a === 10 ||
		a === 127 ||
		a >= 224 ||
		(a === 100 && b >= 64 && b < 128) ||
		(a === 169 && b === 254) ||
		(a === 172 && b >= 16 && b < 32) ||
		(a === 192 && b === 168)
	);
}
