/** package.json, as far as it tells what a folder's program is. */

import {
	type Node,
	type ParseError,
	parseTree,
	printParseErrorCode,
} from "jsonc-parser";
import type { Place } from "../../text/place.ts";

export interface PackageFacts {
	readonly path: string;
	readonly name: string | undefined;
	/** Decides whether a `.js` file is a module; where it is not given, Node takes it for CommonJS. */
	readonly type: "module" | "commonjs";
	/** The file that `node .` runs. */
	readonly main: string | undefined;
	/** What runs in production: `dependencies` and `optionalDependencies`, with the place of the name. */
	readonly dependencies: ReadonlyMap<string, Place>;
	readonly scripts: ReadonlyMap<string, PackageScript>;
	readonly problems: readonly PackageProblem[];
}

export interface PackageScript {
	readonly command: string;
	/** The text with its quotes. */
	readonly at: Place;
}

export interface PackageProblem {
	/** `ColonExpected`, as jsonc-parser calls it. */
	readonly code: string;
	readonly at: Place;
}

/** Never throws: of a broken file it gives what can be read. Comments and trailing commas are passed over. */
export function readPackage(path: string, text: string): PackageFacts {
	const { root, problems } = parsed(path, text);
	const top = entries(root);
	const at = (node: Node): Place => ({
		path,
		start: node.offset,
		end: node.offset + node.length,
	});
	const members = (key: string) => entries(top.get(key)?.value);
	const word = (key: string): string | undefined => {
		const value: unknown = top.get(key)?.value.value;
		return typeof value === "string" ? value : undefined;
	};
	const dependencies = [
		...members("dependencies"),
		...members("optionalDependencies"),
	];
	return {
		path,
		name: word("name"),
		type: word("type") === "module" ? "module" : "commonjs",
		main: word("main"),
		dependencies: new Map(
			dependencies.map(([key, each]) => [key, at(each.key)]),
		),
		scripts: new Map(
			[...members("scripts")].flatMap(([key, { value }]) =>
				typeof value.value === "string"
					? [[key, { command: value.value, at: at(value) }] as const]
					: [],
			),
		),
		problems,
	};
}

function parsed(
	path: string,
	text: string,
): { root: Node | undefined; problems: readonly PackageProblem[] } {
	const errors: ParseError[] = [];
	try {
		const root = parseTree(text, errors, { allowTrailingComma: true });
		const problems = errors.map(({ error, offset, length }) => ({
			code: printParseErrorCode(error),
			at: { path, start: offset, end: offset + length },
		}));
		return { root, problems };
	} catch (thrown) {
		if (!(thrown instanceof RangeError)) throw thrown;
		// The stack is at its end.
		const at = { path, start: 0, end: 0 };
		return { root: undefined, problems: [{ code: "NestedTooDeeply", at }] };
	}
}

function entries(
	node: Node | undefined,
): ReadonlyMap<string, { readonly key: Node; readonly value: Node }> {
	if (node?.type !== "object") return new Map();
	return new Map(
		(node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
			key && value ? [[String(key.value), { key, value }] as const] : [],
		),
	);
}
