/** The outline of an nginx file, and the names of all projects for a search. YAML and JavaScript have outlines of their own. */

import { namesIn } from "../languages/nginx/names/read.ts";
import { parseNginx } from "../languages/nginx/parse.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { between, type Place } from "../text/place.ts";
import type { Project } from "../topology/model.ts";
import type { NamedSymbol } from "./named-symbol.ts";
import { namedSymbols } from "./symbols.ts";

export interface OutlineItem {
	readonly name: string;
	readonly detail: string;
	readonly kind:
		| "block"
		| "upstream"
		| "server"
		| "location"
		| "zone"
		| "log-format";
	readonly at: Place;
	/** What is selected when somebody goes there. */
	readonly nameAt: Place;
	readonly children: readonly OutlineItem[];
}

/** The file's own statements, without what it includes. */
export function outline(path: string, text: string): readonly OutlineItem[] {
	return items(parseNginx(path, text).directives);
}

function items(directives: readonly Directive[]): readonly OutlineItem[] {
	return directives.flatMap((directive): readonly OutlineItem[] => {
		const { name, args, block, at } = directive;
		if (!block) return declared(directive);
		const inside = block.kind === "directives" ? block.directives : [];
		const words = args.map(({ text }) => text).join(" ");
		const last = args.at(-1);
		return [
			{
				name: words === "" ? name.text : `${name.text} ${words}`,
				detail: name.text === "server" ? serverDetail(inside) : "",
				kind:
					name.text === "upstream" ||
					name.text === "server" ||
					name.text === "location"
						? name.text
						: "block",
				at,
				nameAt: last ? between(name.at, last.at) : name.at,
				children: items(inside),
			},
		];
	});
}

/** A zone, a cache, a log format. */
function declared(directive: Directive): readonly OutlineItem[] {
	return namesIn(directive)
		.filter(({ isDeclaration }) => isDeclaration)
		.map(({ kind, name, at }) => ({
			name,
			detail: directive.name.text,
			kind: kind === "log-format" ? kind : "zone",
			at: directive.at,
			nameAt: at,
			children: [],
		}));
}

function serverDetail(directives: readonly Directive[]): string {
	const of = (name: string) =>
		directives
			.filter((each) => each.name.text === name)
			.flatMap(({ args }) => args[0]?.text ?? []);
	return [...of("server_name"), ...of("listen")].slice(0, 3).join(", ");
}

export interface FoundName {
	readonly name: string;
	readonly kind:
		| "service"
		| "app"
		| "upstream"
		| "server"
		| "zone"
		| "log-format"
		| "named-location"
		| "variable";
	readonly at: Place;
	/** The project that it belongs to. */
	readonly project: string;
}

/** Services, PM2 apps, upstreams, server names and what else nginx declares that contain the letters of the query, in their order. */
export function findNames(
	projects: readonly Project[],
	query: string,
): readonly FoundName[] {
	const matches = letters(query);
	return projects
		.flatMap((project) => names(project))
		.filter(({ name }) => matches(name));
}

function names(project: Project): readonly FoundName[] {
	const named = namedSymbols(project).flatMap(({ kind, name, occurrences }) => {
		const at = occurrences.find(({ isDefinition }) => isDefinition)?.at;
		const shown = kind === "alias" ? undefined : shownKind(kind);
		return at && shown
			? [
					{
						name: kind === "variable" ? `$${name}` : name,
						kind: shown,
						at,
						project: project.name,
					},
				]
			: [];
	});
	const servers = project.nginxes.flatMap(({ facts }) =>
		facts.servers.flatMap((server) =>
			server.names.slice(0, 1).map(
				({ text, at }): FoundName => ({
					name: text,
					kind: "server",
					at,
					project: project.name,
				}),
			),
		),
	);
	return [...named, ...servers].filter(({ at }) => at.path.startsWith("/"));
}

function shownKind(
	kind: Exclude<NamedSymbol["kind"], "alias">,
): FoundName["kind"] {
	switch (kind) {
		case "limit_req-zone":
		case "limit_conn-zone":
		case "proxy-cache":
		case "fastcgi-cache":
		case "uwsgi-cache":
		case "scgi-cache":
			return "zone";
		default:
			return kind;
	}
}

function letters(query: string): (name: string) => boolean {
	const wanted = [...query.toLowerCase()];
	return (name) => {
		let from = 0;
		const text = name.toLowerCase();
		return wanted.every((letter) => {
			const at = text.indexOf(letter, from);
			from = at + 1;
			return at >= 0;
		});
	};
}
