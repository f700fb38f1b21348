/** Whose networks and names a container sees: its own, or those of the one whose namespace it joins. */

import type { ComposeModel, Service } from "../../languages/compose/facts.ts";

export type NetworkNamespace =
	| { readonly kind: "service"; readonly service: Service }
	| { readonly kind: "unknown"; readonly reason: string };

/** With `network_mode: service:x` everything is x's (compose-spec, network_mode). */
export function networkNamespace(
	service: Service,
	compose: ComposeModel,
): NetworkNamespace {
	const mode = service.networkMode;
	switch (mode?.kind) {
		case "service": {
			const owner = compose.services.get(mode.service);
			// Compose refuses a chain that comes back.
			return owner && owner.networkMode?.kind !== "service"
				? networkNamespace(owner, compose)
				: unknown(`service ${mode.service} is not known`);
		}
		case "container":
			return unknown(`it joins the network of container ${mode.container}`);
		case "other":
			return unknown(`its network_mode is ${mode.text}`);
		default:
			return { kind: "service", service };
	}
}

function unknown(reason: string): NetworkNamespace {
	return { kind: "unknown", reason };
}
