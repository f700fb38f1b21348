/** Which text of a file counts: the present one, or while that can't be parsed the last one that could. */

import { composeYaml } from "./compose/parsed.ts";
import { dockerfileOf } from "./container/parsed.ts";
import type { Role } from "./model.ts";
import { presentTree } from "./nginx/tree-of.ts";
import { presentEcosystem } from "./pm2.ts";
import type { SourceFile } from "./snapshot.ts";

/** Whether the present text can't be parsed; the session then keeps the one before it as `lastGood`. */
export function isBroken(file: SourceFile, role: Role): boolean {
	switch (role) {
		case "compose":
			return composeYaml(file).problems.some(({ broken }) => broken);
		case "nginx":
			return presentTree(file).errors.length > 0;
		case "pm2":
			return presentEcosystem(file).syntaxErrors.length > 0;
		case "dockerfile":
			return dockerfileOf(file).problems.length > 0;
		default:
			return false;
	}
}

/** The text that the facts of the file were read from. */
export function soundText(file: SourceFile, role: Role): string {
	return file.lastGood && isBroken(file, role) ? file.lastGood.text : file.text;
}
