// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates write their variables so.

/** Faults put into stacks without one, wherever they can be: what the catalogue of rules is about. */

import { setKey } from "../../server/src/languages/compose/edit.ts";
import type { Service } from "../../server/src/languages/compose/facts.ts";
import { applyEdits, type Edit } from "../../server/src/text/edit.ts";
import type { Place } from "../../server/src/text/place.ts";
import type { Nginx, Project, Route } from "../../server/src/topology/model.ts";
import { onHost } from "../../server/src/topology/network/listeners.ts";
import { resolvesAtStart } from "../../server/src/topology/used.ts";
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

export const faults: readonly Fault[] = [
	{
		rule: "upstream-host-unknown",
		inject: (files, project) =>
			routes(project).map(({ route }) => {
				const { target, address } = route;
				if (
					target.kind !== "service" ||
					!resolvesAtStart(route) ||
					address.host.kind !== "name" ||
					address.host.name.length < 3
				)
					return undefined;
				const wrong = `${address.host.name}e`;
				return replaced(files, address.host.at, wrong, wrong);
			}),
	},
	{
		rule: "upstream-host-unknown",
		name: "a service's name on the host",
		inject: (files, project) =>
			routes(project).map(({ route, nginx }) => {
				const published = route.listeners.find(
					({ by }) => by.kind === "published",
				);
				if (!onHost(nginx.site) || published?.by.kind !== "published")
					return undefined;
				const { service, published: port } = published.by;
				return replaced(
					files,
					route.address.at,
					`${service.name}:${port.target.value}`,
					service.name,
				);
			}),
	},
	{
		rule: "upstream-port-closed",
		inject: (files, project) =>
			routes(project).map(({ route }) => {
				const { target, address, listeners } = route;
				const sure = listeners.some(({ evidence }) =>
					["pm2", "environment", "command"].includes(evidence),
				);
				return target.kind === "service" && sure && address.port
					? replaced(files, address.port.at, "7999", "7999")
					: undefined;
			}),
	},
	{
		rule: "host-port-unserved",
		inject: (files, project) =>
			routes(project).map(({ route, nginx }) => {
				const { target, address, listeners, from } = route;
				const alone =
					from.kind === "pass" || from.upstream.servers.length === 1;
				return target.kind === "host" &&
					alone &&
					address.port &&
					nginx.kind === "main" &&
					listeners.some(({ by }) => by.kind === "pm2")
					? replaced(files, address.port.at, "7999", "7999")
					: undefined;
			}),
	},
	{
		rule: "upstream-instance-mismatch",
		inject: (files, project) =>
			routes(project).map(({ route }) => {
				const { target, address, listeners, from } = route;
				if (
					target.kind !== "host" ||
					from.kind !== "server" ||
					!address.port ||
					!listeners.some(({ by }) => by.kind === "pm2")
				)
					return undefined;
				const { at } = from.server.directive;
				const copy = files
					.get(at.path)
					?.slice(at.start, at.end)
					.replace(`:${address.port.value}`, ":7999");
				// As many lines as instances would be taken for intent.
				const more = `\n${copy}\n${copy?.replace("7999", "7998")}`;
				return inserted(files, at.path, at.end, more, "7999");
			}),
	},
	{
		rule: "container-loopback",
		inject: (files, project) =>
			routes(project).map(({ route, nginx }) => {
				const { target, address, port, listeners } = route;
				const isOfficial =
					nginx.site.kind === "container" &&
					project.compose?.containers.get(nginx.site.service.name)
						?.runsOnlyNginx === true;
				const itself = nginx.facts.servers.some(({ listens }) =>
					listens.some((listen) => listen.port?.value === port),
				);
				return target.kind === "service" &&
					isOfficial &&
					!itself &&
					address.port &&
					listeners.length > 0
					? replaced(
							files,
							address.at,
							`127.0.0.1:${port}`,
							`127.0.0.1:${port}`,
						)
					: undefined;
			}),
	},
	{
		rule: "host-gateway-missing",
		inject: (files, project) =>
			services(project).map((service) => {
				const [entry] = service.extraHosts;
				const names = routes(project).some(
					({ nginx, route }) =>
						"service" in nginx.site &&
						nginx.site.service.name === service.name &&
						route.target.kind === "host",
				);
				if (!entry || !names) return undefined;
				const text = files.get(entry.at.path) ?? "";
				const line = /\n *extra_hosts:.*(\n *- .*)?/.exec(text);
				return line
					? mutant(
							files,
							[
								{
									path: entry.at.path,
									start: line.index,
									end: line.index + line[0].length,
									newText: "",
								},
							],
							entry.at.path,
							service.name,
						)
					: undefined;
			}),
	},
	{
		rule: "network-unshared",
		inject: (files, project) =>
			targets(project).map(({ service, route }) =>
				service.networks.length === 1 &&
				resolvesAtStart(route) &&
				route.target.kind === "service" &&
				route.target.via === "service"
					? mutant(
							files,
							onNetwork(files, service, "lonely"),
							route.address.at.path,
							written(files, route.address.host.at),
						)
					: undefined,
			),
	},
	{
		rule: "upstream-port-missing",
		inject: (files, project) =>
			routes(project).map(({ route }) => {
				const { target, address, listeners } = route;
				const sure = listeners.some(({ evidence }) =>
					["pm2", "environment", "command"].includes(evidence),
				);
				if (
					target.kind !== "service" ||
					!sure ||
					!address.port ||
					route.port === 80 ||
					address.host.kind !== "name"
				)
					return undefined;
				return replaced(
					files,
					address.at,
					address.host.name,
					address.host.name,
				);
			}),
	},
	{
		rule: "upstream-port-missing",
		name: "a port alone",
		inject: (files, project) =>
			routes(project).map(({ route, nginx }) =>
				route.from.kind === "server" &&
				route.address.port &&
				onHost(nginx.site) &&
				route.address.text.startsWith("127.0.0.1:")
					? replaced(files, route.address.at, `${route.port}`, `${route.port}`)
					: undefined,
			),
	},
	{
		rule: "upstream-localhost",
		inject: (files, project) =>
			routes(project).map(({ route, nginx }) =>
				onHost(nginx.site) &&
				route.address.text.startsWith("127.0.0.1") &&
				!(
					route.from.kind === "server" &&
					route.from.server.parameters.some(
						({ text }) => text === "max_fails=0",
					)
				)
					? replaced(files, route.address.host.at, "localhost", "localhost")
					: undefined,
			),
	},
	{
		rule: "containerized-still-host",
		inject: (files, project) =>
			routes(project).map(({ route, nginx }) => {
				const { target, listeners, address } = route;
				const sure = listeners.some(({ evidence }) =>
					["pm2", "environment", "command"].includes(evidence),
				);
				if (
					nginx.site.kind !== "container" ||
					target.kind !== "service" ||
					!sure ||
					!address.port ||
					address.host.kind !== "name"
				)
					return undefined;
				// Elsewhere another rule speaks of the missing entry.
				const own = nginx.site.service;
				const withEntry = mutant(
					files,
					setKey(
						files.get(own.body.at.path) ?? "",
						own.body,
						["extra_hosts", "host.docker.internal"],
						"host-gateway",
					),
					"",
					"",
				);
				return replaced(
					withEntry.files,
					address.host.at,
					"host.docker.internal",
					`host.docker.internal:${route.port}`,
				);
			}),
	},
	{
		rule: "upstream-scheme-mismatch",
		inject: (files, project) =>
			routes(project).map(({ route }) => {
				if (route.from.kind !== "pass" || route.from.pass.scheme !== "http")
					return undefined;
				const known = route.listeners.some(
					({ evidence }) => evidence === "healthcheck",
				);
				const at = route.address.at;
				return known
					? replaced(
							files,
							{ ...at, start: at.start - 7, end: at.start },
							"https://",
							"https",
						)
					: undefined;
			}),
	},
	{
		rule: "depends-on-inverted",
		inject: (files, project) =>
			targets(project).map(({ service, nginx, route }) => {
				const own = nginx.site.kind === "container" && nginx.site.service;
				if (
					!own ||
					!resolvesAtStart(route) ||
					service.body.at.path !== own.body.at.path
				)
					return undefined;
				const { path } = own.body.at;
				const without = editFiles(files, withoutDependsOn(files));
				const key = `\n  ${service.name}:\n`;
				const at = (without.get(path) ?? "").indexOf(key);
				return at < 0
					? undefined
					: inserted(
							without,
							path,
							at + key.length,
							`    depends_on: [${own.name}]\n`,
							own.name,
						);
			}),
	},
	{
		rule: "profile-unreachable",
		inject: (files, project) =>
			targets(project).map(({ service, route }) =>
				resolvesAtStart(route) && route.address.host.kind === "name"
					? mutant(
							files,
							[
								...addLine(files, service, "profiles: [debug]"),
								...withoutDependsOn(files),
							],
							route.address.at.path,
							written(files, route.address.host.at),
						)
					: undefined,
			),
	},
	{
		rule: "host-bind-loopback",
		inject: (files, project) =>
			routes(project).map(({ route, nginx }) => {
				const app = route.listeners.find(({ by }) => by.kind === "pm2");
				if (nginx.site.kind !== "container" || app?.by.kind !== "pm2")
					return undefined;
				const { at } = app;
				const text = files.get(at.path) ?? "";
				const block = text.lastIndexOf("env: {", at.start);
				return app.by.app.path === at.path && block >= 0
					? inserted(
							files,
							at.path,
							block + "env: {".length,
							" HOST: '127.0.0.1',",
							"'127.0.0.1'",
						)
					: undefined;
			}),
	},
	{
		rule: "host-loopback-published",
		inject: (files, project) =>
			targets(project).map(({ service, nginx, route }) => {
				const own = nginx.site.kind === "container" && nginx.site.service;
				const { address, port } = route;
				if (
					!own ||
					!address.port ||
					address.host.kind !== "name" ||
					service.ports.length > 0 ||
					service.replicas ||
					own.ports.some(({ published }) => published?.value === port) ||
					own.extraHosts.length > 0 ||
					route.target.kind !== "service"
				)
					return undefined;
				const mutated = editFiles(files, [
					...addLine(
						files,
						own,
						'extra_hosts: ["host.docker.internal:host-gateway"]',
					),
					...addLine(files, service, `ports: ["127.0.0.1:${port}:${port}"]`),
				]);
				return replaced(
					mutated,
					address.host.at,
					"host.docker.internal",
					`host.docker.internal:${port}`,
				);
			}),
	},
	{
		rule: "stateful-scaled",
		inject: (files, project) =>
			services(project).map((service) => {
				const container = project.compose?.containers.get(service.name);
				const isSocketIo = container?.package?.dependencies.has("socket.io");
				return isSocketIo && !service.replicas
					? mutant(
							files,
							addLine(files, service, "scale: 2"),
							service.at.path,
							"2",
						)
					: undefined;
			}),
	},
	{
		rule: "directive-too-new",
		inject: (files, project) =>
			services(project).map((service) => {
				const { image } = service;
				const uses = project.nginxes.some(
					({ site, facts }) =>
						"service" in site &&
						site.service.name === service.name &&
						/http2|resolve$/.test(
							facts.servers
								.flatMap(({ directives }) => directives)
								.map(({ name }) => name.text)
								.join(" "),
						),
				);
				return image && uses
					? mutant(
							files,
							[
								{
									path: image.at.path,
									start: image.at.start,
									end: image.at.end,
									newText: "nginx:1.22",
								},
							],
							project.nginxes[0]?.path ?? "",
							"http2",
						)
					: undefined;
			}),
	},
	{
		rule: "backup-same-address",
		inject: (files, project) =>
			routes(project).map(({ route }) => {
				const { from, address } = route;
				if (from.kind !== "server" || !address.port) return undefined;
				if (/ip_hash|hash/.test(from.upstream.balancing?.name.text ?? ""))
					return undefined;
				const { at } = from.server.directive;
				const text = address.text;
				return inserted(
					files,
					at.path,
					at.end,
					`\nserver ${text} max_fails=0 backup;`,
					text,
				);
			}),
	},
	{
		rule: "upstream-restart-outage",
		inject: (files, project) =>
			project.nginxes.flatMap(({ facts }) =>
				facts.upstreams.map(({ name, servers }) => {
					const words = servers.flatMap(({ parameters }) =>
						parameters.filter(({ text }) => text === "max_fails=0"),
					);
					return words.length > 1
						? mutant(
								files,
								words.map(({ at }) => ({ ...at, newText: "" })),
								name.at.path,
								name.text,
							)
						: undefined;
				}),
			),
	},
	{
		rule: "upstream-has-port",
		inject: (files, project) =>
			routes(project).map(({ route }) =>
				route.from.kind === "pass" && route.target.kind === "upstream"
					? replaced(
							files,
							route.address.at,
							`${route.address.text}:3000`,
							"3000",
						)
					: undefined,
			),
	},
	{
		rule: "proxy-uri-mapping",
		inject: (files, project) =>
			routes(project).map(({ route }) => {
				if (route.from.kind !== "pass") return undefined;
				const { location, uri, kind } = route.from.pass;
				const isPlain =
					kind === "proxy_pass" &&
					location?.modifier === "" &&
					uri === undefined &&
					!location.pattern.value.startsWith("/socket.io");
				return isPlain
					? replaced(files, route.address.at, `${route.address.text}/v1`, "/v1")
					: undefined;
			}),
	},
	{
		rule: "published-port-unserved",
		inject: (files, project) =>
			services(project).flatMap((service) => {
				const only =
					project.compose?.containers.get(service.name)?.runsOnlyNginx === true;
				return only
					? service.ports.map(({ at, target }) => {
							const text = written(files, at);
							const wrong = text.replace(
								new RegExp(`${target.value}(?!.*\\d)`),
								"7999",
							);
							return replaced(files, at, wrong, wrong);
						})
					: [];
			}),
	},
	{
		rule: "replicas-container-name",
		inject: (files, project) =>
			services(project).map((service) =>
				service.replicas && service.replicas.count > 1
					? mutant(
							files,
							addLine(files, service, `container_name: ${service.name}-one`),
							service.at.path,
							`${service.name}-one`,
						)
					: undefined,
			),
	},
	{
		rule: "replicas-host-port",
		inject: (files, project) =>
			services(project).map((service) =>
				service.replicas && service.replicas.count > 1
					? mutant(
							files,
							addLine(
								files,
								service,
								`ports: ["7777:${service.environment.get("PORT")?.value}"]`,
							),
							service.at.path,
							`"7777:${service.environment.get("PORT")?.value}"`,
						)
					: undefined,
			),
	},
	{
		rule: "certificate-mount-writable",
		inject: (files, project) =>
			project.nginxes.flatMap(({ paths, site }) =>
				"service" in site
					? site.service.mounts.map((mount) => {
							const holds = paths.some(
								({ kind, path }) =>
									kind === "certificate" && path.startsWith(`${mount.target}/`),
							);
							const text = written(files, mount.at);
							return holds && mount.kind === "bind" && text.includes(":ro")
								? replaced(
										files,
										mount.at,
										text.replace(":ro", ""),
										text.replace(":ro", ""),
									)
								: undefined;
						})
					: [],
			),
	},
	{
		rule: "mount-source-missing",
		inject: (files, project) =>
			services(project).flatMap(({ mounts }) =>
				mounts.map((mount) => {
					const text = written(files, mount.at);
					const isFile =
						mount.kind === "bind" &&
						files.has(mount.source) &&
						/^\/etc\/nginx\/.*\.conf$/.test(mount.target);
					const wrong = text.replace(/(\w)\.conf/, "$1x.conf");
					return isFile ? replaced(files, mount.at, wrong, wrong) : undefined;
				}),
			),
	},
	{
		rule: "template-variable-unset",
		inject: (files, project) =>
			project.nginxes.flatMap(({ rendered }) =>
				rendered.map(({ path }) => {
					const text = files.get(path) ?? "";
					const at = text.indexOf("${API_HOST}");
					return at < 0
						? undefined
						: mutant(
								files,
								[{ path, start: at, end: at + 11, newText: "${API_HOTS}" }],
								path,
								"${API_HOTS}",
							);
				}),
			),
	},
	{
		rule: "build-context-missing",
		inject: (files, project) =>
			targets(project).map(({ service }) => {
				const context = service.build?.context;
				if (!context) return undefined;
				const wrong = `${written(files, context.at)}x`;
				return replaced(files, context.at, wrong, wrong);
			}),
	},
	{
		rule: "fragment-as-main",
		inject: (files, project) =>
			services(project).flatMap(({ mounts }) =>
				mounts.map((mount) => {
					const text = written(files, mount.at);
					const wrong = text.replace(
						"/etc/nginx/conf.d/default.conf",
						"/etc/nginx/nginx.conf",
					);
					return wrong === text
						? undefined
						: replaced(files, mount.at, wrong, wrong);
				}),
			),
	},
	{
		rule: "proxy-header-duplicate",
		inject: (files, project) =>
			project.nginxes.flatMap(({ facts }) =>
				facts.passes.flatMap(({ levels }) => {
					const header = levels[0]?.find(
						({ name, args }) =>
							name.text === "proxy_set_header" && args[1]?.text !== "",
					);
					if (!header) return [];
					const text = written(files, header.at);
					return [
						inserted(files, header.at.path, header.at.end, `\n${text}`, text),
					];
				}),
			),
	},
	{
		rule: "upstream-duplicate",
		inject: (files, project) =>
			routes(project).map(({ route }) => {
				const { from } = route;
				if (from.kind !== "server") return undefined;
				const { at } = from.server.directive;
				const text = written(files, at);
				return inserted(
					files,
					at.path,
					at.end,
					`\n${text}`,
					route.address.text,
				);
			}),
	},
	{
		rule: "compose-reference-unknown",
		inject: (files, project) =>
			services(project).flatMap(({ dependsOn }) =>
				dependsOn.map(({ service, at }) =>
					service.length > 3
						? replaced(files, at, `${service}x`, `${service}x`)
						: undefined,
				),
			),
	},
	{
		rule: "host-port-conflict",
		inject: (files, project) => {
			const [first] = services(project).flatMap(({ name, ports }) =>
				ports.flatMap(({ published, at }) =>
					published ? [{ name, path: at.path, port: published.value }] : [],
				),
			);
			const other = services(project).find(
				({ name, ports, networkMode, replicas, image, at }) =>
					name !== first?.name &&
					at.path === first?.path &&
					image?.value.startsWith("postgres") &&
					ports.length === 0 &&
					!networkMode &&
					!replicas,
			);
			if (!first || !other) return [];
			// Behind the first one: it is the second that is told.
			const text = `"${first.port}:5432"`;
			return [
				mutant(
					files,
					addLine(files, other, `ports: [${text}]`),
					other.at.path,
					text,
				),
			];
		},
	},
];

function routes(
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
function targets(project: Project) {
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

function services(project: Project): readonly Service[] {
	return [...(project.compose?.services.values() ?? [])];
}

/** Of a template's variable its name. */
function written(files: Files, { path, start, end }: Place): string {
	return files.get(path)?.slice(start, end) ?? "";
}

function mutant(
	files: Files,
	edits: readonly Edit[],
	path: string,
	text: string,
): Mutant {
	return { files: editFiles(files, edits), path, text };
}

function replaced(
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

function inserted(
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
function addLine(
	files: Files,
	{ body }: Service,
	line: string,
): readonly Edit[] {
	const { path, start } = body.at;
	const text = files.get(path) ?? "";
	const indent = /[ ]*$/.exec(text.slice(0, start))?.[0] ?? "";
	return [{ path, start, end: start, newText: `${line}\n${indent}` }];
}

function withoutDependsOn(files: Files): readonly Edit[] {
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

function onNetwork(
	files: Files,
	service: Service,
	network: string,
): readonly Edit[] {
	const { path } = service.body.at;
	const text = files.get(path) ?? "";
	const without = applyEdits(text, []);
	const own = service.body.entries.find(({ key }) => key.text === "networks");
	const declared = /^networks:\n/m.exec(without);
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
