/**
 * Where nginx surely looks a variable up when it starts, and refuses one that nothing declares
 * ("unknown "x" variable"): each tried with nginx 1.22.1, in http and in stream. In other
 * directives a `$` is a letter like any other (`mirror`, `server_name`), or it is not known.
 */

import type { Protocol } from "../facts.ts";
import type { Directive } from "../tree.ts";

export function isSurelyCompiled(
	directive: Directive,
	index: number,
	protocol: Protocol,
): boolean {
	const { name, args } = directive;
	switch (name.text) {
		case "return":
			return protocol === "stream" || index === args.length - 1;
		case "if":
			return protocol === "http";
		// Of error_page the last word is where it sends to.
		case "error_page":
			return args.length > 1 && index === args.length - 1;
		case "access_log":
			return index === 0 || args[index]?.text.startsWith("if=") === true;
		case "geo":
			return args.length === 2 && index === 0;
		// The key; behind it stands the zone.
		case "limit_req_zone":
		case "limit_conn_zone":
			return index === 0;
		// The value alone.
		case "fastcgi_param":
		case "uwsgi_param":
		case "scgi_param":
		case "proxy_set_header":
		case "grpc_set_header":
			return index === 1;
		// Of a stream they are looked at with `listen … ssl` alone.
		case "ssl_certificate":
		case "ssl_certificate_key":
			return protocol === "http" && index === 0;
		default: {
			const from = first.get(name.text);
			return from !== undefined && index >= from;
		}
	}
}

/** Directive → the first argument that is compiled. */
const first: ReadonlyMap<string, number> = new Map([
	...each(
		0,
		`aio alias auth_basic auth_basic_user_file charset disable_symlinks expires hash http2_push
		index limit_rate limit_rate_after map memcached_bind root secure_link secure_link_md5
		source_charset split_clients sub_filter try_files
		proxy_download_rate proxy_method proxy_redirect proxy_set_body proxy_upload_rate
		proxy_cookie_domain proxy_cookie_flags proxy_cookie_path
		grpc_bind grpc_pass grpc_ssl_certificate grpc_ssl_certificate_key grpc_ssl_name
		proxy_ssl_certificate proxy_ssl_certificate_key proxy_ssl_name uwsgi_ssl_name`,
	),
	...["proxy", "fastcgi", "uwsgi", "scgi"].flatMap((module) =>
		each(
			0,
			`${module}_bind ${module}_cache ${module}_cache_bypass ${module}_cache_key
			${module}_no_cache ${module}_pass ${module}_store`,
		),
	),
	...each(1, "add_header add_trailer auth_request_set log_format rewrite set"),
]);

function each(from: number, names: string): readonly [string, number][] {
	return names.split(/\s+/).map((name) => [name, from]);
}
