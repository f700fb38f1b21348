/**
 * The settings' two other homes. package.json's `contributes.configuration` is where they are
 * written; its list of rules comes from the registry, and edgewise.schema.json from all of it.
 */

import { ruleInfos } from "../server/src/rules/registry.ts";

export interface Property {
	readonly type: string | readonly string[];
	readonly enum?: readonly string[];
	readonly markdownDescription: string;
	readonly default?: unknown;
	readonly scope?: string;
	readonly [keyword: string]: unknown;
}

export type Properties = Readonly<Record<string, Property>>;

const severities = ["off", "hint", "info", "warning", "error"];

/** What `edgewise.rules` may name. */
export function ruleProperties(): Properties {
	return Object.fromEntries(
		ruleInfos.map(({ id, severity, summary }) => [
			id,
			{
				type: "string",
				enum: severities,
				default: severity,
				markdownDescription: summary,
			},
		]),
	);
}

/** The schema of edgewise.json: the same keys without their prefix, and without those of the editor alone. */
export function settingsSchema(configuration: Properties): unknown {
	const keys = Object.entries(configuration)
		.filter(([key]) => key !== "edgewise.trace.server")
		.map(([key, property]): [string, unknown] => {
			const { scope, ...rest } = property;
			return [key.slice("edgewise.".length), described(rest)];
		});
	return {
		$schema: "http://json-schema.org/draft-07/schema#",
		title: "Edgewise",
		type: "object",
		allowTrailingCommas: true,
		additionalProperties: false,
		properties: {
			$schema: { type: "string" },
			...Object.fromEntries(keys),
			pm2: nested(keys, "pm2."),
		},
	};
}

/** `"pm2.portStrategy"` may be written as `"pm2": { "portStrategy": … }`. */
function nested(keys: readonly [string, unknown][], prefix: string): unknown {
	return {
		type: "object",
		additionalProperties: false,
		properties: Object.fromEntries(
			keys
				.filter(([key]) => key.startsWith(prefix))
				.map(([key, property]) => [key.slice(prefix.length), property]),
		),
	};
}

/** Other editors read `description`, VS Code the Markdown. */
function described(property: Omit<Property, "scope">): unknown {
	return { description: property.markdownDescription, ...property };
}
