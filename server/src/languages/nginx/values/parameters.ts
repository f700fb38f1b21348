/** Checks parameters in any order: see parameter-table.ts. */

import { nearestWord } from "../../../text/nearest-word.ts";
import type { Place } from "../../../text/place.ts";
import type { KnownDirective } from "../catalog/catalog.ts";
import type { Directive, Word } from "../tree.ts";
import { partOf } from "../word.ts";
import {
	type Parameters,
	type ParameterType,
	parameterTable,
} from "./parameter-table.ts";
import {
	isNumber,
	isOffset,
	isSize,
	isTime,
	sizeMeant,
	timeMeant,
} from "./units.ts";
import type { Wrong } from "./wrong.ts";

export function wrongParameter(
	directive: Directive,
	{ name, module }: Pick<KnownDirective, "name" | "module">,
): Wrong | undefined {
	const known = parametersOf({ name, module });
	if (!known) return undefined;
	const { args } = directive;
	if (args.length === 1 && args[0]?.text === known.alone) return undefined;
	for (const word of args.slice(known.from)) {
		const wrong = inWord(word, name, known);
		if (wrong) return wrong;
	}
	const missing = known.required?.find(
		(key) => !args.some(({ text }) => text.startsWith(`${key}=`)),
	);
	if (missing === undefined || args.length === 0) return undefined;
	if (args.some(({ text }) => text === known.alone)) return undefined;
	return {
		kind: "value",
		at: directive.name.at,
		message: `${name} needs ${missing}=`,
	};
}

export function parametersOf({
	name,
	module,
}: Pick<KnownDirective, "name" | "module">): Parameters | undefined {
	return parameterTable[`${module} ${name}`] ?? parameterTable[name];
}

function inWord(
	word: Word,
	name: string,
	{ keys, flags = [], open }: Parameters,
): Wrong | undefined {
	const { text } = word;
	if (flags.includes(text)) return undefined;
	const equals = text.indexOf("=");
	const key = text.slice(0, Math.max(equals, 0));
	const type = equals > 0 && Object.hasOwn(keys, key) ? keys[key] : undefined;
	if (type === undefined) {
		if (open) return undefined;
		const commercial = name === "server" && key === "slow_start";
		const near = nearestWord(equals > 0 ? key : text, [
			...(equals > 0 ? Object.keys(keys) : flags),
		]);
		return {
			kind: "value",
			at: word.at,
			message: commercial
				? `slow_start= is known to nginx's commercial version only`
				: `${name} has no parameter "${text}"`,
			...(near === undefined
				? {}
				: {
						instead: {
							at: word.at,
							text: near + text.slice(key.length || text.length),
						},
					}),
		};
	}
	return wrongValue(
		text.slice(equals + 1),
		`${name} … ${key}=`,
		type,
		partOf(word, equals + 1, text.length),
	);
}

function wrongValue(
	text: string,
	what: string,
	type: ParameterType,
	at: Place,
): Wrong | undefined {
	const wrong = (
		takes: string,
		meant?: string,
		kind: Wrong["kind"] = "value",
	): Wrong => ({
		kind,
		at: at.end > at.start ? at : { ...at, start: at.start - 1 },
		message: `${what} takes ${takes}, not "${text}"`,
		...(meant === undefined ? {} : { instead: { at, text: meant } }),
	});
	switch (type) {
		case "any":
			return undefined;
		case "number":
			return isNumber(text) ? undefined : wrong("a number");
		case "positive":
			return isNumber(text) && Number(text) > 0
				? undefined
				: wrong("a number from 1 on");
		case "size":
			return isSize(text)
				? undefined
				: wrong("a size as 64k or 1m", sizeMeant(text, false), "size");
		case "offset":
			return isOffset(text)
				? undefined
				: wrong("a size as 512m or 10g", sizeMeant(text, true), "size");
		case "seconds":
		case "milliseconds":
			return isTime(text, type)
				? undefined
				: wrong("a time as 30s or 1h30m", timeMeant(text, type), "time");
		case "on or off":
			return /^(on|off)$/.test(text) ? undefined : wrong("on or off");
		case "rate":
			return isRate(text)
				? undefined
				: wrong("a rate as 10r/s or 30r/m", rateMeant(text));
		case "levels":
			return /^[12](:[12]){0,2}$/.test(text)
				? undefined
				: wrong("up to three levels of 1 or 2, as 1:2");
		case "keepalive":
			return /^(on|off)$/.test(text) || isKeepalive(text)
				? undefined
				: wrong("on, off, or times and a number as 30m::10");
		case "zone":
			return wrongZone(text, what, at);
	}
}

/** Where a zone is new, it needs a size of at least eight pages of memory (4 KB each). */
function wrongZone(text: string, what: string, at: Place): Wrong | undefined {
	const colon = text.indexOf(":");
	const size = colon < 0 ? "" : text.slice(colon + 1);
	if (colon < 0 || !isSize(size)) {
		const meant = colon < 0 ? undefined : sizeMeant(size, false);
		return {
			kind: "size",
			at,
			message: `${what} takes a name and a size as cache:10m, not "${text}"`,
			...(meant === undefined
				? {}
				: { instead: { at, text: `${text.slice(0, colon)}:${meant}` } }),
		};
	}
	if (bytes(size) >= 8 * 4096) return undefined;
	return {
		kind: "size",
		at,
		message: `${what} takes at least 32k, not ${size} ("zone … is too small")`,
	};
}

export function bytes(size: string): number {
	const unit = /[km]$/i.exec(size)?.[0].toLowerCase();
	return (
		Number.parseInt(size, 10) *
		(unit === "m" ? 1 << 20 : unit === "k" ? 1024 : 1)
	);
}

/** ngx_http_limit_req_zone: a number alone is one in a second. */
function isRate(text: string): boolean {
	const number = text.replace(/r\/[sm]$/, "");
	return isNumber(number) && Number(number) > 0;
}

function rateMeant(text: string): string | undefined {
	const [, number, unit] =
		/^(\d+) ?(?:r|req)?\/(s|m)(?:ec|in)?$/i.exec(text) ?? [];
	return number && unit ? `${number}r/${unit.toLowerCase()}` : undefined;
}

function isKeepalive(text: string): boolean {
	const [idle = "", interval = "", count = "", ...more] = text.split(":");
	if (more.length > 0 || text.replaceAll(":", "") === "") return false;
	return (
		(idle === "" || isTime(idle, "seconds")) &&
		(interval === "" || isTime(interval, "seconds")) &&
		(count === "" || isNumber(count))
	);
}
