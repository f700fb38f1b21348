/** What a file's syntax alone says about how it exports. */

import type { Expression, Program } from "acorn";
import type { Place } from "../../../text/place.ts";

/** What a file's own syntax says about how it exports. */
export interface ModuleForm {
	/** It has `import` or `export`: only a module may. */
	readonly isModule: boolean;
	/** `export default`. */
	readonly defaultAt: Place | undefined;
	/** The first mention of `module.exports` or `exports`. */
	readonly commonjsAt: Place | undefined;
}

export function moduleForm(path: string, program: Program): ModuleForm {
	const at = (node: { start: number; end: number }): Place => ({
		path,
		start: node.start,
		end: node.end,
	});
	const fallback = program.body.find(
		({ type }) => type === "ExportDefaultDeclaration",
	);
	return {
		isModule: program.body.some(({ type }) => /^(Import|Export)/.test(type)),
		defaultAt: fallback && at(fallback),
		commonjsAt: commonjsExport(program, at),
	};
}

function commonjsExport(
	program: Program,
	at: (node: { start: number; end: number }) => Place,
): Place | undefined {
	for (const statement of program.body) {
		if (
			statement.type !== "ExpressionStatement" ||
			statement.expression.type !== "AssignmentExpression"
		)
			continue;
		let root = statement.expression.left as Expression;
		while (root.type === "MemberExpression" && root.object.type !== "Super")
			root = root.object;
		if (root.type === "Identifier" && /^(module|exports)$/.test(root.name))
			return at(statement.expression.left);
	}
	return undefined;
}
