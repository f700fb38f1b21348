/** One plain form for what docker-compose prints and for what the model says, so that the two can be compared. */

import type { Service } from "../../../server/src/languages/compose/facts.ts";
import type { LoadedCompose } from "../../../server/src/topology/compose/load.ts";

type Json = Record<string, unknown>;

export function fromModel(model: LoadedCompose): Json {
	const services: Json = {};
	for (const service of model.services.values())
		services[service.name] = serviceForm(service);
	const networks: Json = {};
	for (const { name, external, internal } of model.networks.values())
		if (name !== "default") networks[name] = { external, internal };
	return sorted({ services, networks });
}

function serviceForm(service: Service): Json {
	return {
		image: service.image?.value,
		build: service.build && {
			context: service.build.context?.value,
			dockerfile: service.build.dockerfile?.value,
			target: service.build.target?.value,
			args: Object.fromEntries(
				[...service.build.args].map(([name, value]) => [name, value ?? ""]),
			),
		},
		container_name: service.containerName?.value,
		hostname: service.hostname?.value,
		restart: service.restart?.value,
		working_dir: service.workingDir?.value,
		ports: service.ports
			.map(({ hostIp, published, publishedEnd, target, protocol }) =>
				portForm(
					hostIp,
					publishedEnd
						? `${published?.value}-${publishedEnd}`
						: published?.value,
					target.value,
					protocol,
				),
			)
			.sort(),
		expose: service.expose.map(({ value }) => value).sort((a, b) => a - b),
		environment: Object.fromEntries(
			[...service.environment].map(([name, { value }]) => [
				name,
				value ?? null,
			]),
		),
		networks: Object.fromEntries(
			service.networks.map(({ network, aliases }) => [
				network,
				aliases.map(({ value }) => value).join(" "),
			]),
		),
		network_mode: modeForm(service.networkMode),
		extra_hosts: service.extraHosts
			.map(({ host, address }) => `${host}:${address}`)
			.sort(),
		replicas: service.replicas?.count,
		depends_on: Object.fromEntries(
			service.dependsOn.map(({ service: name, condition }) => [
				name,
				condition,
			]),
		),
		links: service.links
			.map(({ service: name, alias }) => `${name}:${alias}`)
			.sort(),
		mounts: service.mounts
			.flatMap((mount) => {
				if (mount.kind === "config" || mount.kind === "secret") return [];
				const source = mount.kind === "bind" ? mount.source : mount.name;
				return [
					`${mount.kind} ${source ?? ""}:${mount.target}${mount.readOnly ? " ro" : ""}`,
				];
			})
			.sort(),
		files: service.mounts
			.flatMap((mount) =>
				mount.kind === "config" || mount.kind === "secret"
					? [`${mount.kind} ${mount.name}:${mount.target}`]
					: [],
			)
			.sort(),
		command: service.command?.words,
		entrypoint: service.entrypoint?.words,
		healthcheck: service.healthcheck && {
			words: service.healthcheck.words,
			disabled: service.healthcheck.disabled,
		},
		labels: Object.fromEntries(
			[...service.labels].map(([name, { value }]) => [name, value]),
		),
		profiles: service.profiles.map(({ value }) => value).sort(),
	};
}

function modeForm(mode: Service["networkMode"]): string | undefined {
	if (mode === undefined) return undefined;
	if (mode.kind === "service") return `service:${mode.service}`;
	if (mode.kind === "container") return `container:${mode.container}`;
	return mode.kind === "other" ? mode.text : mode.kind;
}

function portForm(
	ip: unknown,
	published: unknown,
	target: unknown,
	protocol: unknown,
): string {
	return `${ip ?? ""}:${published ?? ""}:${target}/${protocol ?? "tcp"}`;
}

/** The output of `docker-compose config`, with paths below `/project`. */
export function fromRecord(printed: Json): Json {
	const config = unescaped(printed) as Json;
	const services: Json = {};
	for (const [name, service] of entries(config.services))
		services[name] = recordedService(service as Json);
	const networks: Json = {};
	for (const [name, network] of entries(config.networks))
		if (name !== "default")
			networks[name] = {
				external: Boolean((network as Json)?.external),
				internal: (network as Json)?.internal === true,
			};
	return sorted({ services, networks });
}

function recordedService(service: Json): Json {
	const build = service.build as Json | string | undefined;
	const networks = Object.fromEntries(
		entries(service.networks).map(([name, value]) => [
			name,
			list((value as Json)?.aliases).join(" "),
		]),
	);
	const implicit =
		Object.keys(networks).length === 0 && service.network_mode === undefined;
	return {
		image: service.image,
		build:
			build === undefined
				? undefined
				: recordedBuild(typeof build === "string" ? { context: build } : build),
		container_name: service.container_name,
		hostname: service.hostname,
		restart: service.restart,
		working_dir: service.working_dir,
		ports: list(service.ports).map(recordedPort).sort(),
		expose: list(service.expose)
			.flatMap(recordedExpose)
			.sort((a, b) => a - b),
		environment: Object.fromEntries(
			entries(service.environment).map(([name, value]) => [
				name,
				value === null ? null : String(value),
			]),
		),
		networks: implicit ? { default: "" } : networks,
		network_mode: service.network_mode,
		extra_hosts: list(service.extra_hosts).flatMap(recordedHosts).sort(),
		replicas: service.scale ?? (service.deploy as Json)?.replicas,
		depends_on: recordedDependencies(service.depends_on),
		links: list(service.links)
			.map((link) => (String(link).includes(":") ? link : `${link}:${link}`))
			.sort(),
		mounts: [
			...list(service.volumes).map(recordedVolume),
			...list(service.tmpfs).map(
				(path) => `tmpfs :${String(path).split(":")[0]}`,
			),
		].sort(),
		files: [
			...files("config", "/", service),
			...files("secret", "/run/secrets/", service),
		].sort(),
		command: words(service.command),
		entrypoint: words(service.entrypoint),
		healthcheck: recordedHealthcheck(service.healthcheck as Json | undefined),
		labels: Object.fromEntries(entries(service.labels)),
		profiles: list(service.profiles).sort(),
	};
}

