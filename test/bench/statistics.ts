/** Few numbers for many. */

/** `share` of the values are at most as large: 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	const index = Math.ceil(share * sorted.length) - 1;
	return sorted[Math.max(0, index)] ?? Number.NaN;
}

export function milliseconds(value: number): string {
	return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

/** Columns under each other; the first one to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
	const columns = rows[0]?.map((_, i) =>
		Math.max(...rows.map((row) => row[i]?.length ?? 0)),
	);
	return rows
		.map((row) =>
			row
				.map((cell, i) =>
					i === 0
						? cell.padEnd(columns?.[i] ?? 0)
						: cell.padStart(columns?.[i] ?? 0),
				)
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}
