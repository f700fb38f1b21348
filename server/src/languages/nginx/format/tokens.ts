/** Every token of a file with its place among lines, blocks and statements: what formatting moves. */

import { endOfLua } from "../lua.ts";
import { scan, type Token } from "../scan.ts";

export interface Placed {
	readonly kind: Token["kind"] | "lua";
	readonly start: number;
	readonly end: number;
	/** The number of blocks around it; of a `}` as of the statement that it ends. */
	readonly depth: number;
	/** The first token of the statement that it belongs to; its own index where it is that one, or belongs to none. */
	readonly statement: number;
}

/** The last one is the end of the file. */
export function tokensOf(text: string): readonly Placed[] {
	const found: Placed[] = [];
	let depth = 0;
	let statement = 0;
	let begun = false;
	let at = text.startsWith("\ufeff") ? 1 : 0;
	const add = (kind: Placed["kind"], start: number, end: number) => {
		if (!begun) statement = found.length;
		found.push({ kind, start, end, depth, statement });
		at = end;
	};
	for (;;) {
		const { kind, start, end } = scan(text, at);
		if (kind === "}") {
			depth = Math.max(0, depth - 1);
			begun = false;
		}
		add(kind, start, end);
		if (kind === "end") return found;
		if (kind === "word") begun = true;
		if (kind === ";" || kind === "{") {
			const name = begun ? found[statement] : undefined;
			begun = false;
			if (kind === ";") continue;
			depth++;
			const lua =
				name && text.slice(name.start, name.end).endsWith("_by_lua_block");
			const close = lua ? endOfLua(text, end) : undefined;
			if (close !== undefined) add("lua", end, close);
		}
	}
}
