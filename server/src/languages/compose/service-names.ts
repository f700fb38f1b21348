/** Every place of a compose file that names a service: its key, and what refers to it within the project. */

import type { Place } from "../../text/place.ts";
import type { YamlFile, YamlMap, YamlNode, YamlScalar } from "./yaml.ts";
import { findMap, findValue } from "./yaml-find.ts";

export interface ServiceName {
	readonly name: string;
	readonly isDefinition: boolean;
	/** The name alone, without quotes. */
	readonly at: Place;
}

/** `text`: that of the file, to find a name within a longer value. */
export function serviceNames(
	file: YamlFile,
	text: string,
): readonly ServiceName[] {
	return file.documents.flatMap((document) =>
		(findMap(document, "services")?.entries ?? []).flatMap(({ key, value }) => [
			named(key, key.text, true, text),
			...(value.kind === "map" ? references(value, text) : []),
		]),
	);
}

function references(service: YamlMap, text: string): readonly ServiceName[] {
	const mode = findValue(service, "network_mode");
	const base = findValue(service, "extends");
	const whole = [
		...keysOrItems(findValue(service, "depends_on")),
		// With `file` the service is one of another file.
		...(base?.kind === "map" && findValue(base, "file") === undefined
			? scalars(findValue(base, "service"))
			: scalars(base)),
	].map((scalar) => named(scalar, scalar.text, false, text));
	const parts = [
		...keysOrItems(findValue(service, "links")),
		...keysOrItems(findValue(service, "volumes_from")),
	].flatMap((scalar) => {
		const [name = ""] = scalar.text.split(":");
		return name === "container" ? [] : [named(scalar, name, false, text)];
	});
	const joined = scalars(mode).flatMap((scalar) => {
		const name = /^service:(.+)$/.exec(scalar.text)?.[1];
		return name ? [named(scalar, name, false, text)] : [];
	});
	return [...whole, ...parts, ...joined];
}

/** A merge may have brought the node from another place of the file: it is named where it is written. */
function named(
	{ at }: YamlScalar,
	name: string,
	isDefinition: boolean,
	text: string,
): ServiceName {
	const written = text.slice(at.start, at.end);
	const start = at.start + Math.max(0, written.indexOf(name));
	return {
		name,
		isDefinition,
		at: { ...at, start, end: start + name.length },
	};
}

function keysOrItems(node: YamlNode | undefined): readonly YamlScalar[] {
	if (node?.kind === "map") return node.entries.map(({ key }) => key);
	return scalars(node);
}

function scalars(node: YamlNode | undefined): readonly YamlScalar[] {
	if (node?.kind === "scalar") return [node];
	return node?.kind === "sequence" ? node.items.flatMap(scalars) : [];
}
