/** Times as nginx reads them (ngx_parse_time): `60`, `60s`, `1m30s`, `500ms`; a number without a unit is seconds. */

export function milliseconds(text: string): number | undefined {
	if (!/^\d(?:\d*(?:ms|[smhdwMy]) ?(?=\d|$))*\d*$/.test(text)) return undefined;
	let sum = 0;
	for (const [, digits = "", unit = "s"] of text.matchAll(
		/(\d+)(ms|[smhdwMy])?/g,
	))
		sum += Number(digits) * (units[unit] ?? 0);
	return sum;
}

const day = 86_400_000;

const units: Readonly<Record<string, number>> = {
	ms: 1,
	s: 1000,
	m: 60_000,
	h: 3_600_000,
	d: day,
	w: 7 * day,
	M: 30 * day,
	y: 365 * day,
};
