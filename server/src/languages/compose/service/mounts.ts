/** `volumes`, `tmpfs`, `configs` and `secrets`: what stands at which path of the container. */

import { resolve } from "../../../text/path.ts";
import type { Mount } from "../facts.ts";
import type { YamlMap, YamlNode, YamlScalar } from "../yaml.ts";
import { findMap, findValue, isNull } from "../yaml-find.ts";
import {
	isTrue,
	none,
	type Reading,
	refuse,
	scalarAt,
	scalarsOf,
	settled,
} from "./reading.ts";

/** Of two volumes with one target the later stays (override/uncity.go). `root` is the whole merged file, for its configs and secrets. */
export function readMounts(
	reading: Reading,
	body: YamlMap,
	root: YamlNode | undefined,
): readonly Mount[] {
	const volumes = new Map<string, Mount>();
	const node = findValue(body, "volumes");
	for (const item of node?.kind === "sequence" ? node.items : []) {
		const mount =
			item.kind === "scalar"
				? shortVolume(reading, item)
				: longVolume(reading, item);
		if (mount !== undefined) volumes.set(mount.target, mount);
	}
	return [
		...volumes.values(),
		...scalarsOf(findValue(body, "tmpfs")).map(tmpfs),
		...files(
			reading,
			"config",
			findValue(body, "configs"),
			findValue(root, "configs"),
		),
		...files(
			reading,
			"secret",
			findValue(body, "secrets"),
			findValue(root, "secrets"),
		),
	];
}

/** compose-go format/volume.go: fields between colons, a Windows drive's colon is none of them. */
function shortVolume(reading: Reading, item: YamlScalar): Mount | undefined {
	if (isNull(item)) return undefined;
	const { text, at } = item;
	const open = item.open ?? none;
	const fields = splitVolume(text);
	const wrong =
		text === ""
			? "An empty volume names no path in the container."
			: fields.includes("")
				? `${text} is no volume: nothing stands between two colons.`
				: fields.length > 3
					? `${text} is no volume: it has too many colons; it is written [SOURCE:]TARGET[:OPTIONS].`
					: undefined;
	if (wrong !== undefined) {
		if (open.length === 0) refuse(reading, "compose-syntax", at, wrong);
		return undefined;
	}
	const [first = "", second, options = ""] = fields;
	const target = cleaned(second ?? first);
	const source = second === undefined ? undefined : first;
	const readOnly = options.split(",").includes("ro");
	if (source === undefined || !isFilePath(source)) {
		// A source whose beginning a variable decides may be a path or a volume.
		if (
			source !== undefined &&
			open.length > 0 &&
			/^\$/.test(item.written ?? "")
		)
			return { kind: "other", name: undefined, target, readOnly, at };
		return { kind: "volume", name: source, target, readOnly, at };
	}
	return {
		kind: "bind",
		source: hostPath(reading, item, source),
		target,
		readOnly,
		open,
		at,
	};
}

function longVolume(reading: Reading, node: YamlNode): Mount | undefined {
	if (node.kind !== "map") return undefined;
	const type = scalarAt(node, "type");
	const target = scalarAt(node, "target");
	const source = scalarAt(node, "source");
	if (type === undefined) {
		refuse(
			reading,
			"compose-syntax",
			node.at,
			"This volume has no type: bind, volume, tmpfs, image, npipe or cluster.",
		);
		return undefined;
	}
	if (target === undefined) {
		if (type.text === "bind" || type.text === "volume" || type.text === "tmpfs")
			refuse(
				reading,
				"compose-syntax",
				node.at,
				"This volume has no target: the path in the container must be given.",
			);
		return undefined;
	}
	const common = {
		target: cleaned(target.text),
		readOnly: isTrue(scalarAt(node, "read_only")),
		at: node.at,
	};
	if (type.text === "bind" && source !== undefined)
		return {
			kind: "bind",
			source: hostPath(reading, source, source.text),
			open: [...new Set([...(source.open ?? none), ...(target.open ?? none)])],
			...common,
		};
	if (type.text === "volume")
		return { kind: "volume", name: source?.text, ...common };
	return {
		kind: type.text === "tmpfs" ? "tmpfs" : "other",
		name: undefined,
		...common,
	};
}

function tmpfs(item: YamlScalar): Mount {
	return {
		kind: "tmpfs",
		name: undefined,
		target: item.text.split(":")[0] ?? "",
		readOnly: false,
		at: item.at,
	};
}

/** Short: the name, at `/NAME` or `/run/secrets/NAME`; long: source and target, which counts from there. */
function files(
	reading: Reading,
	kind: "config" | "secret",
	node: YamlNode | undefined,
	definitions: YamlNode | undefined,
): readonly Mount[] {
	const directory = kind === "config" ? "/" : "/run/secrets";
	const mounts = new Map<string, Mount>();
	for (const item of node?.kind === "sequence" ? node.items : []) {
		const source = item.kind === "scalar" ? item : scalarAt(item, "source");
		if (source === undefined || isNull(source)) continue;
		const target = resolve(
			directory,
			scalarAt(item, "target")?.text || source.text,
		);
		const definition = findMap(definitions, source.text);
		const file = scalarAt(definition, "file");
		const content = scalarAt(definition, "content");
		mounts.set(target, {
			kind,
			name: source.text,
			source: file && hostPath(reading, file, file.text),
			...(content === undefined ? {} : { content: settled(content) }),
			target,
			readOnly: true,
			at: item.at,
		});
	}
	return [...mounts.values()];
}

/** `/etc/nginx/` is `/etc/nginx` (transform/volume.go, cleanTarget). */
function cleaned(target: string): string {
	return target.startsWith("/") ? resolve("/", target) : target;
}

function splitVolume(text: string): readonly string[] {
	if (text.length <= 2) return [text];
	const fields: string[] = [];
	let field = "";
	for (const char of text) {
		if (char !== ":" || /^\p{L}$/u.test(field)) field += char;
		else {
			fields.push(field);
			field = "";
		}
	}
	return [...fields, field];
}

function isFilePath(source: string): boolean {
	return /^(?:[./~]|\\\\|\p{L}:)/u.test(source);
}

/** Absolute, seen from the file that says it; `~` stays, for nobody here knows whose home it is. */
export function hostPath(
	reading: Reading,
	scalar: YamlScalar,
	path: string,
): string {
	if (path.startsWith("~")) return path;
	if (/^[A-Za-z]:[\\/]/.test(path))
		return resolve(
			"/",
			`/${path[0]?.toLowerCase()}${path.slice(1).replaceAll("\\", "/")}`,
		);
	return resolve(reading.base(scalar.at.path), path);
}
