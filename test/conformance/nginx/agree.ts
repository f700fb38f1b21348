/** When the parser and nginx say the same of a text. */

import assert from "node:assert/strict";
import type { NginxSyntaxError } from "../../../server/src/languages/nginx/tree.ts";
import { lineAt, lineIndex } from "../../../server/src/text/line-index.ts";

/**
 * Where nginx's tokenizer, or the check for `;` and `{` behind it, refuses the text, so does the
 * parser, no later than nginx; where nginx accepts it, the parser is silent. What a directive
 * makes of its arguments is nobody's business here, unless a forgotten `;` explains it.
 */
export function assertAgrees(
	text: string,
	errors: readonly NginxSyntaxError[],
	{ message, line }: { readonly message?: string; readonly line?: number },
): void {
	const kinds = errors.map(({ kind }) => kind);
	if (
		message === undefined ||
		(!isTokenizers(message) && !explained.test(message))
	) {
		assert.deepEqual(kinds, [], message ?? "accepted");
		return;
	}
	if (!isTokenizers(message)) return;
	const [first] = errors;
	assert.ok(first, message);
	if (line !== undefined)
		assert.ok(
			lineAt(lineIndex(text), first.at.start) < line,
			`${message}, line ${line}`,
		);
}

export function isTokenizers(message: string): boolean {
	return /^unexpected (?!.*in condition$)|^too long parameter|is not terminated by|has no opening/.test(
		message,
	);
}

/** A forgotten `;` or quote, or a byte order mark, shows itself to nginx as one of these. */
const explained = /^invalid number of|^unknown directive|^invalid parameter/;
