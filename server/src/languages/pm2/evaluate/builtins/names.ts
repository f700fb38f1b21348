/** Names of the language and of Node that stand for values. */

import { dirname } from "../../../../text/path.ts";
import type { Place } from "../../../../text/place.ts";
import { plain, type Value } from "../value.ts";

export function builtinName(
	name: string,
	path: string,
	at: Place,
): Value | undefined {
	switch (name) {
		case "__dirname":
			return plain(dirname(path), at);
		case "__filename":
			return plain(path, at);
		case "NaN":
			return plain(Number.NaN, at);
		case "Infinity":
			return plain(Number.POSITIVE_INFINITY, at);
		default:
			return undefined;
	}
}

export function builtinMember(
	name: string,
	key: string,
	path: string,
	at: Place,
): Value {
	const full = `${name}.${key}`.replace(/^globalThis\.|^global\./, "");
	switch (full.replace(/^path\.posix\./, "path.")) {
		case "os.EOL":
			return plain("\n", at);
		case "path.sep":
			return plain("/", at);
		case "import.meta.dirname":
			return plain(dirname(path), at);
		case "import.meta.filename":
			return plain(path, at);
		case "import.meta.url":
			return plain(`file://${path}`, at);
		default:
			return key === "default"
				? { kind: "builtin", name, at }
				: { kind: "builtin", name: full, at };
	}
}
