/** `npm run generate`: writes server/src/languages/nginx/catalog/data.ts. */

import { writeFile } from "node:fs/promises";
import { catalogData, variableData } from "./catalog.ts";
import * as overrides from "./overrides.ts";

export const dataFile = "server/src/languages/nginx/catalog/data.ts";

export function dataModule(): string {
	return `/** Written by scripts/nginx-catalog from nginx's documentation (@nginx/reference-lib) and its overrides; catalog.ts reads it. */

export const directiveLines = \`
${quoted(catalogData())}
\`;

export const variableLines = \`
${variableData()}
\`;

export const commercialModules =
	"${overrides.commercialModules.split(/\s+/).join(" ")}";
`;
}

function quoted(text: string): string {
	if (/[`]|\$\{/.test(text)) throw new Error("needs another way of quoting");
	return text;
}

if (process.argv[1] === import.meta.filename)
	await writeFile(dataFile, dataModule());
