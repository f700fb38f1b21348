/** Splits a command that is written as one string. */

/**
 * As compose does (mattn/go-shellwords): quotes and backslashes as in a shell, and the end
 * of it all at an unquoted `;`, `&`, `|`, `<` or `>`, for no shell runs it.
 */
export function splitCommand(text: string): readonly string[] {
	return split(text, true);
}

/** For what a shell runs: the operators are words of their own or parts of words. */
export function splitShell(text: string): readonly string[] {
	return split(text, false);
}

function split(text: string, stopAtOperator: boolean): readonly string[] {
	const words: string[] = [];
	let word = "";
	let inWord = false;
	let quote = "";
	for (let i = 0; i < text.length; i++) {
		const char = text[i] as string;
		if (char === "\\" && quote !== "'" && i + 1 < text.length) {
			word += text[++i];
			inWord = true;
		} else if (quote !== "") {
			if (char === quote) quote = "";
			else word += char;
		} else if (char === '"' || char === "'") {
			quote = char;
			inWord = true;
		} else if (/\s/.test(char)) {
			if (inWord) words.push(word);
			word = "";
			inWord = false;
		} else if (stopAtOperator && /[;&|<>]/.test(char)) {
			// `2>` ends the word before its number.
			if (char === ">" && /^\d/.test(word)) inWord = false;
			break;
		} else {
			word += char;
			inWord = true;
		}
	}
	if (inWord) words.push(word);
	return words;
}
