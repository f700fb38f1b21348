/** package.json, as far as it tells what a folder's program is. */

import { type Node, type ParseError, parseTree } from "jsonc-parser";
import type { Place } from "../../text/place.ts";

export interface PackageFacts {
	readonly path: string;
	readonly name: string | undefined;
	/** Decides whether a `.js` file is a module. */
	readonly type: "module" | "commonjs";
	/** What runs in production: `dependencies` and `optionalDependencies`, with the place of the name. */
	readonly dependencies: ReadonlyMap<string, Place>;
	readonly scripts: ReadonlyMap<
		string,
		{ readonly command: string; readonly at: Place }
	>;
}

/** Never throws: of a broken file it gives what can be read. */
export function readPackage(path: string, text: string): PackageFacts {
	const errors: ParseError[] = [];
	const root = parseTree(text, errors, { allowTrailingComma: true });
	const at = (node: Node): Place => ({
		path,
		start: node.offset,
		end: node.offset + node.length,
	});
	const members = (key: string) => entries(entries(root).get(key)?.value);
	const name = entries(root).get("name")?.value.value;
	const dependencies = [
		...members("dependencies"),
		...members("optionalDependencies"),
	];
	return {
		path,
		name: typeof name === "string" ? name : undefined,
		type:
			entries(root).get("type")?.value.value === "module"
				? "module"
				: "commonjs",
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
	};
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
