/** nginx reads a configuration through a buffer of 4096 bytes, and what it reads in one piece must fit in. */

/** NGX_CONF_BUFFER, ngx_conf_file.c. */
const size = 4096;

/**
 * Whether nginx, reading the unit at `end` while it holds all from `start` on, runs out of its
 * buffer ("too long parameter"). Counts bytes of UTF-8; a replacement character counts as one,
 * because it stands for at least one byte that was none. At the file's end nothing more is read.
 */
export function exceedsBuffer(
	text: string,
	start: number,
	end: number,
): boolean {
	if (end >= text.length || (end - start) * 3 < size) return false;
	let bytes = 0;
	for (let at = start; at < end && bytes < size; at++)
		bytes += bytesOf(text.charCodeAt(at));
	return bytes >= size;
}

function bytesOf(unit: number): number {
	if (unit < 0x80 || unit === 0xfffd) return 1;
	if (unit < 0x800) return 2;
	// Each half of a surrogate pair: four bytes in two.
	return unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
}
