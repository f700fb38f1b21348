/** Writes what is made from something else: the rules in package.json, edgewise.schema.json, THIRD-PARTY-NOTICES.md. */

import { readFile, writeFile } from "node:fs/promises";
import { bundledPackages, notices } from "./notices.ts";
import { ruleProperties, settingsSchema } from "./settings.ts";

const manifest = JSON.parse(await readFile("package.json", "utf8"));
const { properties } = manifest.contributes.configuration;
properties["edgewise.rules"].properties = ruleProperties();
await writeJson("package.json", manifest);
await writeJson("edgewise.schema.json", settingsSchema(properties));

const metafile = JSON.parse(await readFile("dist/metafile.json", "utf8"));
await writeFile(
	"THIRD-PARTY-NOTICES.md",
	await notices(bundledPackages(metafile)),
);

async function writeJson(path: string, value: unknown): Promise<void> {
	await writeFile(path, `${JSON.stringify(value, null, "\t")}\n`);
}
