/** Which files a shell text writes, moves or removes, as far as its words tell: RUN instructions, start scripts, commands given to `sh -c`. */

import {
	type ShellWord,
	type SimpleCommand,
	shellScript,
	simpleCommands,
} from "../../languages/dockerfile/shell.ts";
import type { Effect } from "./effect.ts";
import { rendering } from "./envsubst.ts";
import { effectsOfProgram } from "./program-effects.ts";
import { pathOf, write } from "./script-path.ts";

/** `directory`: the working directory; undefined where it is not known. */
export function effectsOf(
	script: string,
	directory: string | undefined,
): readonly Effect[] {
	let here = directory;
	return simpleCommands(script).flatMap((command) => {
		const [program, target] = command.words;
		if (program?.text === "cd") {
			here = target && pathOf(target, here);
			return [];
		}
		return effectsOfCommand(command, here);
	});
}

/** Of a command in exec form; `sh -c` is looked into. */
export function effectsOfWords(
	words: readonly string[],
	directory: string | undefined,
): readonly Effect[] {
	const script = shellScript(words);
	if (script !== undefined) return effectsOf(script, directory);
	return effectsOfCommand(
		{
			words: words.map((text) => ({ text, open: false })),
			redirects: [],
			certain: true,
		},
		directory,
	);
}

function effectsOfCommand(
	command: SimpleCommand,
	here: string | undefined,
): readonly Effect[] {
	const [program, ...args] = command.words;
	const name = program ? programName(program) : "";
	const rendered = name === "envsubst" ? rendering(command, here) : undefined;
	if (rendered) return [rendered];
	const nested = shellScript(command.words.map(({ text }) => text));
	if (nested !== undefined)
		return effectsOf(nested, here).map((effect) =>
			command.certain ? effect : vague(effect, name),
		);
	const by = name === "" ? "a redirection" : name;
	const redirected = command.redirects
		.filter(({ operator }) => operator !== "<")
		.map(({ target }) => write(target, here, by));
	return [
		...redirected,
		...(program ? effectsOfProgram(command, name, args, here) : []),
	];
}

/** Without its folder, if that is one of the system's: a script of one's own is not the program of that name. */
function programName({ text }: ShellWord): string {
	const name = text.slice(text.lastIndexOf("/") + 1);
	const isSystems =
		/^(\/usr(\/local)?)?\/s?bin\/[^/]*$/.test(text) ||
		text === "/docker-entrypoint.sh";
	return isSystems ? name : text;
}

function vague(effect: Effect, by: string): Effect {
	switch (effect.kind) {
		case "copy":
		case "render":
			return { kind: "write", path: effect.to, by };
		case "remove":
			return { kind: "write", path: effect.path, by };
		default:
			return effect;
	}
}
