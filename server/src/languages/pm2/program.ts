/** What kind of program an app's script is: only Node's own can share a port (semantics 9). */

import type { App } from "./facts.ts";

/** False for another interpreter, `node app.js` as one text (bash -c), and scripts in other languages. */
export function isNodeProgram(app: App): boolean {
	const interpreter = textOf(app, "interpreter");
	if (interpreter !== undefined) return /(^|\/)node[^/]*$/.test(interpreter);
	const script = textOf(app, "script");
	if (script === undefined) return true;
	if (/\s/.test(script) || script === "node") return false;
	return !/\.(py|rb|sh|pl|php|coffee|ls)$/.test(script);
}

export function textOf(app: App, field: string): string | undefined {
	const value = app.fields.get(field)?.value;
	return value?.kind === "plain" && typeof value.value === "string"
		? value.value
		: undefined;
}
