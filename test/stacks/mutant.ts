/** A stack with a fault in it, and the edits of which faults are made. */

import type { Service } from "../../server/src/languages/compose/facts.ts";
import type { Edit } from "../../server/src/text/edit.ts";
import type { Place } from "../../server/src/text/place.ts";
import type { Nginx, Project, Route } from "../../server/src/topology/model.ts";
import { editFiles, type Files } from "../workspace.ts";

export interface Mutant {
	readonly files: Files;
	/** Where the finding must stand: the file, and the text or its beginning. */
	readonly path: string;
	readonly text: string;
}

export interface Fault {
	readonly rule: string;
	/** Told apart where a rule has several. */
	readonly name?: string;
	inject(files: Files, project: Project): readonly (Mutant | undefined)[];
}

export function routes(
	project: Project,
): readonly { readonly route: Route; readonly nginx: Nginx }[] {
	return project.nginxes.flatMap((nginx) =>
		nginx.routes
			// Of a variable's value the address is put together from several words.
			.filter(({ from }) => from.kind === "server" || !from.pass.atRunTime)
			.map((route) => ({ route, nginx })),
	);
}

/** Each service that an nginx names, with the first address that does. */
export function targets(project: Project) {
	const found = new Map<
		string,
		{ service: Service; route: Route; nginx: Nginx }
	>();
	for (const { route, nginx } of routes(project)) {
		const { target } = route;
		if (target.kind === "service" && !found.has(target.service.name))
			found.set(target.service.name, { service: target.service, route, nginx });
	}
	return [...found.values()];
}

export function services(project: Project): readonly Service[] {
	return [...(project.compose?.services.values() ?? [])];
}

/** Of a template's variable its name. */
export function written(files: Files, { path, start, end }: Place): string {
	return files.get(path)?.slice(start, end) ?? "";
}

export function mutant(
	files: Files,
	edits: readonly Edit[],
	path: string,
	text: string,
): Mutant {
	return { files: editFiles(files, edits), path, text };
}

export function replaced(
	files: Files,
	at: Place,
	newText: string,
	text: string,
): Mutant | undefined {
	// Of a template's variable the place is not the value.
	const before = files.get(at.path)?.slice(at.start, at.end) ?? "";
	return before.includes("$")
		? undefined
		: mutant(files, [{ ...at, newText }], at.path, text);
}

export function inserted(
	files: Files,
	path: string,
	offset: number,
	newText: string,
	text: string,
): Mutant {
	return mutant(
		files,
		[{ path, start: offset, end: offset, newText }],
		path,
		text,
	);
}

/** A line at the beginning of the service. */
export function addLine(
	files: Files,
	{ body }: Service,
	line: string,
): readonly Edit[] {
	const { path, start } = body.at;
	const text = files.get(path) ?? "";
	const indent = /[ ]*$/.exec(text.slice(0, start))?.[0] ?? "";
	return [{ path, start, end: start, newText: `${line}\n${indent}` }];
}

export function withoutDependsOn(files: Files): readonly Edit[] {
	const lines = /\n {4}depends_on:(\n {6}- .*)*( \[.*\])?/g;
	return [...files].flatMap(([path, text]) =>
		[...text.matchAll(lines)].map(({ 0: line, index }) => ({
			path,
			start: index,
			end: index + line.length,
			newText: "",
		})),
	);
}

export function onNetwork(
	files: Files,
	service: Service,
	network: string,
): readonly Edit[] {
	const { path } = service.body.at;
	const text = files.get(path) ?? "";
	const own = service.body.entries.find(({ key }) => key.text === "networks");
	const declared = /^networks:\n/m.exec(text);
	return [
		own
			? { ...own.value.at, newText: `[${network}]` }
			: (addLine(files, service, `networks: [${network}]`)[0] as Edit),
		declared
			? {
					path,
					start: declared.index + declared[0].length,
					end: declared.index + declared[0].length,
					newText: `  ${network}:\n`,
				}
			: {
					path,
					start: text.length,
					end: text.length,
					newText: `networks:\n  ${network}:\n`,
				},
	];
}
