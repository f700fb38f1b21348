/**
 * The variables that nginx has by itself: the tables of its modules (ngx_http_variables.c,
 * ngx_stream_variables.c and the `ngx_*_variable_t` of each module, nginx 1.22.1 and 1.26.3),
 * those that came later and those of the commercial modules by their documentation.
 */

import type { Protocol } from "./facts.ts";

/** By module. `*`: every name that begins so; `!`: `set`, `map` and the like may redefine it. */
const http = {
	core: `arg_* args! binary_remote_addr body_bytes_sent bytes_sent connection connection_requests
		connection_time content_length content_type cookie_* document_root document_uri host hostname
		http_* http_cookie http_host http_referer http_user_agent http_via http_x_forwarded_for https
		is_args is_request_port limit_rate! msec nginx_version pid pipe proxy_protocol_addr
		proxy_protocol_port proxy_protocol_server_addr proxy_protocol_server_port proxy_protocol_tlv_*
		query_string realpath_root remote_addr remote_port remote_user request request_body
		request_body_file request_completion request_filename request_id request_length request_method
		request_port request_time request_uri scheme sent_http_* sent_http_cache_control
		sent_http_connection sent_http_content_length sent_http_content_type sent_http_keep_alive
		sent_http_last_modified sent_http_link sent_http_location sent_http_transfer_encoding
		sent_trailer_* server_addr server_name server_port server_protocol status tcpinfo_rcv_space
		tcpinfo_rtt tcpinfo_rttvar tcpinfo_snd_cwnd time_iso8601 time_iso8601_ms time_local uri`,
	acme: "acme_certificate acme_certificate_key",
	auth_jwt: "jwt_claim_* jwt_header_* jwt_payload",
	brotli: "brotli_ratio",
	browser: "ancient_browser! modern_browser! msie!",
	fastcgi: "fastcgi_path_info fastcgi_script_name",
	geoip: `geoip_area_code geoip_city geoip_city_continent_code geoip_city_country_code
		geoip_city_country_code3 geoip_city_country_name geoip_country_code geoip_country_code3
		geoip_country_name geoip_dma_code geoip_latitude geoip_longitude geoip_org geoip_postal_code
		geoip_region geoip_region_name`,
	grpc: "grpc_internal_trailers",
	gzip: "gzip_ratio",
	limit_conn: "limit_conn_status",
	limit_req: "limit_req_status",
	memcached: "memcached_key!",
	oidc: "oidc_access_token oidc_claim_* oidc_id_token oidc_userinfo",
	otel: "otel_parent_id otel_parent_sampled otel_span_id otel_trace_id",
	proxy: `proxy_add_via proxy_add_x_forwarded_for proxy_host! proxy_internal_body_length
		proxy_internal_chunked proxy_port!`,
	realip: "realip_remote_addr realip_remote_port",
	referer: "invalid_referer!",
	secure_link: "secure_link secure_link_expires",
	session_log: "session_log_binary_id session_log_id",
	slice: "slice_range",
	ssi: "date_gmt date_local",
	ssl: `ssl_alpn_protocol! ssl_cipher! ssl_ciphers! ssl_client_cert! ssl_client_escaped_cert!
		ssl_client_fingerprint! ssl_client_i_dn! ssl_client_i_dn_legacy! ssl_client_raw_cert!
		ssl_client_s_dn! ssl_client_s_dn_legacy! ssl_client_serial! ssl_client_sigalg! ssl_client_v_end!
		ssl_client_v_remain! ssl_client_v_start! ssl_client_verify! ssl_curve! ssl_curves!
		ssl_early_data! ssl_ech_outer_server_name! ssl_ech_status! ssl_protocol! ssl_server_name!
		ssl_session_id! ssl_session_reused! ssl_sigalg! ssl_sigalgs!`,
	stub_status:
		"connections_active connections_reading connections_waiting connections_writing",
	upstream: `upstream_addr upstream_bytes_received upstream_bytes_sent upstream_cache_etag
		upstream_cache_last_modified upstream_cache_status upstream_connect_time upstream_cookie_*
		upstream_header_time upstream_http_* upstream_last_addr upstream_last_server_name
		upstream_queue_time upstream_response_length upstream_response_time upstream_status
		upstream_trailer_*`,
	userid: "uid_got uid_reset! uid_set",
	v2: "http2",
	v3: "http3",
} as const;

