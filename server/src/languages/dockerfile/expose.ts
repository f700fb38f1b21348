/** EXPOSE: `80`, `80/udp`, `3000-3005/tcp`. */

import { expand, type Scope } from "./expand.ts";
import type { Expose } from "./facts.ts";
import type { LogicalLine } from "./lines.ts";
import { plainWords } from "./words.ts";

/** Words that are no port, or whose variable nobody settles, give nothing. */
export function readExpose(line: LogicalLine, scope: Scope): Expose[] {
	return plainWords(line.text, line.rest).flatMap((raw) => {
		const { text } = expand(raw.text, line.escapeToken, scope);
		const match = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(tcp|udp|sctp))?$/i.exec(text);
		if (!match) return [];
		const port = Number(match[1]);
		const last = Number(match[2] ?? match[1]);
		if (port < 1 || last < port || last > 65535) return [];
		const protocol = (match[3]?.toLowerCase() ?? "tcp") as Expose["protocol"];
		const at = line.place(raw.start, raw.end);
		return [{ kind: "expose", port, last, protocol, at }];
	});
}
