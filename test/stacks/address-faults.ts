/** Faults in the addresses that nginx sends to. */

import { setKey } from "../../server/src/languages/compose/edit.ts";
import { onHost } from "../../server/src/topology/network/listeners.ts";
import { resolvesAtStart } from "../../server/src/topology/used.ts";
import { editFiles } from "../workspace.ts";
import {
	addLine,
	type Fault,
	inserted,
	mutant,
	replaced,
	routes,
	targets,
} from "./mutant.ts";

export const addressFaults: readonly Fault[] = [
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
];
