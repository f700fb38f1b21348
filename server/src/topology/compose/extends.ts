/** `extends`: a service begins with another one's attributes (compose-spec 05-services.md, loader/extends.go). */

import { mergeYaml } from "../../languages/compose/merge.ts";
import { scalarAt } from "../../languages/compose/service/reading.ts";
import type {
	YamlMap,
	YamlNode,
	YamlScalar,
} from "../../languages/compose/yaml.ts";
import {
	findEntry,
	findMap,
	findValue,
} from "../../languages/compose/yaml-find.ts";
import { dirname, resolve } from "../../text/path.ts";
import { documentsOf } from "./documents.ts";
import { missing } from "./include.ts";
import { type Loading, openYaml, report } from "./loading.ts";
import type { Variables } from "./variables.ts";

/** The tree with every service extended; chains and other files are followed. */
export function extendServices(
	loading: Loading,
	document: YamlMap,
	path: string,
	variables: Variables,
): YamlMap {
	const services = findMap(document, "services");
	if (
		services === undefined ||
		!services.entries.some(({ value }) => findValue(value, "extends"))
	)
		return document;
	const work: Work = {
		loading,
		variables,
		done: new Map(),
		files: new Map([[path, services]]),
	};
	const entries = services.entries.map(({ key, value }) => ({
		key,
		value:
			value.kind === "map" ? extendOne(work, path, key.text, value, []) : value,
	}));
	return {
		...document,
		entries: document.entries.map((entry) =>
			entry.key.text === "services"
				? { ...entry, value: { ...services, entries } }
				: entry,
		),
	};
}

interface Work {
	readonly loading: Loading;
	readonly variables: Variables;
	readonly done: Map<string, YamlMap>;
	/** Path → its services; other files are read without their includes. */
	readonly files: Map<string, YamlMap | undefined>;
}

function extendOne(
	work: Work,
	path: string,
	name: string,
	service: YamlMap,
	chain: readonly string[],
): YamlMap {
	const id = `${path}\n${name}`;
	const known = work.done.get(id);
	if (known) return known;
	const extended = merged(work, path, name, service, [...chain, id]);
	work.done.set(id, extended);
	return extended;
}

function merged(
	work: Work,
	path: string,
	name: string,
	service: YamlMap,
	chain: readonly string[],
): YamlMap {
	const written = findValue(service, "extends");
	if (written === undefined) return service;
	const own: YamlMap = {
		...service,
		entries: service.entries.filter(({ key }) => key.text !== "extends"),
	};
	const base = baseOf(work, path, written, chain);
	if (base === undefined) return own;
	const problems: { message: string; at: YamlMap["at"] }[] = [];
	const result = mergeYaml(base, own, ["services", name], problems);
	for (const { at, message } of problems)
		report(work.loading, "compose-syntax", at, message);
	// An edit of the service belongs where the service stands.
	return result.kind === "map"
		? { ...result, at: service.at, flow: service.flow }
		: own;
}

function baseOf(
	work: Work,
	path: string,
	written: YamlNode,
	chain: readonly string[],
): YamlMap | undefined {
	const { loading } = work;
	const service =
		written.kind === "scalar" ? written : scalarAt(written, "service");
	if (service === undefined) return undefined;
	const file = scalarAt(written, "file");
	if (service.open !== undefined || file?.open !== undefined) {
		loading.complete = false;
		return undefined;
	}
	const from = file
		? resolve(loading.bases.get(path) ?? dirname(path), file.text)
		: path;
	const services = servicesOf(work, from, file);
	if (services === undefined) return undefined;
	if (chain.includes(`${from}\n${service.text}`)) {
		report(
			loading,
			"compose-cycle",
			service.at,
			`Service ${service.text} extends itself${chain.length > 1 ? `, through ${chain.map((id) => id.split("\n")[1]).join(", ")}` : ""}.`,
		);
		return undefined;
	}
	const base = findEntry(services, service.text);
	if (base?.value.kind === "map")
		return extendOne(work, from, service.text, base.value, chain);
	if (base === undefined)
		report(
			loading,
			"compose-reference-unknown",
			service.at,
			`There is no service ${service.text} to extend${file ? ` in ${file.text}` : ""}.`,
		);
	return undefined;
}

function servicesOf(
	work: Work,
	path: string,
	written: YamlScalar | undefined,
): YamlMap | undefined {
	if (work.files.has(path)) return work.files.get(path);
	const { loading } = work;
	const file = openYaml(loading, path, "extends");
	if (file === undefined) {
		if (written) missing(loading, written, path);
		work.files.set(path, undefined);
		return undefined;
	}
	if (!loading.bases.has(path)) loading.bases.set(path, dirname(path));
	let services: YamlNode | undefined;
	for (const document of documentsOf(loading, file, work.variables)) {
		const next = findMap(document, "services");
		if (next)
			services = services ? mergeYaml(services, next, ["services"], []) : next;
	}
	const found = services?.kind === "map" ? services : undefined;
	work.files.set(path, found);
	return found;
}
