/** What is known for sure of the ports that a container listens on. */

import type { Container, Evidence, Listener, Project, Site } from "./model.ts";

const strong: ReadonlySet<Evidence> = new Set([
	"pm2",
	"nginx",
	"environment",
	"command",
]);

/** An app in it, an exact PORT, a port in its command; `ports`, EXPOSE and what an image is known for are weaker. */
export function isStrong({ evidence }: Listener): boolean {
	return strong.has(evidence);
}

/**
 * The listeners of a container of which it is known for sure where it listens; undefined where
 * it may listen elsewhere too: an app in it whose port is not known, an nginx that was not
 * read whole.
 */
export function surePorts(
	{ service, listeners }: Container,
	project: Project,
): readonly Listener[] | undefined {
	const sure = listeners.filter(isStrong);
	const inside = (site: Site) =>
		site.kind === "container" && site.service.name === service.name;
	const isOpen =
		project.ecosystems.some(
			({ site, ecosystem, apps, refused }) =>
				inside(site) &&
				(!ecosystem.complete ||
					refused.length > 0 ||
					apps.some(({ runtime }) => runtime.portsUnknown !== undefined)),
		) ||
		project.nginxes.some(({ site, complete }) => inside(site) && !complete);
	return sure.length === 0 || isOpen ? undefined : sure;
}
