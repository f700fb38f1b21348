/**
 * Texts beside a project that may start processes nobody describes: shell scripts, systemd
 * units, Procfiles, package.json's scripts. They are searched for a port's number, no more.
 */

import { dirname, resolve } from "../text/path.ts";
import type { RunningEcosystem, Script } from "./model.ts";
import type { Lookup } from "./snapshot.ts";

const folders = ["", "scripts", "bin", "deploy", "systemd"];
const names =
	/\.(sh|bash|service)$|^(Procfile|Makefile|package\.json|supervisord\.conf)$/;

export function nearbyScripts(
	directory: string,
	ecosystems: readonly RunningEcosystem[],
	look: Lookup,
): readonly Script[] {
	const roots = new Set([
		directory,
		...ecosystems.map(({ ecosystem }) => dirname(ecosystem.path)),
	]);
	const paths = [...roots].flatMap((root) =>
		folders.flatMap((folder) => scriptsIn(resolve(root, folder), look)),
	);
	return [...new Set(paths)].flatMap((path) => {
		const file = look.file(path);
		return file ? [{ path, text: file.text }] : [];
	});
}

function scriptsIn(folder: string, look: Lookup): readonly string[] {
	return (look.directory(folder) ?? [])
		.filter(({ kind, name }) => kind === "file" && names.test(name))
		.map(({ name }) => resolve(folder, name));
}
