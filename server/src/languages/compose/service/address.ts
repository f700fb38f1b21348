/** IP addresses as Go's net.ParseIP reads them. */

export function isAddress(text: string): boolean {
	return isIpv4(text) || isIpv6(text);
}

function isIpv4(text: string): boolean {
	const parts = text.split(".");
	return (
		parts.length === 4 &&
		parts.every(
			(part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255,
		)
	);
}

function isIpv6(text: string): boolean {
	const [address = "", zone] = text.split("%", 2);
	if (zone !== undefined) return false;
	const halves = address.split("::");
	if (halves.length > 2 || !address.includes(":")) return false;
	const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
	const last = groups.at(-1);
	const embedded = last?.includes(".") === true;
	if (embedded && !isIpv4(last)) return false;
	const plain = embedded ? groups.slice(0, -1) : groups;
	if (!plain.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
	const count = plain.length + (embedded ? 2 : 0);
	return halves.length === 2 ? count < 8 : count === 8;
}
