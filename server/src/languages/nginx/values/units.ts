/** Numbers, sizes and times as nginx reads them (ngx_string.c, ngx_parse.c). */

/** ngx_atoi: digits alone, as large as an ngx_int_t. */
export function isNumber(text: string): boolean {
	return /^\d+$/.test(text) && BigInt(text) <= largest;
}

/** ngx_parse_size: k and m, no g. */
export function isSize(text: string): boolean {
	return isScaled(text, /^(\d+)([kKmM]?)$/);
}

/** ngx_parse_offset: g too. */
export function isOffset(text: string): boolean {
	return isScaled(text, /^(\d+)([kKmMgG]?)$/);
}

const largest = 2n ** 63n - 1n;
const scales: Readonly<Record<string, bigint>> = {
	"": 1n,
	k: 1024n,
	m: 1024n ** 2n,
	g: 1024n ** 3n,
};

function isScaled(text: string, pattern: RegExp): boolean {
	const [, digits, unit = ""] = pattern.exec(text) ?? [];
	if (digits === undefined) return false;
	return BigInt(digits) <= largest / (scales[unit.toLowerCase()] ?? 1n);
}

const steps = ["y", "M", "w", "d", "h", "m", "s", "ms"];

/** ngx_parse_time: units from the largest to the smallest, each once; in seconds there is no `ms`, in milliseconds no `y` and no `M`. */
export function isTime(
	text: string,
	unit: "seconds" | "milliseconds",
): boolean {
	const allowed = unit === "seconds" ? steps.slice(0, -1) : steps.slice(2);
	let rest = text;
	let from = 0;
	let any = false;
	while (rest !== "") {
		const [all, digits = "", name = ""] =
			/^(\d*)(ms|[yMwdhms])? */.exec(rest) ?? [];
		if (!all) return false;
		any ||= digits !== "";
		if (name === "") {
			// Without a unit it is seconds, and the last: ` ` ends them too.
			return (
				any &&
				all.length === rest.length &&
				all.trimEnd() === all &&
				digits !== "" &&
				from <= steps.indexOf("ms")
			);
		}
		const step = allowed.indexOf(name);
		if (step < from) return false;
		from = step + 1;
		rest = rest.slice(all.length);
	}
	return any;
}

/** What somebody who wrote that size meant, if that is certain: `10MB`, `1gb`. */
export function sizeMeant(text: string, large: boolean): string | undefined {
	const [, digits = "", unit = ""] =
		/^(\d+) ?([kmg])i?(?:b(?:ytes?)?)?$/i.exec(text) ?? [];
	if (digits === "") return undefined;
	if (unit.toLowerCase() !== "g" || large)
		return `${digits}${unit.toLowerCase()}`;
	return `${Number(digits) * 1024}m`;
}

/** The same of a time: `1min`, `30sec`. */
export function timeMeant(
	text: string,
	unit: "seconds" | "milliseconds",
): string | undefined {
	const [, digits = "", name = ""] = /^(\d+) ?([a-z]+)$/i.exec(text) ?? [];
	const short = names.find(([pattern]) => pattern.test(name))?.[1];
	if (digits === "" || short === undefined) return undefined;
	const meant = `${digits}${short}`;
	return isTime(meant, unit) ? meant : undefined;
}

const names: readonly (readonly [RegExp, string])[] = [
	[/^(ms|msecs?|millis(econds?)?|milliseconds?)$/i, "ms"],
	[/^(s|secs?|seconds?)$/i, "s"],
	[/^(mins?|minutes?)$/i, "m"],
	[/^(h|hrs?|hours?)$/i, "h"],
	[/^(d|days?)$/i, "d"],
	[/^(w|weeks?)$/i, "w"],
	[/^months?$/i, "M"],
	[/^(yr|years?)$/i, "y"],
];
