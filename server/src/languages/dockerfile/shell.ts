/**
 * A shell text to its simple commands, for a look at which files it writes. This is no shell:
 * what may or may not run is marked as such, and what can't be read is left as a word.
 */

export interface SimpleCommand {
	/** Without quotes; `assignments` before the program are left out. */
	readonly words: readonly ShellWord[];
	readonly redirects: readonly Redirect[];
	/** False behind `||` and `[ … ] &&`, within `if`, `case`, loops, functions and parentheses. */
	readonly certain: boolean;
}

export interface ShellWord {
	readonly text: string;
	/** `$` or a backtick outside of single quotes: the text is not what the program gets. */
	readonly open: boolean;
}

export interface Redirect {
	/** `>`, `>>`, `<`; without the descriptor. */
	readonly operator: string;
	readonly target: ShellWord;
}

/** The text behind `sh -c`, `/bin/bash -lc` and the like, of a command in words. */
export function shellScript(words: readonly string[]): string | undefined {
	const [program = "", ...rest] = words;
	if (!/(^|\/)(sh|bash|ash|dash)$/.test(program)) return undefined;
	const flag = rest.findIndex((word) => /^-[a-z]*c$/.test(word));
	return flag < 0 ? undefined : rest[flag + 1];
}

/** In linear time; never fails. */
export function simpleCommands(text: string): readonly SimpleCommand[] {
	const commands: SimpleCommand[] = [];
	let words: ShellWord[] = [];
	let redirects: Redirect[] = [];
	let depth = 0;
	let parentheses = 0;
	let conditional = false;
	let isTest = false;
	const end = () => {
		const [first] = words;
		const keyword = first && !first.open ? first.text : "";
		if (closing.has(keyword)) depth = Math.max(0, depth - 1);
		const own = skipWords(words);
		isTest = tests.has(own[0]?.text ?? "");
		if (own.length > 0 || redirects.length > 0)
			commands.push({
				words: own,
				redirects,
				certain:
					depth + parentheses === 0 && !conditional && !opening.has(keyword),
			});
		if (opening.has(keyword)) depth++;
		words = [];
		redirects = [];
	};
	let pending: string | undefined;
	for (const token of tokens(text)) {
		if (token.kind === "word") {
			if (pending === undefined) words.push(token.word);
			else redirects.push({ operator: pending, target: token.word });
			pending = undefined;
			continue;
		}
		const { operator } = token;
		if (/^[<>]/.test(operator)) {
			pending = operator.startsWith(">>") ? ">>" : operator.slice(0, 1);
			continue;
		}
		pending = undefined;
		end();
		// Behind any other command `&&` is taken to go on: what fails ends the script.
		conditional =
			operator === "||" || (operator === "&&" && (conditional || isTest));
		if (operator === "(") parentheses++;
		if (operator === ")") parentheses = Math.max(0, parentheses - 1);
	}
	end();
	return commands;
}

const opening = new Set(["if", "for", "while", "until", "case", "{"]);
/** They fail without anything being wrong. */
const tests = new Set(["[", "[[", "test", "grep", "command", "which", "diff"]);
const closing = new Set(["fi", "done", "esac", "}"]);
const leading = new Set([
	..."if then else elif do while until ! { } fi done esac exec time command sudo".split(
		" ",
	),
]);

/** Keywords and assignments before the program. */
function skipWords(words: readonly ShellWord[]): readonly ShellWord[] {
	let first = 0;
	for (; first < words.length; first++) {
		const { text, open } = words[first] as ShellWord;
		const skipped = (!open && leading.has(text)) || /^[A-Za-z_]\w*=/.test(text);
		if (!skipped) break;
	}
	return words.slice(first);
}

type Token =
	| { readonly kind: "word"; readonly word: ShellWord }
	| { readonly kind: "operator"; readonly operator: string };

function* tokens(text: string): Generator<Token> {
	const operator = /\d*(?:>>|>\||>&|<<-?|<&|<|>)|&>>?|&&|\|\||;;|[;&|()\n]/y;
	/** Delimiters of heredocs whose lines begin behind the next line break. */
	let heredocs: { readonly name: string; readonly tabs: boolean }[] = [];
	let at = 0;
	while (at < text.length) {
		const char = text[at] as string;
		if (char === " " || char === "\t" || char === "\r") {
			at++;
			continue;
		}
		if (char === "\\" && /^\r?\n/.test(text.slice(at + 1, at + 3))) {
			at += text[at + 1] === "\r" ? 3 : 2;
			continue;
		}
		if (char === "#") {
			const feed = text.indexOf("\n", at);
			at = feed < 0 ? text.length : feed;
			continue;
		}
		operator.lastIndex = at;
		const found = operator.exec(text)?.[0];
		if (found === undefined) {
			const { word, next } = readWord(text, at);
			yield { kind: "word", word };
			at = next;
			continue;
		}
		at += found.length;
		const bare = found.replace(/^\d+/, "");
		if (bare.startsWith("<<")) {
			while (text[at] === " " || text[at] === "\t") at++;
			const { word, next } = readWord(text, at);
			heredocs.push({ name: word.text, tabs: bare === "<<-" });
			at = Math.max(next, at);
			continue;
		}
		if (found === "\n" && heredocs.length > 0) {
			for (const { name, tabs } of heredocs) at = behind(text, at, name, tabs);
			heredocs = [];
		}
		if (/[<>]&$/.test(bare)) {
			// 2>&1 names no file.
			at += /^[\d-]*/.exec(text.slice(at, at + 8))?.[0].length ?? 0;
			continue;
		}
		yield {
			kind: "operator",
			operator: bare.startsWith("&>") ? bare.slice(1) : bare,
		};
	}
}

/** The offset behind a heredoc's closing line. */
function behind(
	text: string,
	from: number,
	name: string,
	tabs: boolean,
): number {
	let at = from;
	while (at < text.length) {
		const feed = text.indexOf("\n", at);
		const end = feed < 0 ? text.length : feed;
		const line = text.slice(at, end);
		at = end + 1;
		if ((tabs ? line.replace(/^\t+/, "") : line) === name) return end;
	}
	return text.length;
}

function readWord(
	text: string,
	from: number,
): { readonly word: ShellWord; readonly next: number } {
	const out: string[] = [];
	let open = false;
	let quote = "";
	let nesting = 0;
	let at = from;
	for (; at < text.length; at++) {
		const char = text[at] as string;
		if (quote === "" && nesting === 0 && /[\s;&|()<>]/.test(char)) break;
		if (char === "\\" && quote !== "'") {
			const next = text[at + 1] ?? "";
			if (next !== "\n")
				out.push(quote === '"' && !/["$`\\]/.test(next) ? char + next : next);
			at++;
		} else if (quote === "" && (char === '"' || char === "'")) quote = char;
		else if (char === quote) quote = "";
		else {
			out.push(char);
			if (quote === "'") continue;
			if (char === "$" || char === "`") open = true;
			if (char === "$" && text[at + 1] === "(") {
				nesting++;
				out.push("(");
				at++;
			} else if (char === "(" && nesting > 0) nesting++;
			else if (char === ")" && nesting > 0) nesting--;
		}
	}
	return { word: { text: out.join(""), open }, next: Math.max(at, from + 1) };
}
