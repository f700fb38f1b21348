/** Where in a YAML file the cursor is, read from its lines, for what is half typed is often no YAML. Block style only. */

export interface KeyPathAt {
	/** The keys above, outermost first. */
	readonly keys: readonly string[];
	/** In an item of a sequence. */
	readonly item: boolean;
	/** The key on the cursor's own line whose value is being typed. */
	readonly key: string | undefined;
	/** What is typed so far, with its quote if it has one, and where it begins: an offset in UTF-16 units. */
	readonly word: string;
	readonly start: number;
}

/** Undefined in comments, and where flow style begins on the line. */
export function keyPathAt(text: string, offset: number): KeyPathAt | undefined {
	const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
	const line = text.slice(lineStart, offset);
	const match =
		/^(?<indent> *)(?<dash>- *)?(?:(?<key>[\w.-]+):(?: +|$))?(?<word>["']?[^\s#[\]{},"']*)$/.exec(
			line,
		);
	const { indent = "", dash, key, word = "" } = match?.groups ?? {};
	if (!match) return undefined;
	// `- name: x` opens a mapping inside the item.
	if (dash !== undefined && key !== undefined) return undefined;
	// A dash may stand below its key without indentation.
	const own = indent.length + (dash === undefined ? 0 : 1);
	return {
		keys: keysAbove(text.slice(0, lineStart), own),
		item: dash !== undefined,
		key,
		word,
		start: offset - word.length,
	};
}

function keysAbove(before: string, indent: number): readonly string[] {
	const keys: string[] = [];
	let inner = indent;
	for (const line of before.split("\n").reverse()) {
		const match = /^( *)([\w.-]+):/.exec(line);
		if (!match) continue;
		const [, pad = "", key = ""] = match;
		if (pad.length >= inner) continue;
		keys.unshift(key);
		inner = pad.length;
		if (inner === 0) break;
	}
	return keys;
}
