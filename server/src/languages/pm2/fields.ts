/** PM2's own names of an app's fields, whatever alias the file uses (tools/Config.js). */

import { schema } from "./schema.ts";

const canonical = new Map(
	schema.flatMap(({ name, aliases = [] }) =>
		[...aliases, camelCase(name)].map((alias) => [alias, name] as const),
	),
);

/** The name that PM2 knows a field by: camelCase and aliases settled (6). `env_NAME` keeps its letters. */
export function fieldName(written: string): string {
	return canonical.get(written) ?? written;
}

export function isAlias(written: string): boolean {
	const name = canonical.get(written);
	return name !== undefined && name !== written;
}

function camelCase(name: string): string {
	return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
