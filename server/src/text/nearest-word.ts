/** The word that somebody may have meant. */

/** The known word that is at most so many slips away, nearest first: two, of short words one. */
export function nearestWord(
	written: string,
	known: Iterable<string>,
	most = written.length < 5 ? 1 : 2,
): string | undefined {
	let best: string | undefined;
	let bestDistance = most + 1;
	for (const word of known) {
		if (Math.abs(word.length - written.length) >= bestDistance) continue;
		const distance = slips(written, word);
		if (distance < bestDistance) {
			best = word;
			bestDistance = distance;
		}
	}
	return best;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function slips(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let cost = Math.min(
				(last[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + 1,
				(last[j - 1] ?? 0) + same,
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
			row.push(cost);
		}
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? 0;
}
