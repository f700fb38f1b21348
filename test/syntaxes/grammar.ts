/** The grammar as VS Code runs it: vscode-textmate on Oniguruma, without the grammar of Lua. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

export interface ScopedText {
	/** UTF-16 offsets in the whole text; line breaks belong to no piece. */
	readonly start: number;
	readonly end: number;
	/** Without the file's own, outermost first. */
	readonly scopes: readonly string[];
}

export type Tokenize = (text: string) => readonly ScopedText[];

const grammarPath = new URL(
	"../../syntaxes/nginx.tmLanguage.json",
	import.meta.url,
);

export async function loadGrammar(): Promise<Tokenize> {
	const wasm = createRequire(import.meta.url).resolve(
		"vscode-oniguruma/release/onig.wasm",
	);
	await oniguruma.loadWASM(readFileSync(wasm));
	const registry = new textmate.Registry({
		onigLib: Promise.resolve(oniguruma),
		loadGrammar: async (scope) =>
			scope === "source.nginx"
				? textmate.parseRawGrammar(
						readFileSync(grammarPath, "utf8"),
						grammarPath.pathname,
					)
				: null,
	});
	const grammar = await registry.loadGrammar("source.nginx");
	if (!grammar) throw new Error(`no grammar in ${grammarPath}`);
	return (text) => tokenize(grammar, text);
}

function tokenize(grammar: textmate.IGrammar, text: string): ScopedText[] {
	const result: ScopedText[] = [];
	let state: textmate.StateStack = textmate.INITIAL;
	let offset = 0;
	for (const line of text.split("\n")) {
		const shown = line.endsWith("\r") ? line.slice(0, -1) : line;
		const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(
			shown,
			state,
		);
		if (stoppedEarly) throw new Error(`gave up on: ${shown.slice(0, 200)}`);
		for (const token of tokens) {
			const end = Math.min(token.endIndex, shown.length);
			if (end > token.startIndex)
				result.push({
					start: offset + token.startIndex,
					end: offset + end,
					scopes: token.scopes.slice(1),
				});
		}
		state = ruleStack;
		offset += line.length + 1;
	}
	return result;
}
