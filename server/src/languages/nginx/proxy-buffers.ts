/** The buffers of proxied answers, as nginx merges them (ngx_http_proxy_merge_loc_conf and those of fastcgi, uwsgi and scgi). */

import { inherited } from "./find.ts";
import type { Directive } from "./tree.ts";
import { bytes } from "./values/parameters.ts";
import { isNumber, isSize } from "./values/units.ts";

export const bufferFamilies = ["proxy", "fastcgi", "uwsgi", "scgi"] as const;

export type BufferFamily = (typeof bufferFamilies)[number];

const settings = [
	"buffer_size",
	"buffers",
	"busy_buffers_size",
	"temp_file_write_size",
	"max_temp_file_size",
] as const;

export type BufferSetting = (typeof settings)[number];

/** All in bytes. */
export interface ProxyBuffers {
	readonly count: number;
	readonly each: number;
	/** The largest one: for the head of an answer, or for its body. */
	readonly largest: number;
	/** So much at most is on its way to the client while nginx reads on. */
	readonly busy: number;
	readonly tempFileWrite: number;
	/** 0: nothing is written to disk. */
	readonly maxTempFile: number;
	/** What is written; the others are nginx's defaults. */
	readonly written: ReadonlyMap<BufferSetting, Directive>;
}

/** ngx_pagesize where nothing else is known: nearly everywhere. */
const page = 4096;

/** `levels`: the statements around, innermost first. Undefined: some value is none, or stands for one. */
export function buffersOf(
	levels: readonly (readonly Directive[])[],
	family: BufferFamily,
): ProxyBuffers | undefined {
	const written = new Map<BufferSetting, Directive>();
	for (const setting of settings) {
		const [directive] = inherited(levels, `${family}_${setting}`);
		if (!directive) continue;
		const words = directive.args.map(({ text }) => text);
		const size = words.at(-1) ?? "";
		const isRight =
			words.length === (setting === "buffers" ? 2 : 1) &&
			isSize(size) &&
			isNumber(words.length === 2 ? (words[0] ?? "") : "0");
		if (!isRight) return undefined;
		written.set(setting, directive);
	}
	const sizeOf = (setting: BufferSetting) => {
		const size = written.get(setting)?.args.at(-1)?.text;
		return size === undefined ? undefined : bytes(size);
	};
	const each = sizeOf("buffers") ?? page;
	const largest = Math.max(sizeOf("buffer_size") ?? page, each);
	return {
		count: Number(written.get("buffers")?.args[0]?.text ?? 8),
		each,
		largest,
		busy: sizeOf("busy_buffers_size") ?? 2 * largest,
		tempFileWrite: sizeOf("temp_file_write_size") ?? 2 * largest,
		maxTempFile: sizeOf("max_temp_file_size") ?? 2 ** 30,
		written,
	};
}

const names: ReadonlySet<string> = new Set(
	bufferFamilies.flatMap((family) =>
		settings.map((setting) => `${family}_${setting}`),
	),
);

/** Whether it is one of a family's settings. */
export function isBufferSetting(name: string): boolean {
	return names.has(name);
}
