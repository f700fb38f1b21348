/** CMD, ENTRYPOINT, RUN and HEALTHCHECK's CMD: an exec form, or a text for the shell. */

import type { Command } from "./facts.ts";
import type { LogicalLine } from "./lines.ts";
import { jsonWords, plainWords } from "./words.ts";

/** `from` is where the command begins in the line's text. */
export function readCommand(line: LogicalLine, from: number): Command {
	const at = line.place(from, line.text.length);
	const exec = jsonWords(line.text, from);
	if (exec) {
		const words = exec.map(({ text }) => text);
		return { form: "exec", words, text: words.join(" "), at };
	}
	const heredocs = line.heredocs.map(({ content }) => `\n${content}`);
	return {
		form: "shell",
		words: plainWords(line.text, from).map(({ text }) => text),
		text: line.text.slice(from).trim() + heredocs.join(""),
		at,
	};
}
