/**
 * The fixture language, the same in rule pages and tests: `=== path` starts a file,
 * `# ^^^^ severity: words` (or `//`) under a line marks a range of it (`#^^^` from its first
 * character on), `<|>` is the cursor.
 */

export interface Fixture {
	/** Absolute path → text, without markers and cursor. */
	readonly files: ReadonlyMap<string, string>;
	readonly marks: readonly Mark[];
	readonly cursor:
		| { readonly path: string; readonly offset: number }
		| undefined;
}

export interface Mark {
	readonly path: string;
	readonly start: number;
	readonly end: number;
	readonly severity: string;
	/** Absent: the rule whose page it is. */
	readonly rule: string | undefined;
	/** The whole message; one that ends with `…` is its beginning. */
	readonly words: string;
}

export const root = "/workspace";

const marker =
	/^\s*(?:#|\/\/)\s*(\^+)\s*(error|warning|info|hint)(?: ([a-z0-9-]+))?: (.+)$/;

export function parseFixture(text: string): Fixture {
	const files = new Map<string, string>();
	const marks: Mark[] = [];
	let cursor: Fixture["cursor"];
	for (const [name, body] of sections(text)) {
		const path = `${root}/${name}`;
		const kept: string[] = [];
		let lineStart = 0;
		for (const line of body.split("\n")) {
			const match = marker.exec(line);
			if (match) {
				const [, carets = "", severity = "", rule, words = ""] = match;
				const first = line.indexOf("^");
				const column = line.startsWith("#^") ? 0 : first;
				const start = lineStart + column;
				marks.push({
					path,
					start,
					end: start + carets.length + first - column,
					severity,
					rule,
					words,
				});
				continue;
			}
			lineStart = kept.reduce((sum, previous) => sum + previous.length + 1, 0);
			const at = line.indexOf("<|>");
			if (at >= 0) cursor = { path, offset: lineStart + at };
			kept.push(line.replace("<|>", ""));
		}
		files.set(path, kept.join("\n"));
	}
	return { files, marks, cursor };
}

function sections(text: string): [string, string][] {
	const parts = text.split(/^=== (.+)\n/m);
	const result: [string, string][] = [];
	for (let i = 1; i + 1 < parts.length; i += 2)
		result.push([parts[i] ?? "", parts[i + 1] ?? ""]);
	return result;
}
