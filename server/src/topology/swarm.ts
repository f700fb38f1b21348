/**
 * Whether a project is meant for `docker stack deploy`: there a published port belongs to the
 * service and not to one container, names lead to a virtual address, and container_name is
 * ignored. Told by what only Swarm heeds (compose-spec, deploy; docs of `docker stack`).
 */

import { scalarAt } from "../languages/compose/service/reading.ts";
import { findMap, findValue } from "../languages/compose/yaml-find.ts";
import type { Compose } from "./model.ts";

const keys = [
	"placement",
	"update_config",
	"rollback_config",
	"endpoint_mode",
	"mode",
];

export function isForSwarm({ services, body }: Compose): boolean {
	return (
		[...services.values()].some((service) => {
			const deploy = findMap(service.body, "deploy");
			return keys.some((key) => findValue(deploy, key) !== undefined);
		}) ||
		(findMap(body, "networks")?.entries ?? []).some(
			({ value }) =>
				value.kind === "map" && scalarAt(value, "driver")?.text === "overlay",
		)
	);
}
