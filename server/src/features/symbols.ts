/** What people give a name to across the files, with every place that says the name: services, aliases, upstreams, PM2 apps, and what nginx has names for. */

import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { parseYaml } from "../languages/compose/parse.ts";
import { serviceNames } from "../languages/compose/service-names.ts";
import type { Place } from "../text/place.ts";
import type { Project, ProjectFile, Route } from "../topology/model.ts";
import type { NamedSymbol, Occurrence } from "./named-symbol.ts";
import { nginxNames } from "./nginx-names.ts";

/** Found again at each call: what is asked for is one symbol, after a pause of the user. */
export function namedSymbols(project: Project): readonly NamedSymbol[] {
	const across = [
		...services(project),
		...aliases(project),
		...upstreams(project),
		...apps(project),
	].map((symbol) => ({
		...symbol,
		occurrences: once(symbol.occurrences).filter(({ at }) =>
			says(at, symbol.name, project),
		),
	}));
	return [...across, ...nginxNames(project)];
}

function services(project: Project): readonly NamedSymbol[] {
	const inCompose = project.files
		.filter(({ role }) => role === "compose")
		.flatMap(({ path, text }) => serviceNames(parseYaml(path, text), text));
	return [...(project.compose?.services.keys() ?? [])].map((name) => ({
		kind: "service",
		name,
		occurrences: [
			...inCompose.filter((each) => each.name === name),
			...routes(project)
				.filter(
					({ target }) =>
						target.kind === "service" &&
						target.via === "service" &&
						target.service.name === name,
				)
				.map(({ address }) => reference(address.host.at)),
			...urls(name, project),
			...inSettings(name, project),
		],
	}));
}

function aliases(project: Project): readonly NamedSymbol[] {
	const found = new Map<string, Occurrence[]>();
	for (const { networks } of project.compose?.services.values() ?? []) {
		for (const { value, at } of networks.flatMap(({ aliases }) => aliases)) {
			const known = found.get(value) ?? [];
			found.set(value, [
				...known,
				{ at: inner(at, value, project), isDefinition: true },
			]);
		}
	}
	return [...found].map(([name, definitions]) => ({
		kind: "alias",
		name,
		occurrences: [
			...definitions,
			...routes(project)
				.filter(
					({ target, address }) =>
						target.kind === "service" &&
						target.via === "alias" &&
						address.host.kind === "name" &&
						address.host.name === name,
				)
				.map(({ address }) => reference(address.host.at)),
		],
	}));
}

/** Their names compare without case (semantics 30): an occurrence may be written otherwise. */
function upstreams(project: Project): readonly NamedSymbol[] {
	return project.nginxes.flatMap(({ facts, routes }) =>
		facts.upstreams.map((upstream) => ({
			kind: "upstream" as const,
			name: upstream.name.text,
			occurrences: [
				{ at: upstream.name.at, isDefinition: true },
				...routes
					.filter(
						({ target }) =>
							target.kind === "upstream" && target.upstream === upstream,
					)
					.map(({ address }) => reference(address.host.at)),
			],
		})),
	);
}

function apps(project: Project): readonly NamedSymbol[] {
	return project.ecosystems
		.flatMap(({ apps }) => apps)
		.flatMap(({ app, name }): readonly NamedSymbol[] => {
			const field = app.fields.get("name");
			if (!field) return [];
			const at = field.editAt ?? app.nameAt;
			return [
				{
					kind: "app",
					name,
					occurrences: [
						{ at: inner(at, name, project), isDefinition: true },
						...inScripts(name, project),
						...inSettings(name, project),
					],
				},
			];
		});
}

function routes({ nginxes }: Project): readonly Route[] {
	return nginxes.flatMap((nginx) => nginx.routes);
}

/** Hosts of URLs in the environment of services: `redis://NAME:6379`, `http://user@NAME/`. */
function urls(name: string, project: Project): readonly Occurrence[] {
	const host = new RegExp(
		`(?<=://(?:[^\\s/@'"]*@)?)${escaped(name)}(?=[:/?\\s'"]|$)`,
		"g",
	);
	return [...(project.compose?.services.values() ?? [])].flatMap(
		({ environment }) =>
			[...environment.values()].flatMap(({ valueAt, value, open }) => {
				if (!value?.includes("://") || open.length > 0) return [];
				const text = textOf(valueAt, project);
				return [...text.matchAll(host)].map(({ index }) => {
					const start = valueAt.start + index;
					return reference({ ...valueAt, start, end: start + name.length });
				});
			}),
	);
}

/** `pm2 restart NAME` and the like. */
function inScripts(name: string, project: Project): readonly Occurrence[] {
	const command = new RegExp(
		`(?<=\\bpm2\\s+(?:start|restart|reload|stop|delete|logs|scale|describe|show)\\s+["']?)${escaped(name)}(?=["'\\s;&|]|$)`,
		"g",
	);
	return project.files
		.filter(({ role }) => role === "package")
		.flatMap(({ path, text }) =>
			[...text.matchAll(command)].map(({ index }) =>
				reference({ path, start: index, end: index + name.length }),
			),
		);
}

function inSettings(name: string, project: Project): readonly Occurrence[] {
	const { path, text } = project.settingsFile;
	const root = text === undefined ? undefined : parseTree(text);
	if (!root) return [];
	return ["statefulServices", "scalableServices"].flatMap((list) =>
		(findNodeAtLocation(root, [list])?.children ?? [])
			.filter(({ value }) => value === name)
			.map(({ offset }) =>
				reference({ path, start: offset + 1, end: offset + 1 + name.length }),
			),
	);
}

function reference(at: Place): Occurrence {
	return { at, isDefinition: false };
}

/** Without the quotes around it. */
function inner(at: Place, name: string, project: Project): Place {
	const from = textOf(at, project).indexOf(name);
	const start = at.start + Math.max(0, from);
	return { ...at, start, end: start + name.length };
}

/** What stands there is the name itself: not a template's variable, nor code that makes it. */
function says(at: Place, name: string, project: Project): boolean {
	return textOf(at, project).toLowerCase() === name.toLowerCase();
}

function textOf({ path, start, end }: Place, project: Project): string {
	const file: Pick<ProjectFile, "text"> | undefined =
		project.files.find((each) => each.path === path) ??
		(project.settingsFile.path === path
			? { text: project.settingsFile.text ?? "" }
			: undefined);
	return file?.text.slice(start, end) ?? "";
}

function once(occurrences: readonly Occurrence[]): readonly Occurrence[] {
	const seen = new Map<string, Occurrence>();
	for (const each of occurrences) {
		const key = `${each.at.start} ${each.at.path}`;
		if (!seen.has(key)) seen.set(key, each);
	}
	return [...seen.values()];
}

function escaped(name: string): string {
	return name.replace(/[.*+?^${}()|[\]\\-]/g, "\\$&");
}
