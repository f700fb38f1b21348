/**
 * What a block takes over from those around it. Most directives hold until an inner block has one
 * of its own; of a list that one drops all (the modules' merge_*_conf).
 */

import type { Directive } from "./tree.ts";

/** Of which a block has several, and all of them or none are inherited. */
const lists =
	/^(add_header|add_trailer|access_log|error_log|error_page|allow|deny|mirror|xslt_(string_)?param|limit_req|limit_conn|sub_filter|set_real_ip_from|auth_request_set|(proxy|grpc|uwsgi|fastcgi|scgi)_(set_header|param|hide_header|pass_header|cache_valid|redirect|cookie_(domain|path|flags))|\w+_hide_header)$/;

/** Blocks, and what is done where it stands: nothing of it holds in an inner block. */
const own =
	/^(if|set|rewrite|return|break|include|listen|server_name|server|alias|internal|try_files|stub_status|empty_gif|flv|mp4|hash|ip_hash|least_conn|random|keepalive|zone|map|geo|upstream|split_clients|types|\w+_pass|\w+_zone|\w+_cache_path|log_format)$/;

export function isInherited({ name, block }: Directive): boolean {
	return block === undefined && !own.test(name.text);
}

export function isList({ name }: Directive): boolean {
	return lists.test(name.text);
}

/** Names that make one list: a block with any of them inherits none (ngx_http_access_merge_loc_conf, ngx_http_xslt_filter_merge_conf). */
const families: readonly (readonly string[])[] = [
	["allow", "deny"],
	["xslt_param", "xslt_string_param"],
];

export function familyOf(name: string): readonly string[] {
	return families.find((family) => family.includes(name)) ?? [name];
}

/** What two of a list have in common if one repeats the other: the header's name, the status. Of others their words. */
export function entryOf({ name, args }: Directive): string {
	const isNamed = /_header$|_param$|_trailer$/.test(name.text);
	return isNamed
		? (args[0]?.text.toLowerCase() ?? "")
		: [name, ...args].map(({ text }) => text).join(" ");
}
