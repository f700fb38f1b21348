/** Where an nginx runs whose files no compose service takes: on the host, unless something speaks against it. */

import type { LoadedCompose } from "../compose/load.ts";
import { composeYaml } from "../compose/parsed.ts";
import type { ContainerView } from "../container/view.ts";
import type { Site } from "../model.ts";

export function straySite(
	compose: LoadedCompose | undefined,
	views: readonly ContainerView[],
): Site {
	if (!compose) return { kind: "host" };
	const other = views.find(({ nginx }) => nginx.kind !== "no");
	if (other)
		return unknown(
			`service ${other.service.name} runs an nginx, but is not seen to load this file`,
		);
	const unread = views.find(({ service, build }) => service.build && !build);
	if (unread)
		return unknown(
			`what service ${unread.service.name} runs is not known: its Dockerfile can't be read`,
		);
	if (!compose.complete) return unknown("not every compose file could be read");
	if (compose.files.some(({ from }) => from && namesNginx(from)))
		return unknown("a service that runs nginx stands commented out in compose");
	return { kind: "host" };
}

function namesNginx(file: Parameters<typeof composeYaml>[0]): boolean {
	return composeYaml(file).comments.some(({ start, end }) =>
		/^#\s*(image:\s*["']?[^\s"']*nginx|nginx:\s*$)/.test(
			file.text.slice(start, end),
		),
	);
}

function unknown(reason: string): Site {
	return { kind: "unknown", reason };
}
