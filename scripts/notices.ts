/** THIRD-PARTY-NOTICES.md: the licences of the packages that are inside the bundles. */

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const folder = "node_modules/";

/** `metafile`: what esbuild says that it put into the bundles. Paths from the repository's root. */
export function bundledPackages(metafile: {
	readonly outputs: Readonly<
		Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>
	>;
}): readonly string[] {
	const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) =>
		Object.keys(inputs),
	);
	const packages = inputs.flatMap((input) => {
		const inside = input.lastIndexOf(folder);
		if (inside < 0) return [];
		const [first = "", second] = input.slice(inside + folder.length).split("/");
		const name = first.startsWith("@") ? `${first}/${second}` : first;
		return [input.slice(0, inside + folder.length) + name];
	});
	return [...new Set(packages)].sort();
}

export async function notices(packages: readonly string[]): Promise<string> {
	const sections = await Promise.all(packages.map(section));
	return [
		"# Third-party notices",
		"",
		"Edgewise contains these packages, under their own licences.",
		"",
		...new Set(sections),
		await documentation(),
	].join("\n");
}

/** dist/nginx-docs.json and the catalog are made from it; the package has no licence file of its own. */
async function documentation(): Promise<string> {
	const { name, version, license } = JSON.parse(
		await readFile(`${folder}@nginx/reference-lib/package.json`, "utf8"),
	);
	const text = await readFile("scripts/nginx-catalog/LICENSE.nginx", "utf8");
	return [
		`## nginx's documentation, as ${name} ${version} (${license}) has it`,
		"",
		"```text",
		text.trimEnd(),
		"```",
		"",
	].join("\n");
}

async function section(path: string): Promise<string> {
	const { name, version, license } = JSON.parse(
		await readFile(join(path, "package.json"), "utf8"),
	);
	return [
		`## ${name} ${version} (${license})`,
		"",
		"```text",
		(await licenceOf(path)).trimEnd(),
		"```",
		"",
	].join("\n");
}

async function licenceOf(path: string): Promise<string> {
	const names = (await readdir(path)).filter((name) =>
		/^(licen[cs]e|copying|thirdpartynotices)/i.test(name),
	);
	if (names.length === 0) throw new Error(`${path} has no licence file`);
	const texts = await Promise.all(
		names.sort().map((name) => readFile(join(path, name), "utf8")),
	);
	return texts
		.map((text) => text.replaceAll("\r\n", "\n").replaceAll("```", "'''"))
		.join("\n");
}
