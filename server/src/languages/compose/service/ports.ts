/** `ports` and `expose` (compose-spec 05-services.md; docker/go-connections nat.ParsePortSpec). */

import type { Located, Place } from "../../../text/place.ts";
import type { PublishedPort } from "../facts.ts";
import { partOf } from "../part.ts";
import type { YamlMap, YamlNode, YamlScalar } from "../yaml.ts";
import { findValue, isNull } from "../yaml-find.ts";
import { isAddress } from "./address.ts";
import { type PortRange, portNumber, portRange, width } from "./port-range.ts";
import { none, type Reading, refuse, scalarAt } from "./reading.ts";

/** Ranges become one port each; of two that publish the same, the later one stays (override/uncity.go). */
export function readPorts(
	reading: Reading,
	node: YamlNode | undefined,
): readonly PublishedPort[] {
	if (node?.kind !== "sequence") return [];
	const ports = new Map<string, PublishedPort>();
	for (const item of node.items)
		for (const port of item.kind === "scalar"
			? shortForm(reading, item)
			: longForm(reading, item)) {
			const {
				hostIp = "",
				published,
				publishedEnd = "",
				target,
				protocol,
				open,
			} = port;
			// What a variable decides may be anything: it is no repetition.
			const variable =
				open.length > 0 ? `${port.at.path}:${port.at.start}` : "";
			ports.set(
				`${hostIp}:${published?.value ?? ""}-${publishedEnd}:${target.value}/${protocol}${variable}`,
				port,
			);
		}
	return [...ports.values()];
}

/** The ports of `expose` on tcp. */
export function readExpose(
	reading: Reading,
	node: YamlNode | undefined,
): readonly Located<number>[] {
	if (node?.kind !== "sequence") return [];
	const ports = new Map<number, Located<number>>();
	for (const item of node.items) {
		if (item.kind !== "scalar" || isNull(item)) continue;
		const [range = "", protocol = "tcp"] = item.text.split("/");
		const found = portRange(range);
		if (found === undefined) {
			if (item.open === undefined)
				refuse(
					reading,
					"compose-port-invalid",
					item.at,
					`${item.text} is no port: expose takes numbers from 0 to 65535, or a range of them.`,
				);
			continue;
		}
		if (protocol.toLowerCase() !== "tcp") continue;
		for (let value = found.first; value <= found.last; value++)
			ports.set(value, { value, at: partOf(item, 0, range.length) });
	}
	return [...ports.values()];
}

function shortForm(
	reading: Reading,
	item: YamlScalar,
): readonly PublishedPort[] {
	const text = item.text;
	const open = item.open ?? none;
	const invalid = (message: string): readonly PublishedPort[] => {
		if (open.length === 0)
			refuse(reading, "compose-port-invalid", item.at, message);
		return [];
	};
	if (isNull(item)) return [];
	const lastColon = text.lastIndexOf(":");
	const hostColon = lastColon < 0 ? -1 : text.lastIndexOf(":", lastColon - 1);
	const hostIp =
		hostColon < 0 ? "" : text.slice(0, hostColon).replace(/^\[(.*)\]$/, "$1");
	const host = lastColon < 0 ? "" : text.slice(hostColon + 1, lastColon);
	const [container = "", written = ""] = text.slice(lastColon + 1).split("/");
	const protocol = readProtocol(written === "" ? "tcp" : written);
	if (protocol === undefined)
		return invalid(`${written} is no protocol of a port: tcp, udp or sctp.`);
	if (hostIp !== "" && !isAddress(hostIp))
		return invalid(
			`${hostIp} is no IP address: a port is written [[IP:]HOST:]CONTAINER.`,
		);
	if (container === "")
		return invalid(
			`${text} names no container port: a port is written [[IP:]HOST:]CONTAINER.`,
		);
	const target = portRange(container);
	if (target === undefined)
		return invalid(
			`${container} is no container port: a number from 0 to 65535, or a range of them.`,
		);
	const published = host === "" ? undefined : portRange(host);
	if (host !== "" && published === undefined)
		return invalid(
			`${host} is no host port: a number from 0 to 65535, or a range of them.`,
		);
	if (published && width(published) !== width(target) && width(target) > 0)
		return invalid(
			`The host range ${host} and the container range ${container} differ in length.`,
		);
	return expand({
		target,
		published,
		targetAt: partOf(item, lastColon + 1, lastColon + 1 + container.length),
		publishedAt: partOf(item, hostColon + 1, Math.max(lastColon, 0)),
		hostIp: hostIp === "" ? undefined : hostIp,
		protocol,
		open,
		at: item.at,
	});
}

