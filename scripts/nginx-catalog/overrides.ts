/**
 * Where nginx's documentation says something else than its source (1.22.1 to 1.26.3). Each group
 * names what the source does; test/conformance/nginx/directives holds all of it against nginx.
 */

/** `stream:` and the like in front: only of that module family. */
export type Names = string;

/** Syntaxes that leave out values which the source's tables have, or name a placeholder where it has a list. */
export const syntaxes: Readonly<Record<string, string>> = {
	keepalive_disable: "none | msie6 | safari ...",
	userid_flags:
		"off | secure | httponly | samesite=strict | samesite=lax | samesite=none ...",
	dav_methods: "off | put | delete | mkcol | copy | move ...",
	imap_auth: "plain | login | cram-md5 | external ...",
	smtp_auth: "plain | login | cram-md5 | external | none ...",
	pop3_auth: "plain | apop | cram-md5 | external ...",
	image_filter_transparency: "on | off",
	ssi_min_file_chunk: "<size>",
	server: "<address> [<parameter> ...]",
	perl: "<module>::<function>|<code>",
	perl_set: "<$variable> <module>::<function>|<code>",
	if: "(<condition>) ...",
	stub_status: "[<ignored>]",
	geoip_country: "<file> [utf8]",
	geoip_city: "<file> [utf8]",
	geoip_org: "<file> [utf8]",
	limit_req_zone: "<key> zone=<name>:<size> rate=<rate> [sync]",
	tunnel_bind: "<address> [transparent] | off",
	...each(
		"ssl_protocols proxy_ssl_protocols grpc_ssl_protocols uwsgi_ssl_protocols",
		"SSLv2 | SSLv3 | TLSv1 | TLSv1.1 | TLSv1.2 | TLSv1.3 ...",
	),
	...each(
		"proxy_ignore_headers fastcgi_ignore_headers uwsgi_ignore_headers scgi_ignore_headers grpc_ignore_headers",
		"X-Accel-Redirect | X-Accel-Expires | X-Accel-Limit-Rate | X-Accel-Buffering | X-Accel-Charset | Expires | Cache-Control | Set-Cookie | Vary ...",
	),
	...each(
		"proxy_store_access fastcgi_store_access uwsgi_store_access scgi_store_access dav_access",
		"<users>:<permissions> [<users>:<permissions> [<users>:<permissions>]]",
	),
};

/** Values that the source's table takes besides. Nobody needs them: they are not offered. */
export const tolerated: Readonly<Record<string, readonly string[]>> = {
	...each(
		"proxy_next_upstream fastcgi_next_upstream uwsgi_next_upstream scgi_next_upstream",
		["updating"],
	),
	...each(
		"proxy_cache_use_stale fastcgi_cache_use_stale uwsgi_cache_use_stale scgi_cache_use_stale",
		["non_idempotent"],
	),
	...each(
		"proxy_cache_methods fastcgi_cache_methods uwsgi_cache_methods scgi_cache_methods",
		["PUT", "DELETE"],
	),
};

/** How many arguments, where the documentation's syntax does not tell: parameters in any order and number. */
export const arities: Readonly<Record<string, string>> = {
	...each("listen access_log error_log", "1+"),
	...each(
		"proxy_cache_path fastcgi_cache_path uwsgi_cache_path scgi_cache_path",
		"2+",
	),
	proxy_cookie_flags: "1-4",
	userid_flags: "1-3",
	keepalive_disable: "1-2",
	ssl_session_cache: "1-2",
	"upstream:server": "1+",
};

/** Contexts beside the documented ones. */
export const contexts: Readonly<Record<string, string>> = {
	...each(
		"break return rewrite rewrite_log set uninitialized_variable_warn",
		"j",
	),
	...each("fastcgi_split_path_info secure_link_secret", "hs"),
	error_log: "TN",
};

/** ngx_conf_set_sec_slot: no `ms`. */
export const seconds: Names = "open_file_cache_valid ssl_session_timeout";

/** ngx_conf_set_off_slot: `g` too. */
export const offsets: Names = `client_max_body_size directio_alignment worker_rlimit_core
	proxy_cache_max_range_offset fastcgi_cache_max_range_offset uwsgi_cache_max_range_offset
	scgi_cache_max_range_offset`;

/** ngx_conf_set_num_slot although the documentation calls it a size, a level or a code. */
export const numbers: Names = `variables_hash_max_size variables_hash_bucket_size server_names_hash_max_size
	server_names_hash_bucket_size types_hash_max_size types_hash_bucket_size proxy_headers_hash_max_size
	proxy_headers_hash_bucket_size referer_hash_max_size referer_hash_bucket_size map_hash_max_size
	map_hash_bucket_size memcached_gzip_flag gzip_comp_level limit_req_status limit_conn_status`;

/** ngx_conf_set_size_slot although the documentation calls it a length or a rate. */
export const sizes: Names = "gzip_min_length ssi_value_length";

/** Take variables or a handler of their own reads them: the documentation's words are not checked. */
export const unchecked: Names = `worker_connections worker_priority limit_rate limit_rate_after
	http2_max_concurrent_pushes http2_max_requests http2_max_field_size http2_max_header_size
	http2_recv_timeout http2_idle_timeout protocol starttls server_tokens
	proxy_limit_rate fastcgi_limit_rate uwsgi_limit_rate scgi_limit_rate stream:proxy_upload_rate
	stream:proxy_download_rate`;