/** `config` writes a dollar sign so that it can be read again. */
function unescaped(value: unknown): unknown {
	if (typeof value === "string") return value.replaceAll("$$", "$");
	if (Array.isArray(value)) return value.map(unescaped);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			key.replaceAll("$$", "$"),
			unescaped(inner),
		]),
	);
}

function recordedHosts(item: unknown): string[] {
	if (typeof item !== "object") return [String(item)];
	return entries(item).map(([host, address]) => `${host}:${address}`);
}

function recordedBuild(build: Json): Json {
	const context = String(build.context);
	const dockerfile = String(build.dockerfile ?? "Dockerfile");
	return {
		context,
		dockerfile: dockerfile.startsWith("/")
			? dockerfile
			: `${context}/${dockerfile}`,
		target: build.target,
		args: Object.fromEntries(
			entries(build.args).map(([name, value]) => [name, value ?? ""]),
		),
	};
}

function recordedPort(port: unknown): string {
	if (typeof port === "object") {
		const { host_ip, published, target, protocol } = port as Json;
		return portForm(host_ip, published, target, protocol);
	}
	const [mapping = "", protocol] = String(port).split("/");
	const parts = /^(?:(.*):)?([\d-]*):(\d+)$/.exec(mapping);
	return parts
		? portForm(parts[1], parts[2], parts[3], protocol)
		: portForm("", "", mapping, protocol);
}

function recordedExpose(port: unknown): number[] {
	const [range = "", protocol = "tcp"] = String(port).split("/");
	const [first = 0, last = first] = range.split("-").map(Number);
	return protocol === "tcp"
		? Array.from({ length: last - first + 1 }, (_, i) => first + i)
		: [];
}

function recordedDependencies(value: unknown): Json {
	if (Array.isArray(value))
		return Object.fromEntries(value.map((name) => [name, "service_started"]));
	return Object.fromEntries(
		entries(value).map(([name, options]) => [
			name,
			(options as Json).condition,
		]),
	);
}

function recordedVolume(volume: unknown): string {
	if (typeof volume === "object") {
		const { type, source, target, read_only } = volume as Json;
		return `${type} ${type === "tmpfs" ? "" : (source ?? "")}:${target}${read_only ? " ro" : ""}`;
	}
	const [source = "", target, options = ""] = String(volume).split(":");
	if (target === undefined) return `volume :${source}`;
	const kind = /^[./~]/.test(source) ? "bind" : "volume";
	return `${kind} ${source}:${target}${options.split(",").includes("ro") ? " ro" : ""}`;
}

function files(
	kind: "config" | "secret",
	directory: string,
	service: Json,
): string[] {
	return list(service[`${kind}s`]).map((item) => {
		const { source, target } = item as Json;
		const path =
			target === undefined
				? `${directory}${source}`
				: String(target).startsWith("/")
					? target
					: `${directory}${target}`;
		return `${kind} ${source}:${path}`;
	});
}

function words(value: unknown): unknown {
	return Array.isArray(value) || value === undefined || value === null
		? (value ?? undefined)
		: (value as Json).words;
}

function recordedHealthcheck(healthcheck: Json | undefined): unknown {
	if (healthcheck === undefined) return undefined;
	const test = healthcheck.test;
	const disabled = healthcheck.disable === true;
	if (test === undefined) return { words: [], disabled };
	if (typeof test === "string") return { words: test.split(" "), disabled };
	const [how, ...rest] = test as string[];
	if (how === "NONE") return { words: [], disabled: true };
	return {
		words: how === "CMD-SHELL" ? rest.join(" ").split(" ") : rest,
		disabled,
	};
}

function entries(value: unknown): [string, unknown][] {
	return Object.entries((value as Json | undefined) ?? {});
}

function list(value: unknown): unknown[] {
	return value === undefined || value === null
		? []
		: Array.isArray(value)
			? value
			: [value];
}

/** Keys in order, absent and empty ones gone. */
function sorted<T>(value: T): T {
	if (Array.isArray(value)) return value.map(sorted) as T;
	if (typeof value !== "object" || value === null) return value;
	const kept = Object.entries(value)
		.map(([key, inner]) => [key, sorted(inner)] as const)
		.filter(
			([, inner]) =>
				inner !== undefined &&
				!(Array.isArray(inner) && inner.length === 0) &&
				!isEmpty(inner),
		)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(kept) as T;
}

function isEmpty(value: unknown): boolean {
	return (
		typeof value === "object" &&
		value !== null &&
		!Array.isArray(value) &&
		Object.keys(value).length === 0
	);
}
