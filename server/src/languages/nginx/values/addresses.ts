/** Addresses as allow, deny, set_real_ip_from and geo take them (ngx_inet.c). */

import { isNumber } from "./units.ts";

/** ngx_ptocidr: an address, or one with a mask of so many bits. */
export function isAddressRange(text: string): boolean {
	const slash = text.indexOf("/");
	const address = slash < 0 ? text : text.slice(0, slash);
	const bits = slash < 0 ? undefined : text.slice(slash + 1);
	const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
	if (most < 0) return false;
	return bits === undefined || (isNumber(bits) && Number(bits) <= most);
}

/** ngx_inet_addr. A part without digits is 0 to it, and 255.255.255.255 no address. */
export function isIPv4(text: string): boolean {
	const parts = text.split(".");
	return (
		parts.length === 4 &&
		parts.every((part) => /^\d*$/.test(part) && Number(part) <= 255) &&
		text !== "255.255.255.255"
	);
}

/** ngx_inet6_addr. */
export function isIPv6(text: string): boolean {
	const halves = text.split("::");
	if (halves.length > 2 || !text.includes(":")) return false;
	const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
	const last = groups.at(-1) ?? "";
	const four = last.includes(".");
	if (four && !isIPv4(last)) return false;
	const hex = four ? groups.slice(0, -1) : groups;
	if (!hex.every((group) => /^[\da-f]{1,4}$/i.test(group))) return false;
	const count = hex.length + (four ? 2 : 0);
	return halves.length === 2 ? count < 8 : count === 8;
}
