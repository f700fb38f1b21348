import type { Service } from "../languages/compose/facts.ts";
import type { Location, Server } from "../languages/nginx/facts.ts";
import { find } from "../languages/nginx/find.ts";
import { nearestWord } from "../text/nearest-word.ts";
import type { Project } from "../topology/model.ts";
import {
	type ListeningNginx,
	listensOn,
	nginxIn,
} from "../topology/published-to.ts";
import { replacePart } from "./replace-part.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const healthcheckUnserved: Rule = {
	id: "healthcheck-unserved",
	severity: "warning",
	summary:
		"The healthcheck of nginx's service asks for a port or path that nginx does not serve.",
	reads: "topology",

	*check(project) {
		for (const {
			service,
			runsOnlyNginx,
		} of project.compose?.containers.values() ?? []) {
			const inside = runsOnlyNginx ? nginxIn(service, project) : undefined;
			const found = inside && finding(service, inside, project);
			if (found) yield found;
		}
	},
};

const asked =
	/\b(https?):\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::(\d+))?(\/[^\s"'|;&?)]*)?/g;

function finding(
	service: Service,
	inside: ListeningNginx,
	project: Project,
): Finding | undefined {
	const { healthcheck } = service;
	if (!healthcheck || healthcheck.disabled || healthcheck.open.length > 0)
		return undefined;
	const words = healthcheck.words.join(" ");
	const [match, ...others] = [...words.matchAll(asked)];
	// Of several one may be enough.
	if (!match || others.length > 0) return undefined;
	const [, scheme, written, path = "/"] = match;
	const port = Number(written ?? (scheme === "https" ? 443 : 80));
	if (!listensOn(inside, port)) {
		return {
			message: `The healthcheck of service ${service.name} asks port ${port}, but nginx does not listen there: the container is always unhealthy.`,
			at: healthcheck.at,
			related: inside.listens.slice(0, 1).map(({ directive }) => ({
				at: directive.at,
				message: "nginx listens here",
			})),
		};
	}
	// Without -f curl is content with any answer.
	if (/\bcurl\b/.test(words) && !/\s(-\w*f\w*|--fail\S*)(\s|$)/.test(words))
		return undefined;
	const server = onlyServer(inside, port);
	const http = inside.nginx.facts.http;
	if (!server || find(http, "root") || isServed(path, server)) return undefined;
	const paths = server.locations
		.filter(({ modifier }) => modifier === "=" || modifier === "")
		.map(({ pattern }) => pattern.value);
	const near = nearestWord(path, paths);
	return {
		message: `The healthcheck of service ${service.name} asks for ${path}, which no location serves: nginx answers 404, and the container is always unhealthy.`,
		at: healthcheck.at,
		related: [
			{ at: server.directive.name.at, message: "the server that answers" },
		],
		fixes: near === undefined ? [] : [ask(path, near, healthcheck.at, project)],
	};
}

/** Which of several answers depends on the name that is asked. */
function onlyServer(
	{ nginx }: ListeningNginx,
	port: number,
): Server | undefined {
	const [server, ...others] = nginx.facts.servers.filter(
		({ listens, protocol }) =>
			protocol === "http" &&
			(listens.some((listen) => listen.port?.value === port) ||
				(listens.length === 0 && port === 80)),
	);
	return others.length === 0 ? server : undefined;
}

/** Whether anything could answer: a location, or files below a root. */
function isServed(path: string, { locations, directives }: Server): boolean {
	const answers = [
		"return",
		"root",
		"rewrite",
		"try_files",
		"error_page",
		"if",
	];
	return (
		answers.some((name) => find(directives, name)) ||
		locations.length === 0 ||
		locations.some((location) => mayMatch(path, location))
	);
}

/** A regular expression may match anything: it is not run. */
function mayMatch(path: string, { modifier, pattern }: Location): boolean {
	switch (modifier) {
		case "=":
			return path === pattern.value;
		case "":
		case "^~":
			return (
				path.startsWith(pattern.value) ||
				// nginx sends /status to /status/ where that one is a proxy's.
				`${path}/` === pattern.value
			);
		case "~":
		case "~*":
			return true;
		case "@":
			return false;
	}
}

function ask(
	path: string,
	near: string,
	at: Finding["at"],
	project: Project,
): Fix {
	return {
		title: `Ask for ${near}`,
		preferred: true,
		edits: () => replacePart(at, path, near, project),
	};
}
