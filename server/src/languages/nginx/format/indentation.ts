/** Columns and the white space that makes them. */

export interface Indentation {
	/** The columns of one step, and of a tab. */
	readonly size: number;
	readonly tabs: boolean;
}

export function columnsIn(
	white: string,
	{ size }: Pick<Indentation, "size">,
): number {
	let columns = 0;
	for (const unit of white)
		columns = unit === "\t" ? columns + size - (columns % size) : columns + 1;
	return columns;
}

/** Tabs up to the depth; what goes further stands under something, whatever a tab is worth. */
export function indent(
	columns: number,
	depth: number,
	{ size, tabs }: Indentation,
): string {
	if (!tabs) return " ".repeat(columns);
	const further = columns - depth * size;
	if (further < 0 || further % size === 0)
		return "\t".repeat(Math.floor(columns / size));
	return "\t".repeat(depth) + " ".repeat(further);
}