function longForm(reading: Reading, node: YamlNode): readonly PublishedPort[] {
	if (node.kind !== "map") {
		refuse(
			reading,
			"compose-port-invalid",
			node.at,
			"A port is a number, a text or a mapping with target.",
		);
		return [];
	}
	const open = openOf(node);
	const invalid = (at: Place, message: string): readonly PublishedPort[] => {
		if (open.length === 0) refuse(reading, "compose-port-invalid", at, message);
		return [];
	};
	const target = scalarAt(node, "target");
	if (target === undefined)
		return invalid(
			node.at,
			"This port has no target: the container's port must be given.",
		);
	const targetPort = portNumber(target.text);
	if (targetPort === undefined)
		return invalid(
			target.at,
			`${target.text} is no container port: a number from 0 to 65535.`,
		);
	const published = scalarAt(node, "published");
	const publishedRange =
		published && published.text !== "" ? portRange(published.text) : undefined;
	if (published && published.text !== "" && publishedRange === undefined)
		return invalid(
			published.at,
			`${published.text} is no host port: a number from 0 to 65535, or a range of them.`,
		);
	const hostIp = scalarAt(node, "host_ip");
	if (hostIp && hostIp.text !== "" && !isAddress(hostIp.text))
		return invalid(hostIp.at, `${hostIp.text} is no IP address.`);
	const protocol = readProtocol(scalarAt(node, "protocol")?.text ?? "tcp");
	if (protocol === undefined)
		return invalid(
			scalarAt(node, "protocol")?.at ?? node.at,
			"A port's protocol is tcp, udp or sctp.",
		);
	return expand({
		target: { first: targetPort, last: targetPort },
		published: publishedRange,
		targetAt: target.at,
		publishedAt: published?.at ?? target.at,
		hostIp: hostIp && hostIp.text !== "" ? hostIp.text : undefined,
		protocol,
		open,
		at: node.at,
	});
}

interface Mapping {
	readonly target: PortRange;
	readonly published: PortRange | undefined;
	readonly targetAt: Place;
	readonly publishedAt: Place;
	readonly hostIp: string | undefined;
	readonly protocol: PublishedPort["protocol"];
	readonly open: readonly string[];
	readonly at: Place;
}

function expand({
	target,
	published,
	targetAt,
	publishedAt,
	...rest
}: Mapping): readonly PublishedPort[] {
	const ports: PublishedPort[] = [];
	// One container port for a range of host ports: the engine takes a free one of them.
	const pool =
		published !== undefined && width(target) === 0 && width(published) > 0;
	for (let offset = 0; offset <= width(target); offset++)
		ports.push({
			...rest,
			target: { value: target.first + offset, at: targetAt },
			published: published && {
				value: published.first + offset,
				at: publishedAt,
			},
			...(pool ? { publishedEnd: published.last } : {}),
		});
	return ports;
}

function readProtocol(text: string): PublishedPort["protocol"] | undefined {
	const protocol = text.toLowerCase();
	return protocol === "tcp" || protocol === "udp" || protocol === "sctp"
		? protocol
		: undefined;
}

function openOf(map: YamlMap): readonly string[] {
	const open = new Set<string>();
	for (const key of ["target", "published", "host_ip", "protocol"]) {
		const value = findValue(map, key);
		if (value?.kind === "scalar")
			for (const name of value.open ?? none) open.add(name);
	}
	return [...open];
}
