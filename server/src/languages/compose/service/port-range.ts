/** Ports as compose writes them: numbers from 0 to 65535, or a range (go-connections nat.ParsePortRange). */

export interface PortRange {
	readonly first: number;
	readonly last: number;
}

/** How many more ports than one. */
export function width({ first, last }: PortRange): number {
	return last - first;
}

/** `3000` or `3000-3005`. */
export function portRange(text: string): PortRange | undefined {
	const [first, last, ...more] = text.split("-").map(portNumber);
	if (first === undefined) return undefined;
	if (!text.includes("-")) return { first, last: first };
	if (last === undefined || last < first || more.length > 0) return undefined;
	return { first, last };
}

export function portNumber(text: string): number | undefined {
	return /^\d{1,9}$/.test(text) && Number(text) <= 65535
		? Number(text)
		: undefined;
}
