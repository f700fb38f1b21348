import type { Loading } from "../languages/pm2/facts.ts";
import { replace } from "../text/edit.ts";
import { basename } from "../text/path.ts";
import type { Place } from "../text/place.ts";
import type { Project } from "../topology/model.ts";
import { refusedEcosystems } from "../topology/pm2-refused.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const pm2ConfigNotLoaded: Rule = {
	id: "pm2-config-not-loaded",
	severity: "error",
	summary:
		"PM2 does not read the file as configuration, by its name or by what it exports: no app of it starts.",
	reads: "topology",

	*check(project) {
		for (const { ecosystem } of refusedEcosystems(project)) {
			const { loading, path } = ecosystem;
			if (loading.kind !== "refused") continue;
			// Its text says whether it throws, not whether it does so there.
			if (loading.why === "throws") continue;
			yield finding(loading, path, project);
		}
	},
};

type Refused = Extract<Loading, { kind: "refused" }>;

function finding(
	{ why, at }: Refused,
	path: string,
	project: Project,
): Finding {
	return {
		message: words(why, basename(path)),
		at: headAt(why, at, textOf(project, path)),
		fixes: [...fixes(why, at, path, project)],
	};
}

function words(why: Refused["why"], name: string): string {
	switch (why) {
		case "name":
			return `PM2 reads no configuration from a file of this name: pm2 start ${name} runs ${name} itself as a program, and none of its apps. It reads *.config.js, .config.cjs, .config.mjs, .json, .yml and .yaml.`;
		case "function":
			return "PM2 calls no function: it looks for apps in what the file exports, finds none and ends with No script path.";
		case "promise":
			return "PM2 waits for no Promise: it looks for apps in what the file exports, finds none and ends with No script path.";
		case "export-default":
		case "default-property":
			return "PM2 does not look into the default export: it finds no apps and ends with No script path.";
		case "commonjs-in-module":
			return `${name} is a module for Node, in which there is no module.exports: PM2 ends with a ReferenceError, and no app starts.`;
		case "module-in-commonjs":
			return `${name} is no module for Node, and export is a syntax error there: PM2 can't read it, and no app starts.`;
		default:
			return "PM2 finds neither apps nor a script in what the file exports, and ends with No script path.";
	}
}

/** The word that one would change, of what may be the whole file. */
function headAt(why: Refused["why"], at: Place, text: string): Place {
	const from = why === "name" ? 0 : at.start;
	const head =
		why === "name"
			? /^(?:module\.|export )?(exports|default|const)\b/m
			: /^export\s+(default)\b|^((?:async\s+)?function\b[^\n{(]*|(?:async\s*)?[^\n=>]*=>|[^\n{(]+)/;
	const match = head.exec(
		text.slice(from, Math.max(at.end, why === "name" ? text.length : 0)),
	);
	const word = (match?.[1] ?? match?.[2] ?? "").trimEnd();
	if (!match || !word) return at;
	const start = from + match.index + match[0].indexOf(word);
	return { path: at.path, start, end: start + word.length };
}

function* fixes(
	why: Refused["why"],
	at: Place,
	path: string,
	project: Project,
): Iterable<Fix> {
	const isModule = path.endsWith(".mjs");
	const text = textOf(project, path);
	const written = text.slice(at.start, at.end);
	const exported = /^export\s+default\b\s*/.exec(written)?.[0];
	if (exported === undefined || isModule || /^\s*import\b/m.test(text)) return;
	yield {
		title: "Write module.exports = instead of export default",
		// In a package of modules that would be refused as well.
		preferred: why === "module-in-commonjs",
		edits: () => [
			replace({ ...at, end: at.start + exported.length }, "module.exports = "),
		],
	};
}
