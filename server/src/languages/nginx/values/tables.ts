/** The lines of blocks that hold keys and values: map, geo, split_clients. */

import { childrenOf } from "../find.ts";
import type { Directive, Word } from "../tree.ts";
import { isAddressRange, isIPv4 } from "./addresses.ts";
import { isHostPattern } from "./host-patterns.ts";
import { wrongVariableIn } from "./variables.ts";
import type { Wrong } from "./wrong.ts";

/** Every line that nginx refuses; `complete`: no include brings further ones. */
export function wrongInTable(table: Directive): readonly Wrong[] {
	switch (table.name.text) {
		case "map":
			return wrongInMap(childrenOf(table));
		case "geo":
			return wrongInGeo(childrenOf(table));
		case "split_clients":
			return wrongInSplit(childrenOf(table));
		default:
			return [];
	}
}

/** ngx_http_map. Keys without a regular expression compare in lower case (ngx_hash_add_key). */
function wrongInMap(lines: readonly Directive[]): readonly Wrong[] {
	const found: Wrong[] = [];
	const seen = new Set<string>();
	const hostnames = lines.some(
		({ name, args }) => name.text === "hostnames" && args.length === 0,
	);
	for (const line of lines) {
		const { name, args } = line;
		const key = name.text;
		if (args.length === 0 && /^(hostnames|volatile)$/.test(key)) continue;
		if (args.length !== 1)
			found.push(
				value(
					args[1] ?? name,
					`a line of map is a key and one value: this has ${args.length === 0 ? "no value" : `${args.length} values`}`,
				),
			);
		else if (key === "include") continue;
		else {
			const [word] = args;
			const wrong = word && wrongVariableIn(word);
			if (wrong) found.push(wrong);
			if (hostnames && !/^[~\\]|\$/.test(key) && !isHostPattern(key))
				found.push(
					value(name, `"${key}" is no host as *.example.com or example.*`),
				);
		}
		if (
			args.length === 1 &&
			key !== "include" &&
			!key.startsWith("~") &&
			!/\$\{[A-Z]/.test(key)
		) {
			const same =
				hostnames && key.startsWith("*.")
					? key.toLowerCase()
					: key.replace(/^\\/, "").toLowerCase();
			if (seen.has(key === "default" ? "\0" : same))
				found.push(value(name, `"${key}" stands in this map already`));
			seen.add(key === "default" ? "\0" : same);
		}
	}
	return found;
}

/** ngx_http_geo. */
function wrongInGeo(lines: readonly Directive[]): readonly Wrong[] {
	const found: Wrong[] = [];
	let ranges = false;
	let networks = false;
	for (const { name, args } of lines) {
		const key = name.text;
		if (args.length === 0 && key === "ranges") {
			ranges = true;
			if (networks)
				found.push(
					value(name, `"ranges" has to stand in front of the networks of geo`),
				);
			continue;
		}
		// volatile: since nginx 1.29.3.
		if (args.length === 0 && /^(proxy_recursive|volatile)$/.test(key)) continue;
		if (args.length !== 1) {
			found.push(
				value(
					args[1] ?? name,
					`a line of geo is a network and one value: this has ${args.length === 0 ? "no value" : `${args.length} values`}`,
				),
			);
			continue;
		}
		if (key === "include") continue;
		if (key === "proxy") {
			const [word] = args;
			if (word && !isAddressRange(word.text) && !/[${]/.test(word.text))
				found.push(value(word, `"${word.text}" is no address or network`));
			continue;
		}
		if (!ranges) networks = true;
		if (key === "default") continue;
		const word = key === "delete" ? (args[0] ?? name) : name;
		const [from = "", to = ""] = word.text.split("-");
		const fine = ranges
			? isIPv4(from) && isAddress(to) && number(from) <= number(to)
			: isAddressRange(word.text) || word.text === "255.255.255.255";
		if (!fine && !/[${]/.test(word.text))
			found.push(
				value(
					word,
					ranges
						? `"${word.text}" is no range as 10.0.0.0-10.0.0.255, which geo takes behind "ranges"`
						: `"${word.text}" is no address or network`,
				),
			);
	}
	return found;
}

function number(address: string): number {
	return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function isAddress(text: string): boolean {
	return isIPv4(text) || text === "255.255.255.255";
}

/** ngx_http_split_clients: two digits behind the point at most. */
function wrongInSplit(lines: readonly Directive[]): readonly Wrong[] {
	const found: Wrong[] = [];
	let sum = 0;
	for (const { name } of lines) {
		const { text } = name;
		if (text === "*") continue;
		const [, percent] = /^(\d+(?:\.\d{0,2})?)%$/.exec(text) ?? [];
		if (percent === undefined || Number(percent) === 0) {
			if (!/[${]/.test(text))
				found.push(
					value(
						name,
						`split_clients takes a share as 0.5% or *, not "${text}"`,
					),
				);
			continue;
		}
		sum += Math.round(Number(percent) * 100);
		if (sum > 10_000 && sum - Math.round(Number(percent) * 100) <= 10_000)
			found.push(
				value(
					name,
					"the shares of split_clients are more than 100% from here on",
				),
			);
	}
	return found;
}

function value({ at }: Word, message: string): Wrong {
	return { kind: "value", at, message };
}
