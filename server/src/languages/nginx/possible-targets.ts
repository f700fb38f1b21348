/** Where a pass directive can send to, when variables decide: see semantics 37. */

import type { Place } from "../../text/place.ts";
import { readTarget, type Target } from "./address.ts";
import type { Address, Host, NginxFacts, Pass } from "./facts.ts";
import {
	type PossibleText,
	partOfText,
	possibleTexts,
} from "./possible-texts.ts";
import { variablesAt } from "./variables-at.ts";

export interface PossibleTargets {
	/** Each part where one would change it: in the pass directive, or in `set` or `map`. */
	readonly targets: readonly Target[];
	/** False where it may be something else too. */
	readonly complete: boolean;
}

/** The directive's own target where neither its scheme nor its address has a variable. */
export function possibleTargets(
	facts: NginxFacts,
	pass: Pass,
): PossibleTargets {
	const { scheme, address, uri, directive } = pass;
	const [word] = directive.args;
	if (!word || !`${scheme ?? ""}${address.text}`.includes("$"))
		return { targets: [{ scheme, address, uri }], complete: true };
	const to = word.text.length - (uri?.value.length ?? 0);
	const possible = possibleTexts(variablesAt(facts, pass), word, to);
	// Of what varies together not every combination occurs.
	if (possible.combined) return { targets: [], complete: false };
	return {
		targets: possible.values.flatMap((text) => target(text, pass) ?? []),
		complete: possible.complete,
	};
}

/** None where nginx answers 500: without a host, or without the scheme that the directive needs. */
function target(text: PossibleText, pass: Pass): Target | undefined {
	const { value } = text;
	const place = (at: Place) => partOfText(text, at.start, at.end);
	const { scheme, address, uri } = readTarget({
		text: value,
		quote: undefined,
		at: { path: text.at.path, start: 0, end: value.length },
	});
	const needsScheme = pass.kind === "proxy_pass" && pass.protocol === "http";
	if (needsScheme && !/^https?$/i.test(scheme ?? "")) return undefined;
	if (address.host.kind === "name" && address.host.name === "")
		return undefined;
	return {
		scheme: scheme?.toLowerCase(),
		address: moved(address, place),
		uri: uri && { ...uri, at: place(uri.at) },
	};
}

function moved(
	{ text, at, host, port, portText }: Address,
	place: (at: Place) => Place,
): Address {
	const movedHost: Host = { ...host, at: place(host.at) };
	return {
		text,
		at: place(at),
		host: movedHost,
		port: port && { ...port, at: place(port.at) },
		portText: portText && { ...portText, at: place(portText.at) },
	};
}