const stream = {
	core: `binary_remote_addr bytes_received bytes_sent connection hostname msec nginx_version pid
		protocol proxy_protocol_addr proxy_protocol_port proxy_protocol_server_addr
		proxy_protocol_server_port proxy_protocol_tlv_* remote_addr remote_port server_addr server_name
		server_port session_time status time_iso8601 time_iso8601_ms time_local`,
	geoip: http.geoip,
	limit_conn: "limit_conn_status",
	mqtt_preread: "mqtt_preread_clientid mqtt_preread_username",
	realip: http.realip,
	ssl: `ssl_alpn_protocol! ssl_cipher! ssl_ciphers! ssl_client_cert! ssl_client_escaped_cert!
		ssl_client_fingerprint! ssl_client_i_dn! ssl_client_raw_cert! ssl_client_s_dn!
		ssl_client_serial! ssl_client_sigalg! ssl_client_v_end! ssl_client_v_remain!
		ssl_client_v_start! ssl_client_verify! ssl_curve! ssl_curves! ssl_ech_outer_server_name!
		ssl_ech_status! ssl_protocol! ssl_server_name! ssl_session_id! ssl_session_reused! ssl_sigalg!
		ssl_sigalgs!`,
	ssl_preread:
		"ssl_preread_alpn_protocols ssl_preread_protocol ssl_preread_server_name",
	upstream: `upstream_addr upstream_bytes_received upstream_bytes_sent upstream_connect_time
		upstream_first_byte_time upstream_last_addr upstream_session_time`,
} as const;

export interface BuiltInVariable {
	/** Without the `$`; of a family what its names begin with. */
	readonly name: string;
	readonly isFamily: boolean;
	/** Whether a configuration may define it anew (NGX_HTTP_VAR_CHANGEABLE). */
	readonly isChangeable: boolean;
	/** The module: `ssl` for ngx_http_ssl_module or ngx_stream_ssl_module. */
	readonly module: string;
}

export const builtInVariables: Readonly<
	Record<Protocol, readonly BuiltInVariable[]>
> = { http: variables(http), stream: variables(stream), mail: [] };

function variables(
	table: Readonly<Record<string, string>>,
): readonly BuiltInVariable[] {
	return Object.entries(table).flatMap(([module, names]) =>
		names.split(/\s+/).map((name) => ({
			name: name.replace(/[*!]$/, ""),
			isFamily: name.endsWith("*"),
			isChangeable: name.endsWith("!"),
			module,
		})),
	);
}

/** Names compare without case. */
export function builtInVariable(
	name: string,
	protocol: Protocol,
): BuiltInVariable | undefined {
	const wanted = name.toLowerCase();
	return (
		single[protocol].get(wanted) ??
		families[protocol].find((family) => wanted.startsWith(family.name))
	);
}

const single = {
	http: byName("http"),
	stream: byName("stream"),
	mail: byName("mail"),
};
const families = {
	http: familiesOf("http"),
	stream: familiesOf("stream"),
	mail: familiesOf("mail"),
};

function byName(protocol: Protocol): ReadonlyMap<string, BuiltInVariable> {
	return new Map(
		builtInVariables[protocol]
			.filter(({ isFamily }) => !isFamily)
			.map((each) => [each.name, each]),
	);
}

function familiesOf(protocol: Protocol): readonly BuiltInVariable[] {
	return builtInVariables[protocol].filter(({ isFamily }) => isFamily);
}
