/** The files that a configuration names, and whether they are there in nginx's container. */

import { statementsWith } from "../../languages/nginx/statements.ts";
import type { Directive, Word } from "../../languages/nginx/tree.ts";
import { nearestWord } from "../../text/nearest-word.ts";
import { dirname, resolve } from "../../text/path.ts";
import type { Layer } from "../container/origin.ts";
import type { NamedPath } from "./named-path.ts";

const certificates =
	/^ssl_(certificate|certificate_key|trusted_certificate|client_certificate|dhparam)$/;

/** `prefix`: the folder of the main file, from which relative names count (ngx_conf_full_name). */
export function namedPaths(
	directives: readonly Directive[],
	prefix: string,
	files: Layer,
): readonly NamedPath[] {
	return statementsWith(
		directives,
		(name) => kindOf(name) !== undefined,
	).flatMap(({ directive: { name, args } }) => {
		const kind = kindOf(name.text);
		const [word] = args;
		return kind && word && isLiteral(word)
			? [namedPath(kind, word, prefix, files)]
			: [];
	});
}

function kindOf(name: string): NamedPath["kind"] | undefined {
	if (name === "root" || name === "alias") return "root";
	return certificates.test(name) ? "certificate" : undefined;
}

export function namedPath(
	kind: NamedPath["kind"],
	word: Word,
	prefix: string,
	files: Layer,
): NamedPath {
	const path = resolve(prefix, word.text);
	const origin = files.origin(path);
	return {
		kind,
		word,
		path,
		found:
			origin.kind === "absent" || origin.kind === "unknown"
				? origin.kind
				: "there",
		source: origin.kind === "workspace" ? origin.path : undefined,
		near: origin.kind === "absent" ? nearest(path, files) : undefined,
	};
}

/** Of a file in the same folder that has nearly the name. */
function nearest(path: string, files: Layer): string | undefined {
	const folder = dirname(path);
	const names = files.list(folder).entries.map(({ name }) => name);
	const near = nearestWord(path.slice(folder.length + 1), names);
	return near === undefined ? undefined : `${folder}/${near}`;
}

/** Variables are only known at run time; `data:` and `engine:` are no files. */
function isLiteral({ text }: Word): boolean {
	return !/\$|^(data|engine|store):/.test(text);
}
