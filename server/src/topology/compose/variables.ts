/** The variables that compose files see: what was said outright, then .env files; each with the line that sets it. */

import { substitute, type Variable } from "../../languages/compose/template.ts";
import type { DotenvFile } from "../../languages/dotenv/parse.ts";
import type { Place } from "../../text/place.ts";

export interface Setting extends Variable {
	/** Variables that nothing settles and that its own value depends on. */
	readonly open: readonly string[];
	/** The value in the .env file; absent where no file says it. */
	readonly at: Place | undefined;
	/** The name, with its value. */
	readonly nameAt: Place | undefined;
}

export interface Variables {
	lookup(name: string): Setting | undefined;
}

export const noVariables: Variables = { lookup: () => undefined };

export function givenVariables(
	values: Readonly<Record<string, string>>,
): Variables {
	const settings = new Map(
		Object.entries(values).map(([name, value]) => [
			name,
			{ value, certain: true, open: [], at: undefined, nameAt: undefined },
		]),
	);
	return { lookup: (name) => settings.get(name) };
}

/** `first` wins: the shell over .env, an including project over the one that it includes. */
export function both(first: Variables, second: Variables): Variables {
	return { lookup: (name) => first.lookup(name) ?? second.lookup(name) };
}

/** What a .env file sets. Variables in its values are `outer`'s first, then its own from above (dotenv/godotenv.go). */
export function settingsOf(
	file: DotenvFile,
	outer: Variables,
): ReadonlyMap<string, Setting> {
	const settings = new Map<string, Setting>();
	const lookup = (name: string) => outer.lookup(name) ?? settings.get(name);
	for (const { name, value, expands, at, valueAt } of file.variables) {
		if (value === undefined) {
			const inherited = outer.lookup(name);
			if (inherited) settings.set(name, inherited);
			continue;
		}
		const { text, open } = expands
			? substitute(value, lookup)
			: { text: value, open: [] };
		settings.set(name, {
			value: text,
			certain: open.length === 0,
			open,
			at: valueAt,
			nameAt: at,
		});
	}
	return settings;
}
