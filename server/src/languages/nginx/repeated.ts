/** Directives that nginx refuses for another one in front of them in the same block: what their handlers call "is duplicate" or "is incompatible". */

import type { Directive } from "./tree.ts";

/** The one for which nginx refuses it; `once`: a block holds one of its name. */
export function refusedFor(
	directive: Directive,
	level: readonly Directive[],
	once: boolean,
): Directive | undefined {
	const { text } = directive.name;
	if (!once && !switches.has(text) && !limits.has(text)) return undefined;
	for (const each of level) {
		if (each === directive) return undefined;
		if (excludes(each, directive, once)) return each;
	}
	return undefined;
}

function excludes(first: Directive, second: Directive, once: boolean): boolean {
	const { text } = second.name;
	if (first.name.text !== text)
		return once && (isOneSlot(first, second) || isIncompatible(first, second));
	if (once) return true;
	if (switches.has(text)) return isOff(first) || isOff(second);
	const zone = zoneOf(second);
	return zone !== undefined && zoneOf(first) === zone;
}

/** Add to one another, but for `off`, which stands alone. */
const switches = new Set([
	"http2_push",
	"mirror",
	"proxy_cookie_domain",
	"proxy_cookie_flags",
	"proxy_cookie_path",
	"proxy_redirect",
]);

export function isOff({ args: [first, ...others] }: Directive): boolean {
	return first?.text === "off" && others.length === 0;
}

/** One for each zone. */
const limits = new Set(["limit_conn", "limit_req"]);

/** Undefined where none is named yet. */
export function zoneOf({ name, args }: Directive): string | undefined {
	if (name.text === "limit_conn") return args[0]?.text;
	return args
		.find(({ text }) => text.startsWith("zone="))
		?.text.slice("zone=".length);
}

/** alias is root's own slot (ngx_http_core_root). */
function isOneSlot(first: Directive, second: Directive): boolean {
	return [first, second].every(({ name }) => /^(alias|root)$/.test(name.text));
}

/** ngx_http_proxy_store and its likes, ngx_http_secure_link_merge_conf, ngx_mail_ssl_starttls: whichever of the two comes first. */
function isIncompatible(first: Directive, second: Directive): boolean {
	const [one = "", other = ""] = [first.name.text, second.name.text].toSorted();
	if (other === "secure_link_secret") return /^secure_link(_md5)?$/.test(one);
	if (one === "ssl" && other === "starttls")
		return !isOff(first) && !isOff(second);
	const [, family] = /^(proxy|fastcgi|uwsgi|scgi)_cache$/.exec(one) ?? [];
	return (
		family !== undefined &&
		other === `${family}_store` &&
		!isOff(first) &&
		!isOff(second)
	);
}
