/** Where the processes of a service run. */

import type { Service } from "../languages/compose/facts.ts";
import type { Site } from "./model.ts";

export function siteOf(service: Service): Site {
	return service.networkMode?.kind === "host"
		? { kind: "host-network", service }
		: { kind: "container", service };
}
