/** Which script a container starts with, and whether that hands over to the one of the official image. */

import {
	shellScript,
	simpleCommands,
} from "../../languages/dockerfile/shell.ts";
import type { Lookup } from "../snapshot.ts";
import type { Layer } from "./origin.ts";
import type { Start } from "./start.ts";

export type Script =
	/** The image's start script gets these words. */
	| { readonly kind: "image"; readonly words: readonly string[] }
	/** Another entrypoint; `calls`: it hands over to the image's with nginx to run. */
	| {
			readonly kind: "own";
			readonly words: readonly string[];
			readonly calls: boolean;
	  }
	| { readonly kind: "none"; readonly known: boolean };

export function scriptThatRuns(
	start: Start,
	files: Layer,
	look: Lookup,
): Script {
	const command = start.command?.words ?? [];
	if (!start.entrypoint) {
		if (start.byImage) return called(command, command, files, look);
		return { kind: "none", known: start.command !== undefined };
	}
	const { words } = start.entrypoint;
	const [program = "", ...rest] = words;
	if (isImageScript(program, files))
		return { kind: "image", words: [...rest, ...command] };
	const handed = handedOver(words, command, files, look);
	return {
		kind: "own",
		words,
		calls: handed !== undefined && startsNginx(handed),
	};
}

/** `command: sh -c "… && /docker-entrypoint.sh nginx"` renders after all. */
function called(
	words: readonly string[],
	command: readonly string[],
	files: Layer,
	look: Lookup,
): Script {
	const [first = ""] = words;
	if (isImageScript(first, files))
		return { kind: "image", words: words.slice(1) };
	const handed = handedOver(words, command, files, look);
	return handed && startsNginx(handed)
		? { kind: "own", words, calls: true }
		: { kind: "image", words };
}

function isImageScript(program: string, files: Layer): boolean {
	return (
		/(^|\/)docker-entrypoint\.sh$/.test(program) &&
		files.origin("/docker-entrypoint.sh").kind === "image"
	);
}

function startsNginx(words: readonly string[]): boolean {
	return words[0] === "nginx" || words[0] === "nginx-debug";
}

/** What a script gives to the image's start script; undefined where it doesn't call it. */
function handedOver(
	words: readonly string[],
	command: readonly string[],
	files: Layer,
	look: Lookup,
): readonly string[] | undefined {
	const text = scriptText(words, files, look)?.text;
	if (text === undefined) return undefined;
	const call = simpleCommands(text).find(({ words: [program] }) =>
		isImageScript(program?.text ?? "", files),
	);
	return call?.words
		.slice(1)
		.flatMap((word) => (word.text === "$@" ? command : [word.text]));
}

/** The text of the script that the words run, where the workspace has it. */
export function scriptText(
	words: readonly string[],
	files: Layer,
	look: Lookup,
): { readonly text: string; readonly name: string } | undefined {
	const inline = shellScript(words);
	if (inline !== undefined) return { text: inline, name: "sh -c" };
	const [program = "", second = ""] = words;
	const path = /(^|\/)(sh|bash|ash|dash)$/.test(program) ? second : program;
	if (!path.startsWith("/")) return undefined;
	const origin = files.origin(path);
	const text =
		origin.kind === "inline"
			? origin.content.value
			: origin.kind === "workspace"
				? look.file(origin.path)?.text
				: undefined;
	if (text === undefined || /^#!.*(python|node|perl|ruby)/.test(text))
		return undefined;
	return { text, name: path };
}
