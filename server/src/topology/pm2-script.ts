/** The file that an app starts, where the workspace would have it. */

import type { App } from "../languages/pm2/facts.ts";
import { nearestWord } from "../text/nearest-word.ts";
import { basename, dirname, resolve } from "../text/path.ts";
import type { Place } from "../text/place.ts";
import { presence } from "./container/presence.ts";
import type { Lookup } from "./snapshot.ts";

export interface AppScript {
	readonly name: string;
	/** Where it is named. */
	readonly at: Place;
	/** Undefined where it is not there, or not read. */
	readonly text: string | undefined;
	/** It is not there, and a file of nearly the name lies in its place. */
	readonly near: string | undefined;
}

/** What a build makes is in no repository. */
const built =
	/(^|\/)(dist|build|out|output|lib|target|bin|\.next|\.output|node_modules)\//;

/**
 * Undefined for commands, absolute paths (those of a server), build output and what code makes.
 * A relative cwd counts from where pm2 is called, most likely beside the file.
 */
export function appScript(
	app: App,
	path: string,
	look: Lookup,
): AppScript | undefined {
	const value = app.fields.get("script")?.value;
	const cwd = app.fields.get("cwd")?.value;
	if (value?.kind !== "plain" || typeof value.value !== "string")
		return undefined;
	const name = value.value;
	if (!/^[\w./-]+\.[cm]?[jt]s$/.test(name) || name.startsWith("/"))
		return undefined;
	if (built.test(`${name}`) || (cwd && !isRelative(cwd))) return undefined;
	const folder = resolve(dirname(path), cwd ? textOf(cwd) : ".");
	const file = resolve(folder, name);
	if (built.test(file.slice(dirname(path).length))) return undefined;
	const found = presence(file, look);
	return {
		name,
		at: value.at,
		text: found.kind === "file" ? look.file(file)?.text : undefined,
		near: found.kind === "absent" ? nearest(file, name, look) : undefined,
	};
}

function nearest(file: string, name: string, look: Lookup): string | undefined {
	const entries = look.directory(dirname(file)) ?? [];
	const files = entries
		.filter(({ kind }) => kind === "file")
		.map((entry) => entry.name);
	const near = nearestWord(basename(file), files);
	return near === undefined
		? undefined
		: `${name.slice(0, name.length - basename(name).length)}${near}`;
}

type Value = NonNullable<ReturnType<App["fields"]["get"]>>["value"];

function isRelative(value: Value): boolean {
	return value.kind === "plain" && /^[^/~]/.test(`${value.value}`);
}

function textOf(value: Value): string {
	return value.kind === "plain" ? `${value.value}` : ".";
}
