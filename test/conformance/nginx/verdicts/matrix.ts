/**
 * Asks nginx about every directive of the catalog: in which contexts it may stand, and how many
 * arguments it takes. `node test/conformance/nginx/verdicts/matrix.ts`, with `--write` to write matrix.txt.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	directiveIn,
	directiveNames,
	directivesNamed,
} from "../../../../server/src/languages/nginx/catalog/catalog.ts";
import type { Context } from "../../../../server/src/languages/nginx/catalog/contexts.ts";
import { ask } from "../record.ts";

const file = join(import.meta.dirname, "matrix.txt");

/** Where Debian has its modules. */
const modulesPath = "/usr/lib/nginx/modules";

const modules = [
	"stream",
	"mail",
	"http_geoip",
	"http_image_filter",
	"http_perl",
	"http_xslt_filter",
]
	.map((name) => `load_module ${modulesPath}/ngx_${name}_module.so;\n`)
	.join("");

/** In each context that an nginx without commercial modules has. */
const around: Partial<Record<Context, (line: string) => string>> = {
	main: (line) => `${line}\nevents {}`,
	events: (line) => `events { ${line} }`,
	http: (line) => `events {} http { ${line} }`,
	server: (line) => `events {} http { server { ${line} } }`,
	location: (line) => `events {} http { server { location / { ${line} } } }`,
	"if in server": (line) =>
		`events {} http { server { if ($host) { ${line} } } }`,
	"if in location": (line) =>
		`events {} http { server { location / { if ($host) { ${line} } } } }`,
	limit_except: (line) =>
		`events {} http { server { location / { limit_except GET { ${line} } } } }`,
	upstream: (line) => `events {} http { upstream u { ${line} } }`,
	stream: (line) => `events {} stream { ${line} }`,
	"stream server": (line) => `events {} stream { server { ${line} } }`,
	"stream upstream": (line) => `events {} stream { upstream u { ${line} } }`,
	mail: (line) => `events {} mail { ${line} }`,
	"mail server": (line) => `events {} mail { server { ${line} } }`,
};

export const asked = Object.keys(around) as readonly Context[];

if (process.argv[1] === import.meta.filename) main();

export interface Known {
	readonly contexts: readonly Context[];
	/** Of the first of its contexts: the numbers of arguments up to 9 that it takes. */
	readonly counts: readonly number[];
}

/** What nginx said, by name; undefined: it does not know the directive. */
export function matrix(): ReadonlyMap<string, Known | undefined> {
	const lines = readFileSync(file, "utf8").trim().split("\n");
	return new Map(
		lines.map((line) => {
			const [name = "", contexts, counts = ""] = line.split("\t");
			return [
				name,
				contexts === undefined
					? undefined
					: {
							contexts: contexts.split(", ") as Context[],
							counts: [...counts].map(Number),
						},
			];
		}),
	);
}

function main(): void {
	const binary = process.env.NGINX ?? "nginx";
	const directory = mkdtempSync(join(tmpdir(), "edgewise-nginx-"));
	const say = (context: Context, name: string, count: number) => {
		const block = directivesNamed(name).some((known) => known.block);
		const line = `${name} ${"1 ".repeat(count)}${block ? "{}" : ";"}`;
		const config = modules + (around[context]?.(line) ?? "");
		return ask(binary, directory, config).message ?? "";
	};
	try {
		const lines = [...directiveNames()]
			.filter((name) => directivesNamed(name).every(({ home }) => !home))
			.map((name) => lineOf(name, say));
		const text = `${lines.join("\n")}\n`;
		if (process.argv.includes("--write")) writeFileSync(file, text);
		else if (readFileSync(file, "utf8") !== text) {
			const before = new Set(readFileSync(file, "utf8").split("\n"));
			for (const line of lines.filter((each) => !before.has(each)))
				console.error(`nginx: ${line}`);
			process.exitCode = 1;
		}
		console.log(`${lines.length} directives of ${binary}`);
	} finally {
		rmSync(directory, { recursive: true });
	}
}

function lineOf(
	name: string,
	say: (context: Context, name: string, count: number) => string,
): string {
	const allowed: Context[] = [];
	for (const context of asked) {
		const count = directiveIn(name, context)?.arity.min ?? 1;
		const message = say(context, name, count);
		if (message.includes(`unknown directive "${name}"`)) return name;
		if (!message.includes(`"${name}" directive is not allowed here`))
			allowed.push(context);
	}
	const [first] = allowed;
	const counts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter(
		(count) =>
			first &&
			!say(first, name, count).includes(
				`invalid number of arguments in "${name}" directive`,
			),
	);
	return `${name}\t${allowed.join(", ")}\t${counts.join("")}`;
}
