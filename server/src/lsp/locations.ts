/** Definitions to what the client takes: links that also say what was clicked, or plain locations. */

import type { Location, LocationLink } from "vscode-languageserver";
import type { Definition } from "../features/definition.ts";
import type { Context } from "./context.ts";
import { rangeOf } from "./texts.ts";

export function toLinks(
	definitions: readonly Definition[],
	{ textOf, uriOf }: Context,
): LocationLink[] {
	return definitions.flatMap(({ from, to }) => {
		const [origin, target] = [textOf(from.path), textOf(to.path)];
		if (origin === undefined || target === undefined) return [];
		const targetRange = rangeOf(target, to);
		return [
			{
				originSelectionRange: rangeOf(origin, from),
				targetUri: uriOf(to.path),
				targetRange,
				targetSelectionRange: targetRange,
			},
		];
	});
}

export function toLocation(link: LocationLink): Location {
	return { uri: link.targetUri, range: link.targetRange };
}
