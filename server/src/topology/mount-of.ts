/** The mount that brings a path into a service's container. */

import type { Mount, Service } from "../languages/compose/facts.ts";
import { mountAt } from "./container/mounts.ts";

export type BindMount = Extract<Mount, { kind: "bind" }>;

/** Undefined where another kind of mount, or none, decides about the path. */
export function bindMountOf(
	{ mounts }: Service,
	path: string,
): BindMount | undefined {
	const mount = mountAt(mounts, path);
	return mount?.kind === "bind" ? mount : undefined;
}
