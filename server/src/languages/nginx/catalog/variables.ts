/** The variables that nginx and its modules have. */

import type { Protocol } from "../facts.ts";
import { variableLines } from "./data.ts";

export interface KnownVariable {
	/** Without the `$`; of a family its prefix: `http_`. */
	readonly name: string;
	/** `http_` of `$http_user_agent`. */
	readonly isPrefix: boolean;
	readonly protocols: readonly string[];
	/** In dist/nginx-docs.json, of one of its protocols. */
	readonly documentedAs: string;
}

let all: readonly KnownVariable[] | undefined;

export function knownVariables(protocol: Protocol): readonly KnownVariable[] {
	all ??= variableLines.trim().split("\n").map(read);
	return all.filter(({ protocols }) => protocols.includes(protocol));
}

/** A family has the names that begin as it does. */
export function knownVariable(
	name: string,
	protocol: Protocol,
): KnownVariable | undefined {
	const lower = name.toLowerCase();
	const known = knownVariables(protocol);
	return (
		known.find((each) => !each.isPrefix && each.name === lower) ??
		known
			.filter((each) => each.isPrefix && lower.startsWith(each.name))
			.sort((a, b) => b.name.length - a.name.length)[0]
	);
}

function read(line: string): KnownVariable {
	const [documentedAs = "", protocols = ""] = line.split("\t");
	const isPrefix = /[A-Z]+$/.test(documentedAs);
	return {
		name: documentedAs.replace(/[A-Z]+$/, "").toLowerCase(),
		isPrefix,
		protocols: protocols.split(" "),
		documentedAs,
	};
}
