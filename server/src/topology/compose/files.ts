/** Which files `docker compose` loads in a directory when it is given none (compose-go, cli/options.go). */

import { resolve } from "../../text/path.ts";
import type { DirectoryEntry, Lookup } from "../snapshot.ts";
import type { Variables } from "./variables.ts";

const defaults = [
	"compose.yaml",
	"compose.yml",
	"docker-compose.yml",
	"docker-compose.yaml",
];
const overrides = [
	"compose.override.yml",
	"compose.override.yaml",
	"docker-compose.override.yml",
	"docker-compose.override.yaml",
];

/** Absolute, in the order in which they are merged. `variables` are those of the directory's own .env. */
export function defaultFiles(
	directory: string,
	look: Lookup,
	variables: Variables,
): readonly string[] {
	const named = variables.lookup("COMPOSE_FILE")?.value;
	if (named)
		return split(named, variables).map((path) => resolve(directory, path));
	const entries = look.directory(directory) ?? [];
	const first = firstOf(entries, defaults);
	if (first === undefined) return [];
	const override = firstOf(entries, overrides);
	return [first, ...(override === undefined ? [] : [override])].map((name) =>
		resolve(directory, name),
	);
}

function split(files: string, variables: Variables): readonly string[] {
	const separator =
		variables.lookup("COMPOSE_PATH_SEPARATOR")?.value ||
		(files.includes(";") ? ";" : ":");
	return files.split(separator).filter((path) => path !== "");
}

function firstOf(
	entries: readonly DirectoryEntry[],
	names: readonly string[],
): string | undefined {
	return names.find((name) =>
		entries.some((entry) => entry.name === name && entry.kind === "file"),
	);
}