/** ngx_conf_check_num_bounds. */
export const bounds: Readonly<Record<string, readonly [number, number]>> = {
	gzip_comp_level: [1, 9],
	limit_req_status: [400, 599],
	limit_conn_status: [400, 599],
	uwsgi_modifier1: [0, 255],
	uwsgi_modifier2: [0, 255],
};

/**
 * Refused a second time in one block ("is duplicate"), besides those that take one flag, number,
 * size, time, or one of several words: their slots all refuse it (ngx_conf_file.c).
 */
export const once: Names = `add_after_body add_before_body aio alias auth_basic auth_basic_user_file auth_request
	charset client_body_temp_path dav_access default_type directio disable_symlinks expires fastcgi_index
	geoip_city geoip_country geoip_org http internal keepalive limit_except limit_rate limit_rate_after
	open_file_cache open_log_file_cache post_action proxy_method proxy_set_body quic_host_key real_ip_header
	resolver root secure_link secure_link_md5 secure_link_secret source_charset ssl_ciphers
	ssl_client_certificate ssl_crl ssl_dhparam ssl_ecdh_curve ssl_ocsp_cache ssl_ocsp_responder
	ssl_password_file ssl_stapling_file ssl_stapling_responder ssl_trusted_certificate try_files
	userid_domain userid_expires userid_mark userid_name userid_p3p userid_path xml_entities
	events google_perftools_profiles lock_file pid ssl_engine use user worker_connections
	worker_cpu_affinity worker_priority worker_processes working_directory
	stream:return stream mail mail:server_name stream:ssl_alpn starttls stream:pass
	stream:proxy_upload_rate stream:proxy_download_rate
	keepalive_timeout server_tokens uwsgi_string
	${family("proxy grpc uwsgi", "ssl_certificate ssl_certificate_key ssl_ciphers ssl_crl ssl_name ssl_password_file ssl_trusted_certificate")}
	${family("proxy fastcgi uwsgi scgi grpc memcached", "bind pass")}
	${family("proxy fastcgi uwsgi scgi", "cache cache_key limit_rate store store_access temp_path")}`;

/** Modules that only nginx's commercial version has; the documentation marks them in no way. */
export const commercialModules: Names = `ngx_http_api_module ngx_http_auth_jwt_module ngx_http_auth_require_module
	ngx_http_f4f_module ngx_http_hls_module ngx_http_internal_redirect_module ngx_http_keyval_module
	ngx_http_num_map_module ngx_http_oidc_module ngx_http_session_log_module ngx_http_status_module
	ngx_http_tunnel_module ngx_http_upstream_conf_module ngx_http_upstream_hc_module ngx_mgmt_module ngx_stream_keyval_module
	ngx_stream_mqtt_filter_module ngx_stream_mqtt_preread_module ngx_stream_num_map_module
	ngx_stream_upstream_hc_module ngx_stream_zone_sync_module`;

/** In the source and not in the documentation: name, contexts, syntax. */
export const undocumented: readonly (readonly [
	string,
	string,
	string,
	string,
])[] = [
	["ngx_http_core_module", "post_action", "hslj", "<uri>"],
	["ngx_mail_proxy_module", "proxy", "MN", "on | off"],
	["ngx_epoll_module", "epoll_events", "e", "<number>"],
	["ngx_kqueue_module", "kqueue_changes", "e", "<number>"],
	["ngx_kqueue_module", "kqueue_events", "e", "<number>"],
	["ngx_devpoll_module", "devpoll_changes", "e", "<number>"],
	["ngx_devpoll_module", "devpoll_events", "e", "<number>"],
	["ngx_eventport_module", "eventport_events", "e", "<number>"],
	["ngx_http_core_module", "open_file_cache_events", "hsl", "on | off"],
	["ngx_http_gzip_filter_module", "gzip_window", "hsl", "<size>"],
	["ngx_http_gzip_filter_module", "gzip_hash", "hsl", "<size>"],
	["ngx_http_gzip_filter_module", "postpone_gzipping", "hsl", "<size>"],
	["ngx_http_gzip_filter_module", "gzip_no_buffer", "hsl", "on | off"],
	[
		"ngx_http_ssi_filter_module",
		"ssi_ignore_recycled_buffers",
		"hsl",
		"on | off",
	],
	["ngx_http_degradation_module", "degradation", "h", "<sbrk>"],
	["ngx_http_degradation_module", "degrade", "hsl", "204 | 444"],
	["ngx_http_uwsgi_module", "uwsgi_string", "hsl", "<string>"],
	["ngx_http_v2_module", "http2_pool_size", "hs", "<size>"],
	["ngx_http_v2_module", "http2_streams_index_size", "hs", "<number>"],
	["ngx_stream_proxy_module", "proxy_downstream_buffer", "ST", "<size>"],
	["ngx_stream_proxy_module", "proxy_upstream_buffer", "ST", "<size>"],
];

function each<T>(names: Names, value: T): Record<string, T> {
	return Object.fromEntries(names.split(" ").map((name) => [name, value]));
}

function family(prefixes: string, names: string): string {
	return prefixes
		.split(" ")
		.flatMap((prefix) => names.split(" ").map((name) => `${prefix}_${name}`))
		.join(" ");
}
