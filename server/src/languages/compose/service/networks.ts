/** `networks`, `network_mode`, `extra_hosts`, `links`: which names a container knows and answers to. */

import type { Located } from "../../../text/place.ts";
import type {
	ExtraHost,
	NetworkAttachment,
	NetworkMode,
	Service,
} from "../facts.ts";
import { partOf } from "../part.ts";
import type { YamlMap, YamlNode, YamlScalar } from "../yaml.ts";
import { findValue, isNull } from "../yaml-find.ts";
import { namesOf, scalarAt, scalarsOf } from "./reading.ts";

/** Without any, and without network_mode, compose attaches `default` (loader/normalize.go). */
export function readNetworks(
	body: YamlMap,
	service: YamlScalar,
): readonly NetworkAttachment[] {
	const attachments = new Map<string, NetworkAttachment>();
	for (const { name, body: options } of namesOf(findValue(body, "networks")))
		attachments.set(name.text, {
			network: name.text,
			aliases: readAliases(options),
			at: name.at,
		});
	if (
		attachments.size > 0 ||
		scalarAt(body, "network_mode") !== undefined ||
		findValue(body, "provider") !== undefined
	)
		return [...attachments.values()];
	return [{ network: "default", aliases: [], at: service.at }];
}

function readAliases(options: YamlMap | undefined): readonly Located<string>[] {
	return scalarsOf(findValue(options, "aliases")).map(({ text, at }) => ({
		value: text,
		at,
	}));
}

export function readNetworkMode(body: YamlMap): NetworkMode | undefined {
	const mode = scalarAt(body, "network_mode");
	if (mode === undefined) return undefined;
	const { text, at } = mode;
	if (text === "host" || text === "none" || text === "bridge")
		return { kind: text, at };
	const [kind, ...rest] = text.split(":");
	const name = rest.join(":");
	if (kind === "service" && name !== "") return { kind, service: name, at };
	if (kind === "container" && name !== "") return { kind, container: name, at };
	return { kind: "other", text, at };
}

/** A list of `HOST=ADDRESS` or `HOST:ADDRESS`, or a mapping with one address or several. */
export function readExtraHosts(
	node: YamlNode | undefined,
): readonly ExtraHost[] {
	if (node?.kind === "map")
		return node.entries.flatMap(({ key, value }) =>
			scalarsOf(value).map((address) => ({
				host: key.text,
				address: bare(address.text),
				at: {
					...key.at,
					end: Math.max(
						key.at.end,
						address.at.path === key.at.path ? address.at.end : 0,
					),
				},
			})),
		);
	return scalarsOf(node).flatMap(({ text, at }) => {
		const cut = text.includes("=") ? text.indexOf("=") : text.indexOf(":");
		return cut <= 0
			? []
			: [{ host: text.slice(0, cut), address: bare(text.slice(cut + 1)), at }];
	});
}

function bare(address: string): string {
	return address.trim().replace(/^\[(.*)\]$/, "$1");
}

/** `SERVICE` or `SERVICE:ALIAS`; without an alias the service's own name. */
export function readLinks(node: YamlNode | undefined): Service["links"] {
	return scalarsOf(node)
		.filter((item) => !isNull(item))
		.map((item) => {
			const colon = item.text.indexOf(":");
			const service = colon < 0 ? item.text : item.text.slice(0, colon);
			return {
				service,
				alias: colon < 0 ? service : item.text.slice(colon + 1),
				at: partOf(item, 0, item.text.length),
			};
		});
}
