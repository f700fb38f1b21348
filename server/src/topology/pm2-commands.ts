/**
 * The command lines by which the workspace starts or restarts apps from an ecosystem file: in
 * scripts beside it, and in its own `deploy` section. Texts are read, not run: what a variable
 * names is not known.
 */

import { within } from "../languages/pm2/arguments.ts";
import { isConfigName } from "../languages/pm2/config-name.ts";
import type { StaticValue } from "../languages/pm2/value.ts";
import { basename } from "../text/path.ts";
import type { Place } from "../text/place.ts";
import type { Project, RunningEcosystem } from "./model.ts";

export interface Pm2Command {
	/** `start`, `reload`, `startOrRestart`. */
	readonly verb: string;
	/** The config file as it is written; undefined: an app's name, an id, `all`, or nothing. */
	readonly file: string | undefined;
	/** The NAME of `--env NAME`. */
	readonly environment: string | undefined;
	/** `--only`: it does not concern every app. */
	readonly only: boolean;
	/** Where its script is. */
	readonly path: string;
	/** From `pm2` to its last word. */
	readonly at: Place;
	/** Of the file's name. */
	readonly fileAt: Place | undefined;
	/** Of the NAME. */
	readonly environmentAt: Place | undefined;
	/** The script removes the apps before (`pm2 delete`, `pm2 kill`): what follows is a first start. */
	readonly fresh: boolean;
	/** A `cd` stands before it: file names count from elsewhere. */
	readonly isElsewhere: boolean;
}

/** Of all scripts of the project and the deploy sections of its ecosystem files. */
export function pm2Commands(project: Project): readonly Pm2Command[] {
	return [
		...project.scripts.flatMap(({ path, text }) =>
			commandsIn(text, { path, start: 0, end: text.length }),
		),
		...project.ecosystems.flatMap(({ ecosystem }) =>
			textsIn(ecosystem.deploy).flatMap(({ text, at }) => commandsIn(text, at)),
		),
	];
}

/** Whether the command names this ecosystem file; of several of one name, it may be any. */
export function names(
	{ file }: Pm2Command,
	{ ecosystem }: RunningEcosystem,
): boolean {
	return file !== undefined && basename(file) === basename(ecosystem.path);
}

/** Starts or restarts by a file, so that PM2 reads it again. */
export function isRestart({ verb }: Pm2Command): boolean {
	return /^(restart|reload|gracefulReload|startOr\w+)$/.test(verb);
}

interface Text {
	readonly text: string;
	readonly at: Place;
}

function textsIn(value: StaticValue | undefined): readonly Text[] {
	if (value?.kind === "object")
		return value.properties.flatMap((each) => textsIn(each.value));
	return value?.kind === "plain" && typeof value.value === "string"
		? [{ text: value.value, at: value.at }]
		: [];
}

const command =
	/(?:^|[\s"'&|;/(=])(pm2\s+(start|restart|reload|gracefulReload|startOr[A-Z]\w+)(?=\s)([^\n;&|]*))/gm;
/** Of a text that is made to be slow. */
const mostCommands = 200;
const mostBefore = 20_000;

const fresh = /\bpm2\s+(delete|kill|del)\b/;

function commandsIn(text: string, at: Place): readonly Pm2Command[] {
	return [...text.matchAll(command)].slice(0, mostCommands).flatMap((match) => {
		const [whole, line = "", verb = "", rest = ""] = match;
		const start = match.index + whole.length - line.length;
		const lineStart = text.lastIndexOf("\n", start) + 1;
		if (/^\s*#/.test(text.slice(lineStart, start))) return [];
		const before = text.slice(
			Math.max(textStart(text, at, start), start - mostBefore),
			start,
		);
		const place = (from: number, to: number) =>
			within(text, at, start + from, start + to);
		const words = wordsOf(rest).map(({ word, index }) => {
			const from = line.length - rest.length + index;
			return { word, at: place(from, from + word.length) };
		});
		const file = words.find(({ word }) => isConfigName(word));
		const option = words.findIndex(({ word }) => /^--env(=|$)/.test(word));
		const joined = /^--env=(.+)$/.exec(words[option]?.word ?? "")?.[1];
		const name = joined ?? (option < 0 ? undefined : words[option + 1]?.word);
		const last = words.at(-1);
		return [
			{
				verb,
				file: file?.word,
				environment: name,
				only: words.some(({ word }) => /^--only\b/.test(word)),
				path: at.path,
				at: last
					? { ...place(0, line.length), end: last.at.end }
					: place(0, line.trimEnd().length),
				fileAt: file?.at,
				environmentAt: joined
					? words[option]?.at
					: option < 0
						? undefined
						: words[option + 1]?.at,
				fresh: fresh.test(before),
				isElsewhere: /(^|[\s"'&|;])cd\s/.test(before),
			},
		];
	});
}

/** One script of package.json is one line; elsewhere all that stands before counts. */
function textStart(text: string, at: Place, start: number): number {
	return basename(at.path) === "package.json"
		? text.lastIndexOf("\n", start) + 1
		: 0;
}

/** Words up to the quote that ends the text around the command. */
function wordsOf(
	rest: string,
): readonly { readonly word: string; readonly index: number }[] {
	const words = [];
	for (const match of rest.matchAll(
		/((?:\\?["'])?)([^\s"'\\]+)((?:\\?["'])?)/g,
	)) {
		const [, open = "", word = "", close = ""] = match;
		words.push({ word, index: match.index + open.length });
		if (close && !open) break;
	}
	return words;
}
