/** What envsubst makes of a template when a script or command calls it. */

import type { Lookup } from "../snapshot.ts";
import type { Rendering } from "./effect-layer.ts";
import type { ContainerEnvironment } from "./environment.ts";
import { unknown } from "./origin.ts";

/** With a list it replaces those names alone, set or not; without, every name. */
export function renderingBy(
	environment: ContainerEnvironment,
	look: Lookup,
): Rendering {
	return (template, names) => {
		if (template.kind === "absent" || template.kind === "unknown")
			return template;
		if (template.kind !== "workspace")
			return unknown("it is rendered from a template outside of the workspace");
		const text = look.file(template.path)?.text;
		if (text === undefined) return unknown("its template can't be read");
		const asked =
			names ??
			[...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map((match) => match[1] ?? "");
		const variables = new Map<string, string | undefined>();
		for (const name of asked) {
			const unset = environment.complete && !environment.values.has(name);
			variables.set(name, unset ? "" : environment.values.get(name));
		}
		return {
			kind: "rendered",
			template: template.path,
			variables,
			complete: true,
			by: template.by,
		};
	};
}
