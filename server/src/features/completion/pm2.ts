/** In an ecosystem file: apps between the others, an app's fields and their values, and the ports that nginx expects. */

import { bracketsAt } from "../../languages/pm2/brackets-at.ts";
import { schema } from "../../languages/pm2/schema.ts";
import { pm2Snippets } from "../../languages/pm2/snippets.ts";
import type { Span } from "../../text/place.ts";
import type { Project, ProjectFile } from "../../topology/model.ts";
import type { Completion } from "./item.ts";

export function pm2Completions(
	project: Project,
	{ path, text }: ProjectFile,
	offset: number,
): readonly Completion[] {
	if (/\.ya?ml$/.test(path)) return [];
	const at = bracketsAt(text, offset);
	if (!at) return [];
	const replaces = { start: offset - at.word.length, end: offset };
	switch (at.kind) {
		case "app":
			return apps(replaces);
		case "field":
			return fields(at.present, replaces);
		case "value":
			return at.field === "port"
				? ports(project, replaces)
				: values(at.field, replaces);
		case "variable":
			return at.name === "PORT" ? ports(project, replaces) : [];
	}
}

function apps(replaces: Span): readonly Completion[] {
	return pm2Snippets.map(({ label, detail, body }) => ({
		label,
		detail,
		kind: "snippet",
		newText: body,
		isSnippet: true,
		replaces,
	}));
}

function fields(
	present: ReadonlySet<string>,
	replaces: Span,
): readonly Completion[] {
	return schema
		.filter(({ name }) => !present.has(name))
		.map(({ name, types, meaning, fallback }) => ({
			label: name,
			detail: types.join(" or "),
			documentation:
				fallback === undefined ? meaning : `${meaning}\n\nDefault: ${fallback}`,
			kind: "field",
			newText: `${name}: `,
			isSnippet: false,
			replaces,
		}));
}

function values(field: string, replaces: Span): readonly Completion[] {
	const known = schema.find(
		({ name, aliases }) => name === field || aliases?.includes(field),
	);
	return (known?.values ?? []).map((value) => ({
		label: value,
		detail: `${field}${known?.fallback === value ? ", the default" : ""}`,
		kind: "value",
		newText: value,
		isSnippet: false,
		replaces,
	}));
}

/** Those first at which nobody answers yet. */
function ports(project: Project, replaces: Span): readonly Completion[] {
	const wanted = project.nginxes
		.flatMap(({ routes }) => routes)
		.filter(({ target, port }) => target.kind === "host" && port !== undefined)
		.toSorted((a, b) => a.listeners.length - b.listeners.length);
	const details = new Map(
		wanted
			.toReversed()
			.map(({ port, address, from }) => [
				`${port}`,
				`nginx sends to ${address.text}${from.kind === "server" ? ` (upstream ${from.upstream.name.text})` : ""}`,
			]),
	);
	return [...details].reverse().map(([port, detail]) => ({
		label: port,
		detail,
		kind: "value",
		newText: port,
		isSnippet: false,
		replaces,
	}));
}
