import { addList, appendTo, setKey } from "../languages/compose/edit.ts";
import type { Service } from "../languages/compose/facts.ts";
import { findEntry } from "../languages/compose/yaml-find.ts";
import type { Edit } from "../text/edit.ts";
import type { Compose, Nginx, Project } from "../topology/model.ts";
import { servicesAtStart, startsAfter } from "../topology/names-at-start.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const dependsOnMissing: Rule = {
	id: "depends-on-missing",
	severity: "info",
	summary:
		"nginx resolves a service's name when it starts, and its service does not depend on that one.",
	reads: "topology",

	*check(project) {
		const { compose } = project;
		if (!compose) return;
		for (const nginx of project.nginxes) {
			const found = finding(nginx, compose, project);
			if (found) yield found;
		}
	},
};

function finding(
	nginx: Nginx,
	compose: Compose,
	project: Project,
): Finding | undefined {
	const { site } = nginx;
	if (site.kind !== "container") return undefined;
	const own = site.service;
	const missing = [...servicesAtStart(nginx)].filter(
		([service]) =>
			service.profiles.length === 0 &&
			!startsAfter(own, service, compose) &&
			// The other way round it is depends-on-inverted's.
			!startsAfter(service, own, compose),
	);
	if (missing.length === 0) return undefined;
	const names = missing.map(([{ name }]) => name);
	const some =
		names.length > 6
			? `${names.slice(0, 5).join(", ")} and ${names.length - 5} others`
			: names.join(", ");
	return {
		message: `nginx looks up ${some} when it starts, but service ${own.name} does not depend on ${names.length === 1 ? "it" : "them"}: started first, nginx stops with "host not found in upstream".`,
		at: own.at,
		related: missing.flatMap(([{ name }, routes]) =>
			routes.slice(0, 1).map(({ address }) => ({
				at: address.at,
				message: `nginx looks up ${name} here`,
			})),
		),
		fixes: [
			{
				title: `Add ${some} to depends_on of service ${own.name}`,
				preferred: true,
				edits: () => dependOn(own, names, textOf(project, own.body.at.path)),
			},
		],
	};
}

/** In the form, list or mapping, that stands there. */
function dependOn(
	{ body }: Service,
	names: readonly string[],
	text: string,
): readonly Edit[] {
	const isMap = findEntry(body, "depends_on")?.value.kind === "map";
	const [first = "", ...others] = names;
	if (isMap)
		return names.flatMap((name) =>
			setKey(text, body, ["depends_on", name, "condition"], "service_started"),
		);
	if (others.length === 0) return appendTo(text, body, ["depends_on"], first);
	return findEntry(body, "depends_on")
		? names.flatMap((name) => appendTo(text, body, ["depends_on"], name))
		: addList(text, body, ["depends_on"], names);
}
