/** In compose: what nginx asks for where a service's names, networks and ports are written. */

import { keyPathAt } from "../../languages/compose/key-path-at.ts";
import type { Project, ProjectFile, Route } from "../../topology/model.ts";
import { servicesAtStart } from "../../topology/names-at-start.ts";
import type { Completion } from "./item.ts";

interface Item {
	readonly text: string;
	readonly detail: string;
	/** Written in quotes. */
	readonly quoted?: boolean;
}

export function composeCompletions(
	project: Project,
	{ text }: ProjectFile,
	offset: number,
): readonly Completion[] {
	const at = keyPathAt(text, offset);
	const [top, service, key, ...deeper] = at?.keys ?? [];
	if (!at || top !== "services" || service === undefined || !key) return [];
	const quote = /^["']/.exec(at.word)?.[0];
	// The editor has closed the quote already.
	const closed = quote !== undefined && text[offset] === quote;
	return itemsFor(key, deeper, service, at, project).map(
		({ text, detail, quoted }) => {
			const mark = quote ?? (quoted ? '"' : "");
			return {
				label: text,
				detail,
				kind: "value",
				newText: `${mark}${text}${mark}`,
				isSnippet: false,
				replaces: { start: at.start, end: offset + (closed ? 1 : 0) },
			};
		},
	);
}

function itemsFor(
	key: string,
	deeper: readonly string[],
	service: string,
	{
		item,
		key: own,
	}: { readonly item: boolean; readonly key: string | undefined },
	project: Project,
): readonly Item[] {
	if (key === "networks" && deeper.at(-1) === "aliases" && item)
		return wantedNames(project);
	if (deeper.length > 0) return [];
	if (key === "networks" && own === undefined)
		return networks(service, project);
	if (!item) return [];
	switch (key) {
		case "extra_hosts":
			return [
				{
					text: "host.docker.internal:host-gateway",
					detail: "the host, on Linux too",
					quoted: true,
				},
			];
		case "ports":
			return ports(service, project);
		case "expose":
			return wantedPorts(service, project).map((each) => ({
				...each,
				quoted: true,
			}));
		case "depends_on":
			return lookedUp(service, project);
		default:
			return [];
	}
}

/** Those that nginx is on first. */
function networks(service: string, project: Project): readonly Item[] {
	const near = new Set(
		project.nginxes.flatMap(({ site }) =>
			site.kind === "container" && site.service.name !== service
				? site.service.networks.map(({ network }) => network)
				: [],
		),
	);
	const all = [...(project.compose?.networks.keys() ?? [])];
	return [
		...all
			.filter((name) => near.has(name))
			.map((text) => ({ text, detail: "nginx is on it" })),
		...all
			.filter((name) => !near.has(name))
			.map((text) => ({ text, detail: "network of this project" })),
	];
}

/** Names that nginx uses and nobody has. */
function wantedNames(project: Project): readonly Item[] {
	return once(
		routes(project).flatMap(({ target, address }) =>
			target.kind === "unresolved" && target.reason.kind === "nobody"
				? [{ text: target.name, detail: `nginx sends to ${address.text}` }]
				: [],
		),
	);
}

/** For nginx what it listens on; for others what nginx looks for on the host. */
function ports(service: string, project: Project): readonly Item[] {
	const listens = project.nginxes
		.filter(
			({ site }) => site.kind === "container" && site.service.name === service,
		)
		.flatMap(({ facts }) => facts.servers)
		.flatMap(({ listens }) => listens)
		.flatMap(({ port, udp }) => (port && !udp ? [port.value] : []));
	const wanted = routes(project).flatMap(
		({ target, port, listeners, address }) =>
			target.kind === "host" && port !== undefined && listeners.length === 0
				? [{ port, detail: `nginx sends to ${address.text}` }]
				: [],
	);
	return once([
		...listens.map((port) => ({
			text: `${port}:${port}`,
			detail: "nginx listens on it",
			quoted: true,
		})),
		...(listens.length > 0
			? []
			: wanted.map(({ port, detail }) => ({
					text: `${port}:${port}`,
					detail,
					quoted: true,
				}))),
	]);
}

function wantedPorts(service: string, project: Project): readonly Item[] {
	return once(
		routes(project).flatMap(({ target, port, address }) =>
			target.kind === "service" &&
			target.service.name === service &&
			port !== undefined
				? [{ text: `${port}`, detail: `nginx sends to ${address.text}` }]
				: [],
		),
	);
}

function lookedUp(service: string, project: Project): readonly Item[] {
	return once(
		project.nginxes
			.filter(
				({ site }) =>
					site.kind === "container" && site.service.name === service,
			)
			.flatMap((nginx) => [...servicesAtStart(nginx).keys()])
			.map(({ name }) => ({
				text: name,
				detail: "nginx looks it up when it starts",
			})),
	);
}

function routes({ nginxes }: Project): readonly Route[] {
	return nginxes.flatMap((nginx) => nginx.routes);
}

function once(items: readonly Item[]): readonly Item[] {
	return [
		...new Map([...items].reverse().map((item) => [item.text, item])).values(),
	].reverse();
}
