// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates write their variables so.

/** Faults in what services and apps say of themselves and of one another. */

import { resolvesAtStart } from "../../server/src/topology/used.ts";
import { editFiles } from "../workspace.ts";
import {
	addLine,
	type Fault,
	inserted,
	mutant,
	onNetwork,
	replaced,
	routes,
	services,
	targets,
	withoutDependsOn,
	written,
} from "./mutant.ts";

export const serviceFaults: readonly Fault[] = [
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
