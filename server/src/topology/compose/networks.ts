/** The networks of a merged project. */

import type { Network, Service } from "../../languages/compose/facts.ts";
import { isTrue, scalarAt } from "../../languages/compose/service/reading.ts";
import type { YamlMap } from "../../languages/compose/yaml.ts";
import { findMap, findValue } from "../../languages/compose/yaml-find.ts";

/** Those that the file declares, and `default` where a service is on it; `path` is the file to show for that one. */
export function readNetworks(
	body: YamlMap | undefined,
	services: ReadonlyMap<string, Service>,
	path: string,
): ReadonlyMap<string, Network> {
	const networks = new Map<string, Network>();
	for (const { key, value } of findMap(body, "networks")?.entries ?? []) {
		const external = findValue(value, "external");
		networks.set(key.text, {
			name: key.text,
			external: external?.kind === "map" || isTrue(scalarAt(value, "external")),
			internal: isTrue(scalarAt(value, "internal")),
			at: key.at,
		});
	}
	const used = [...services.values()].some((service) =>
		service.networks.some(({ network }) => network === "default"),
	);
	if (used && !networks.has("default"))
		networks.set("default", {
			name: "default",
			external: false,
			internal: false,
			at: { path, start: 0, end: 0 },
		});
	return networks;
}
