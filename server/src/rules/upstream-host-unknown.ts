import { replace } from "../text/edit.ts";
import { nearestWord } from "../text/nearest-word.ts";
import { relative } from "../text/path.ts";
import type { Place } from "../text/place.ts";
import type { Nginx, Project, Route } from "../topology/model.ts";
import { namesFor } from "../topology/network/known-names.ts";
import { isSurelyOnHost } from "../topology/surely-on-host.ts";
import { upstreamWithPort } from "../topology/upstream-with-port.ts";
import { resolvesAtStart } from "../topology/used.ts";
import { eachRoute } from "./each-route.ts";
import type { Finding, Fix, Related, Rule } from "./rule.ts";
import { hostAndPort, sendTo } from "./send-to.ts";

export const upstreamHostUnknown: Rule = {
	id: "upstream-host-unknown",
	severity: "error",
	summary:
		"nginx names a host that it can't resolve where it runs: it does not start.",
	reads: "topology",

	check: (project) => eachRoute(project, finding),
};

function finding(
	route: Route,
	nginx: Nginx,
	project: Project,
): Finding | undefined {
	const { target, address } = route;
	if (
		target.kind !== "unresolved" ||
		!resolvesAtStart(route) ||
		isPlaceholder(target.name) ||
		// upstream-has-port says it.
		(route.from.kind === "pass" && upstreamWithPort(nginx, route.from.pass))
	)
		return undefined;
	switch (target.reason.kind) {
		case "nobody":
			// An upstream of that name may stand in what was not read.
			if (
				route.from.kind === "pass" &&
				(!nginx.complete || nginx.kind === "fragment")
			)
				return undefined;
			return nobody(target.name, route, nginx, project);
		case "not-in-network": {
			const { service } = target.reason;
			const where =
				nginx.site.kind === "host-network"
					? `nginx has the host's network (network_mode of service ${nginx.site.service.name})`
					: "nginx runs on the host";
			return {
				message: `${target.name} is a service of compose, but ${where}, where no service name resolves: nginx does not start ("host not found in upstream").`,
				at: address.host.at,
				severity: isSurelyOnHost(nginx) ? "error" : "warning",
				related: [
					{ at: service.at, message: `service ${service.name} is here` },
				],
				fixes: publishedFixes(route, project),
			};
		}
		default:
			return undefined;
	}
}

function nobody(
	name: string,
	route: Route,
	nginx: Nginx,
	project: Project,
): Finding {
	const known = namesFor(nginx, route, project);
	const near = nearestWord(name, known);
	const commented = commentedOut(name, project);
	const isOpen = mayBeOutside(nginx, project);
	const among =
		route.from.kind === "pass"
			? "no upstream, service or alias"
			: "no service or alias";
	return {
		message: `nginx looks for ${name} when it starts, and ${among} that it can resolve is called so${isOpen ? "; unless something on an external network is, nginx does not start" : `: nginx does not start ("host not found in upstream")`}.${commented ? ` Service ${name} stands commented out.` : ""}`,
		at: route.address.host.at,
		severity: isOpen ? "hint" : "error",
		related: commented ? [commented] : [],
		fixes: near === undefined ? [] : [rename(near, route)],
	};
}

function rename(name: string, { address }: Route): Fix {
	return {
		title: `Change the host to ${name}`,
		preferred: true,
		edits: () =>
			address.host.kind === "name" ? [replace(address.host.at, name)] : [],
	};
}

/** Another project may have put the name on a network that is not this one's own. */
function mayBeOutside({ site }: Nginx, { compose }: Project): boolean {
	return (
		site.kind === "container" &&
		site.service.networks.some(
			({ network }) => compose?.networks.get(network)?.external === true,
		)
	);
}

/** `VM1_INTERNAL_IP`: somebody is to fill it in. */
function isPlaceholder(name: string): boolean {
	return /^[A-Z][A-Z0-9_]*_[A-Z0-9_]+$/.test(name);
}

function commentedOut(name: string, project: Project): Related | undefined {
	for (const { path, role, text, comments } of project.files) {
		if (role !== "compose") continue;
		const at: Place | undefined = comments.find(
			({ start, end }) =>
				text.slice(start, end).replace(/^#\s*/, "").trimEnd() === `${name}:`,
		);
		if (at)
			return {
				at,
				message: `it stands commented out in ${relative(project.directory, path)}`,
			};
	}
	return undefined;
}

/** Where the service publishes the port on the host, nginx there reaches it over loopback. */
function publishedFixes(route: Route, project: Project): readonly Fix[] {
	const { target, address, port } = route;
	if (target.kind !== "unresolved" || target.reason.kind !== "not-in-network")
		return [];
	const { service } = target.reason;
	const published = service.ports.find(
		({ target, protocol, published }) =>
			target.value === port && protocol === "tcp" && published,
	)?.published;
	if (!published) return [];
	return [
		{
			title: `Send to 127.0.0.1:${published.value}, where port ${port} of ${service.name} is published`,
			preferred: true,
			edits: () =>
				sendTo(
					address,
					hostAndPort("127.0.0.1", published.value, address),
					project,
				),
		},
	];
}
