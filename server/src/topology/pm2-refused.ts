/** The ecosystem files that people mean PM2 to start, and that it refuses as they stand (semantics 1, 3, 4). */

import { basename } from "../text/path.ts";
import type { Listener, Project, Route, RunningEcosystem } from "./model.ts";
import { appListeners, onHost } from "./network/listeners.ts";
import { isMeantForPm2 } from "./pm2-meant.ts";

/** Without parts of another ecosystem file, and without examples, which are copied to their right name before they are used. */
export function refusedEcosystems(
	project: Project,
): readonly RunningEcosystem[] {
	return project.ecosystems.filter((each) => {
		const { loading, path } = each.ecosystem;
		return (
			loading.kind === "refused" &&
			isMeantForPm2(each) &&
			!isRequired(path, project) &&
			!(
				loading.why === "name" &&
				/example|sample|template/i.test(basename(path))
			)
		);
	});
}

/** Those that PM2 reads: what it refuses has nothing else that is wrong. */
export function loadedEcosystems(
	project: Project,
): readonly RunningEcosystem[] {
	return project.ecosystems.filter(
		({ ecosystem }) => ecosystem.loading.kind !== "refused",
	);
}

/** The apps that would answer at the end of a route if PM2 read their file. */
export function refusedListeners(
	{ target, port }: Route,
	project: Project,
): readonly Listener[] {
	const isThere = ({ site }: RunningEcosystem) =>
		target.kind === "host"
			? onHost(site)
			: (target.kind === "self" || target.kind === "service") &&
				site.kind === "container" &&
				site.service.name === target.service.name;
	return project.ecosystems
		.filter(isThere)
		.flatMap(({ refused }) => refused.flatMap(appListeners))
		.filter((listener) => listener.port === port);
}

function isRequired(path: string, project: Project): boolean {
	const stem = basename(path).replace(/\.[cm]?[jt]s$/, "");
	const texts = [...project.files, ...project.scripts]
		.filter((file) => file.path !== path)
		.map(({ text }) => text);
	return texts.some((text) =>
		new RegExp(
			`(require\\s*\\(|import\\s*\\(|from)\\s*["'\`][^"'\`]*/${stem.replace(/\W/g, "\\$&")}(\\.[cm]?[jt]s)?["'\`]`,
		).test(text),
	);
}
