/** What envsubst makes of a template when a script or command calls it. */

import type { Lookup } from "../snapshot.ts";
import type { RenderedNames } from "./effect.ts";
import type { Rendering } from "./effect-layer.ts";
import type { ContainerEnvironment } from "./environment.ts";
import { unknown } from "./origin.ts";

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
		return {
			kind: "rendered",
			template: template.path,
			variables: replaced(text, names, environment),
			complete: names === "set" ? environment.complete : true,
			by: template.by,
		};
	};
}

/** A name that it is told to replace and that is not set becomes empty text. */
function replaced(
	template: string,
	names: RenderedNames,
	{ values, complete }: ContainerEnvironment,
): ReadonlyMap<string, string | undefined> {
	if (names === "set") return values;
	const asked =
		names === "every"
			? [...template.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(
					(match) => match[1] ?? "",
				)
			: names;
	return new Map(
		asked.map((name) => [
			name,
			complete && !values.has(name) ? "" : values.get(name),
		]),
	);
}
