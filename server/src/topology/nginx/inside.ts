/** The nginxes that the services of a project run. */

import type { ContainerView } from "../container/view.ts";
import { siteOf } from "../service-site.ts";
import type { Lookup } from "../snapshot.ts";
import { nginxInContainer } from "./in-container.ts";
import type { LoadedNginx } from "./loaded.ts";

/**
 * A service of which only files below /etc/nginx say that it may run nginx is taken at its word,
 * but not where another one surely runs an nginx from the same main file: such a companion
 * (certbot, an exporter, a user interface) reads the files or writes them.
 */
export function nginxesInside(
	views: readonly ContainerView[],
	look: Lookup,
): readonly LoadedNginx[] {
	const found = views.flatMap(({ service, files, nginx }) => {
		if (nginx.kind !== "nginx") return [];
		const loaded = nginxInContainer(nginx, files, siteOf(service), look);
		return loaded ? [{ loaded, certain: nginx.certain }] : [];
	});
	const sure = new Set(
		found.flatMap(({ loaded, certain }) => (certain ? [loaded.path] : [])),
	);
	return found
		.filter(({ loaded, certain }) => certain || !sure.has(loaded.path))
		.map(({ loaded }) => loaded);
}
