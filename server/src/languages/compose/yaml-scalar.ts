/**
 * What a plain scalar means. Compose reads YAML with go-yaml (YAML 1.2 with the octals of 1.1),
 * PM2 with js-yaml; both print a number back in their own way, and that text is the value.
 */

import type { YamlScalar } from "./yaml.ts";

/** Which program's reading of YAML is asked for. */
export type Dialect = "go-yaml" | "js-yaml";

export interface Resolved {
	readonly type: YamlScalar["type"];
	/** The value as the program prints it: `0444` is `292` to go-yaml. */
	readonly text: string;
}

/** go-yaml v3 resolve.go, js-yaml 4 type/{null,bool,int,float}.js. */
export function resolvePlain(source: string, dialect: Dialect): Resolved {
	const first = source.charCodeAt(0);
	// Most scalars are words: those that begin like no number and no keyword are done.
	if (first > 57 && !keywordStart.has(first))
		return { type: "string", text: source };
	const word = keywords.get(source);
	if (word !== undefined) return word;
	if (!/^[-+.0-9]/.test(source)) return { type: "string", text: source };
	const integer = dialect === "go-yaml" ? goInteger(source) : jsInteger(source);
	if (integer !== undefined) return { type: "number", text: integer };
	const float = readFloat(source);
	if (float !== undefined) return { type: "number", text: float };
	return { type: "string", text: source };
}

const keywordStart = new Set([..."tTfFnN~"].map((c) => c.charCodeAt(0)));

const keywords = new Map<string, Resolved>([
	...["", "~", "null", "Null", "NULL"].map(
		(word) => [word, { type: "null", text: "" }] as const,
	),
	...["true", "True", "TRUE"].map(
		(word) => [word, { type: "boolean", text: "true" }] as const,
	),
	...["false", "False", "FALSE"].map(
		(word) => [word, { type: "boolean", text: "false" }] as const,
	),
]);

/** strconv.ParseInt with base 0, after underscores are taken out. */
function goInteger(source: string): string | undefined {
	const match =
		/^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/.exec(
			source.replaceAll("_", ""),
		);
	return match ? digits(match) : undefined;
}

function jsInteger(source: string): string | undefined {
	const match =
		/^([-+]?)(?:0x([0-9a-fA-F]+)|0b([01]+)|0o([0-7]+)|([0-9]+))$/.exec(
			source.replaceAll("_", ""),
		);
	return match ? digits(match) : undefined;
}

function digits(match: RegExpExecArray): string {
	const [, sign, hex, binary, octal, decimal] = match;
	const written =
		hex !== undefined
			? `0x${hex}`
			: binary !== undefined
				? `0b${binary}`
				: octal !== undefined
					? `0o${octal}`
					: (decimal ?? "0");
	const value = BigInt(written);
	return sign === "-" && value !== 0n ? `-${value}` : value.toString();
}

function readFloat(source: string): string | undefined {
	const plain = source.replaceAll("_", "");
	if (/^[-+]?\.inf$/i.test(plain))
		return plain.startsWith("-") ? "-Inf" : "+Inf";
	if (/^\.nan$/i.test(plain)) return "NaN";
	if (!/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(plain))
		return undefined;
	return printFloat(Number(plain));
}

/** Go's %v: an exponent of two digits at least, and already below 1e-4. */
function printFloat(value: number): string {
	if (value !== 0 && Math.abs(value) < 1e-4)
		return value.toExponential().replace(/e-(\d)$/, "e-0$1");
	return String(value);
}
