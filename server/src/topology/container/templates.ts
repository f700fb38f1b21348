/**
 * Templates as the official image renders them at start (docker-nginx,
 * entrypoint/20-envsubst-on-templates.sh; semantics 53 and 54).
 */

import type { Mount, Service } from "../../languages/compose/facts.ts";
import { isWithin, resolve } from "../../text/path.ts";
import type { ContainerEnvironment } from "./environment.ts";
import { mountAt } from "./mounts.ts";
import {
	type Layer,
	type Listing,
	mergeListings,
	moved,
	type Origin,
	unknown,
} from "./origin.ts";

interface TemplateFolders {
	readonly templates: string;
	readonly suffix: string;
	readonly output: string;
}

/** Undefined where a variable that only the running container knows decides. */
export function templateFolders(
	{ values }: ContainerEnvironment,
	kind: "http" | "stream",
): TemplateFolders | undefined {
	const setting = (name: string, standard: string) => {
		const full = `NGINX_ENVSUBST_${name}`;
		if (!values.has(full)) return standard;
		const value = values.get(full);
		return value === "" ? standard : value;
	};
	const templates = setting("TEMPLATE_DIR", "/etc/nginx/templates");
	const [suffix, output] =
		kind === "http"
			? [
					setting("TEMPLATE_SUFFIX", ".template"),
					setting("OUTPUT_DIR", "/etc/nginx/conf.d"),
				]
			: [
					setting("STREAM_TEMPLATE_SUFFIX", ".stream-template"),
					setting("STREAM_OUTPUT_DIR", "/etc/nginx/stream-conf.d"),
				];
	if (templates === undefined || output === undefined) return undefined;
	if (suffix === undefined) return undefined;
	return {
		templates: resolve("/", templates),
		suffix,
		output: resolve("/", output),
	};
}

/** Whether the start script may write to a path; the script leaves templates alone where it may not. */
export function isWritable(service: Service, path: string): boolean {
	const mount: Mount | undefined = mountAt(service.mounts, path);
	if (mount) return !mount.readOnly;
	return !service.body.entries.some(
		({ key, value }) =>
			key.text === "read_only" &&
			value.kind === "scalar" &&
			value.text === "true",
	);
}

export function templateLayer(
	{ templates, suffix, output }: TemplateFolders,
	service: Service,
	environment: ContainerEnvironment,
	below: Layer,
): Layer {
	if (!isWritable(service, output)) return below;
	const templateOf = (path: string) =>
		`${moved(path, output, templates)}${suffix}`;
	return {
		origin(path) {
			if (!isWithin(output, path) || path === output) return below.origin(path);
			const template = below.origin(templateOf(path));
			if (template.kind === "absent" || !isWritable(service, path))
				return below.origin(path);
			if (template.kind === "unknown") {
				const origin = below.origin(path);
				return origin.kind === "absent" ? template : origin;
			}
			return renderedFrom(template, environment);
		},
		list(directory) {
			const own = below.list(directory);
			if (!isWithin(output, directory)) return own;
			return mergeListings(
				own,
				renderedNames(below.list(moved(directory, output, templates)), suffix),
			);
		},
	};
}

/** With a stream template the script adds a stream block to nginx.conf (add_stream_block); an nginx.conf of one's own is taken to have one. */
export function withStreamBlock(
	{ templates, suffix, output }: TemplateFolders,
	below: Layer,
): Layer {
	const main = "/etc/nginx/nginx.conf";
	return {
		list: (directory) => below.list(directory),
		origin(path) {
			const origin = below.origin(path);
			if (path !== main || origin.kind !== "image") return origin;
			const used = below
				.list(templates)
				.entries.some(({ name }) => name.endsWith(suffix));
			return used && origin.content !== undefined
				? {
						...origin,
						content: `${origin.content}\nstream {\n  include ${output}/*.conf;\n}\n`,
					}
				: origin;
		},
	};
}

/** What the start script makes of a template: it replaces every variable that is set and passes the filter. */
function renderedFrom(
	template: Origin,
	environment: ContainerEnvironment,
): Origin {
	if (template.kind !== "workspace")
		return unknown("it is rendered from a template outside of the workspace");
	const filter = environment.values.has("NGINX_ENVSUBST_FILTER")
		? nameFilter(environment.values.get("NGINX_ENVSUBST_FILTER"))
		: () => true;
	const variables = [...environment.values].filter(([name]) => filter?.(name));
	return {
		kind: "rendered",
		template: template.path,
		variables: new Map(variables),
		complete: environment.complete && filter !== undefined,
		by: template.by,
	};
}

/**
 * The filter is a regular expression of awk; it is read, not run. Understood are words and their
 * alternatives, with `^` and `$`: `^APP_`, `^(A|B)$`, `APP_|API_`. Undefined for any other.
 */
export function nameFilter(
	filter: string | undefined,
): ((name: string) => boolean) | undefined {
	if (filter === undefined) return undefined;
	const grouped = /^(\^?)\(([\w|]*)\)(\$?)$/.exec(filter);
	const tests = grouped
		? (grouped[2] ?? "")
				.split("|")
				.map((word) => [grouped[1], word, grouped[3]] as const)
		: filter
				.split("|")
				.map((part) => /^(\^?)(\w*)(?:\.\*)?(\$?)$/.exec(part)?.slice(1));
	const matchers: ((name: string) => boolean)[] = [];
	for (const parts of tests) {
		if (!parts) return undefined;
		const [begins, word = "", ends] = parts;
		matchers.push((name) => {
			if (begins && ends) return name === word;
			if (begins) return name.startsWith(word);
			return ends ? name.endsWith(word) : name.includes(word);
		});
	}
	return (name) => matchers.some((matches) => matches(name));
}

function renderedNames(templates: Listing, suffix: string): Listing {
	return {
		entries: templates.entries.flatMap((entry) => {
			if (entry.kind === "directory") return [entry];
			return entry.name.endsWith(suffix) && entry.name !== suffix
				? [{ kind: entry.kind, name: entry.name.slice(0, -suffix.length) }]
				: [];
		}),
		unknown: templates.unknown,
	};
}
