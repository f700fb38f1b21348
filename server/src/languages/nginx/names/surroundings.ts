/** Whose names those of a statement are: each protocol has its own, and each server its named locations. */

import type { NginxFacts, Protocol } from "../facts.ts";
import type { Statement } from "../statements.ts";
import type { Mention } from "./mention.ts";

export type Surroundings = Pick<Mention, "protocol" | "server">;

/** Asked for many statements of a configuration: it remembers what holds in each block. */
export function surroundingsIn({
	servers,
}: NginxFacts): (statement: Statement) => Surroundings {
	const protocols = new Map(
		servers.map(({ directive, protocol }) => [directive, protocol]),
	);
	const isStream =
		servers.length > 0 &&
		servers.every(({ protocol }) => protocol === "stream");
	const blocks = new Map<Statement | undefined, Surroundings>([
		[undefined, { protocol: isStream ? "stream" : "http", server: undefined }],
	]);
	return ({ around }) => inside(around);

	function inside(block: Statement | undefined): Surroundings {
		const known = blocks.get(block);
		if (known) return known;
		const found = enter(block);
		blocks.set(block, found);
		return found;
	}

	function enter(block: Statement | undefined): Surroundings {
		const outer = inside(block?.around);
		if (!block) return outer;
		const { directive } = block;
		const name = directive.name.text;
		if (isProtocol(name)) return { protocol: name, server: undefined };
		if (name !== "server") return outer;
		const protocol = protocols.get(directive) ?? outer.protocol;
		return { protocol, server: directive };
	}
}

function isProtocol(name: string): name is Protocol {
	return name === "http" || name === "stream" || name === "mail";
}
