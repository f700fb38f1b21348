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
	return {
		form: "shell",
		words: plainWords(line.text, from).map(({ text }) => text),
		text: shellText(line, from),
		at,
	};
}

/** `RUN <<EOF` alone runs the heredoc's lines; behind a command they are its input. */
function shellText(line: LogicalLine, from: number): string {
	const text = line.text.slice(from).trim();
	const [only] = line.heredocs;
	if (only && text === only.word) return only.content;
	const lines = line.heredocs.map(({ content, name }) => `\n${content}${name}`);
	return text + lines.join("");
}
