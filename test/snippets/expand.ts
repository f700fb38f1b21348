/** What the editor inserts for a snippet when nothing is typed: defaults, and the first of every choice. */

export interface Expansion {
	readonly text: string;
	/** The numbers of its tab stops, in the order of the text, mirrors included. */
	readonly stops: readonly number[];
}

/** VS Code's snippet syntax as far as it goes without variables and transforms; throws where a body has them. */
export function expand(body: string, indent: string): Expansion {
	const reader: Reader = { body, at: 0, defaults: new Map(), stops: [] };
	const text = read(reader, undefined).replaceAll("\t", indent);
	return { text, stops: reader.stops };
}

interface Reader {
	readonly body: string;
	at: number;
	readonly defaults: Map<number, string>;
	readonly stops: number[];
}

const escaped = /\\([\\$}])/y;
const mirror = /\$(\d+)|\$\{(\d+)\}/y;
const choice = /\$\{(\d+)\|((?:\\[,|\\]|[^|\\])+)\|\}/y;
const placeholder = /\$\{(\d+):/y;

function read(reader: Reader, until: "}" | undefined): string {
	let text = "";
	while (reader.at < reader.body.length) {
		const unit = reader.body[reader.at] ?? "";
		if (unit === until) {
			reader.at++;
			return text;
		}
		text += readEscape(reader) ?? readStop(reader) ?? readPlain(reader, unit);
	}
	if (until) throw new Error(`a placeholder is not closed: ${reader.body}`);
	return text;
}

function readEscape(reader: Reader): string | undefined {
	return take(reader, escaped)?.[1];
}

function readStop(reader: Reader): string | undefined {
	const mirrored = take(reader, mirror);
	if (mirrored)
		return stop(reader, Number(mirrored[1] ?? mirrored[2]), undefined);
	const chosen = take(reader, choice);
	if (chosen) {
		const [first = ""] = chosen[2]?.split(/(?<!\\),/) ?? [];
		return stop(reader, Number(chosen[1]), first.replace(/\\([,|\\])/g, "$1"));
	}
	const opened = take(reader, placeholder);
	if (!opened) return undefined;
	reader.stops.push(Number(opened[1]));
	const text = read(reader, "}");
	reader.defaults.set(Number(opened[1]), text);
	return text;
}

function stop(
	reader: Reader,
	number: number,
	text: string | undefined,
): string {
	reader.stops.push(number);
	if (text !== undefined) reader.defaults.set(number, text);
	return reader.defaults.get(number) ?? "";
}

function readPlain(reader: Reader, unit: string): string {
	if (unit === "$")
		throw new Error(`a "$" is not escaped: ${reader.body.slice(reader.at)}`);
	reader.at++;
	return unit;
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
	pattern.lastIndex = reader.at;
	const match = pattern.exec(reader.body);
	if (match) reader.at = pattern.lastIndex;
	return match ?? undefined;
}
