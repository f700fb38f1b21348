/** Where PM2 runs with an ecosystem file: in the container whose start names it, else on the host. */

import { resolve } from "../text/path.ts";
import type { ContainerView } from "./container/view.ts";
import type { Site } from "./model.ts";
import { siteOf } from "./service-site.ts";

export function pm2Site(path: string, views: readonly ContainerView[]): Site {
	for (const view of views) {
		const file = startedEcosystem(view);
		if (file === undefined) continue;
		const origin = view.files.origin(file);
		if (origin.kind === "workspace" && origin.path === path)
			return siteOf(view.service);
		if (origin.kind === "unknown") {
			return {
				kind: "unknown",
				reason: `service ${view.service.name} runs PM2 with ${file}: ${origin.reason}`,
			};
		}
	}
	return { kind: "host" };
}

/** The ecosystem file that the container's start words give to pm2, as a path of the container. */
function startedEcosystem({
	files,
	service,
	build,
}: ContainerView): string | undefined {
	const { start } = files;
	const words = [
		...(start.entrypoint?.words ?? []),
		...(start.command?.words ?? []),
	].flatMap((word) => word.split(/\s+/));
	const pm2 = words.findIndex((word) =>
		/(^|\/)pm2(-runtime|-docker)?$/.test(word),
	);
	if (pm2 < 0) return undefined;
	const file =
		words
			.slice(pm2 + 1)
			.find((word) => /\.(config\.[cm]?js|json|ya?ml)$/.test(word)) ??
		"ecosystem.config.js";
	const workdirs =
		build?.stage.instructions.flatMap((each) =>
			each.kind === "workdir" ? [each.value.text] : [],
		) ?? [];
	const directory = workdirs.reduce((below, each) => resolve(below, each), "/");
	return resolve(service.workingDir?.value ?? directory, file);
}
