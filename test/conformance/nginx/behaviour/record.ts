/**
 * Watches the nginx of this machine do what rules rest on, and compares it with behaviour.json:
 * `node test/conformance/nginx/behaviour/record.ts`, with `--write` to write it. NGINX names another binary.
 */

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { observations } from "./observations.ts";
import { asked } from "./refusals.ts";
import { ask, binary } from "./running-nginx.ts";
import { templates, variables } from "./templates.ts";

/** GNU gettext's, which the image has too; the list of names is what its script makes of the environment. */
function rendered(template: string): string {
	const names = Object.keys(variables)
		.map((name) => `\${${name}}`)
		.join(" ");
	const run = spawnSync("envsubst", [names], {
		input: template,
		env: { PATH: process.env.PATH, ...variables },
		encoding: "utf8",
	});
	if (run.error) throw run.error;
	return run.stdout;
}

const file = join(import.meta.dirname, "behaviour.json");

const seen: Record<string, unknown> = {};
for (const [name, observe] of Object.entries(observations))
	seen[name] = await observe();
const behaviour = {
	refusals: Object.fromEntries(
		asked.map(({ name, http }) => [name, ask(http)]),
	),
	observations: seen,
	templates: templates.map(rendered),
};
const text = `${JSON.stringify(behaviour, undefined, "\t")}\n`;
if (process.argv.includes("--write")) writeFileSync(file, text);
else if (
	!isDeepStrictEqual(JSON.parse(readFileSync(file, "utf8")), JSON.parse(text))
) {
	console.error(`${binary} does something else than is recorded:\n${text}`);
	process.exitCode = 1;
}
console.log(
	`${asked.length} questions, ${Object.keys(seen).length} observations of ${binary}`,
);
