/**
 * Directives of modules that others wrote and many people load, from each module's source:
 * module, contexts (the letters of catalog/contexts.ts), and a directive a line with its syntax.
 * A trailing `{}` marks a block; `lua` one whose inside is Lua.
 */

export const thirdParty: readonly {
	readonly module: string;
	readonly home: string;
	readonly contexts: string;
	readonly directives: string;
}[] = [
	{
		module: "lua-nginx-module",
		home: "https://github.com/openresty/lua-nginx-module",
		contexts: "h",
		directives: `lua_load_resty_core on | off
			lua_capture_error_log <size>
			lua_use_default_type on | off @hslj
			lua_malloc_trim <number>
			lua_code_cache on | off @hslj
			lua_thread_cache_max_entries <number>
			lua_regex_cache_max_entries <number>
			lua_regex_match_limit <number>
			lua_package_path <path>
			lua_package_cpath <path>
			lua_shared_dict <name> <size>
			lua_socket_connect_timeout <time> @hsl
			lua_socket_send_timeout <time> @hsl
			lua_socket_send_lowat <size> @hsl
			lua_socket_read_timeout <time> @hsl
			lua_socket_buffer_size <size> @hslj
			lua_socket_pool_size <number> @hsl
			lua_socket_keepalive_timeout <time> @hsl
			lua_socket_log_errors on | off @hsl
			lua_ssl_ciphers <ciphers> @hsl
			lua_ssl_crl <file> @hsl
			lua_ssl_protocols SSLv2 | SSLv3 | TLSv1 | TLSv1.1 | TLSv1.2 | TLSv1.3 ... @hsl
			lua_ssl_certificate <file> @hsl
			lua_ssl_certificate_key <file> @hsl
			lua_ssl_trusted_certificate <file> @hsl
			lua_ssl_verify_depth <number> @hsl
			lua_ssl_key_log <file> @hsl
			lua_ssl_conf_command <command> @hsl
			lua_http10_buffering on | off @hslj
			lua_transform_underscores_in_response_headers on | off @hslj
			lua_check_client_abort on | off @hslj
			lua_max_pending_timers <count>
			lua_max_running_timers <count>
			lua_sa_restart on | off
			lua_need_request_body on | off @hslj
			lua_worker_thread_vm_pool_size <size>
			lua_upstream_skip_openssl_default_verify on | off @hsl
			rewrite_by_lua_no_postpone on | off
			access_by_lua_no_postpone on | off
			init_by_lua <code>
			init_by_lua_file <path>
			init_by_lua_block lua
			init_worker_by_lua <code>
			init_worker_by_lua_file <path>
			init_worker_by_lua_block lua
			exit_worker_by_lua_file <path>
			exit_worker_by_lua_block lua
			set_by_lua <$result> <code> [<argument> ...] @sijl
			set_by_lua_file <$result> <path> [<argument> ...] @sijl
			set_by_lua_block <$result> lua @sijl
			server_rewrite_by_lua_file <path> @hs
			server_rewrite_by_lua_block lua @hs
			rewrite_by_lua <code> @hslj
			rewrite_by_lua_file <path> @hslj
			rewrite_by_lua_block lua @hslj
			access_by_lua <code> @hslj
			access_by_lua_file <path> @hslj
			access_by_lua_block lua @hslj
			precontent_by_lua_file <path> @hslj
			precontent_by_lua_block lua @hslj
			content_by_lua <code> @lj
			content_by_lua_file <path> @lj
			content_by_lua_block lua @lj
			header_filter_by_lua <code> @hslj
			header_filter_by_lua_file <path> @hslj
			header_filter_by_lua_block lua @hslj
			body_filter_by_lua <code> @hslj
			body_filter_by_lua_file <path> @hslj
			body_filter_by_lua_block lua @hslj
			log_by_lua <code> @hslj
			log_by_lua_file <path> @hslj
			log_by_lua_block lua @hslj
			balancer_by_lua_file <path> @u
			balancer_by_lua_block lua @u
			ssl_client_hello_by_lua_file <path> @hs
			ssl_client_hello_by_lua_block lua @hs
			ssl_certificate_by_lua_file <path> @hs
			ssl_certificate_by_lua_block lua @hs
			ssl_session_fetch_by_lua_file <path>
			ssl_session_fetch_by_lua_block lua
			ssl_session_store_by_lua_file <path>
			ssl_session_store_by_lua_block lua
			proxy_ssl_certificate_by_lua_file <path> @hsl
			proxy_ssl_certificate_by_lua_block lua @hsl
			proxy_ssl_verify_by_lua_file <path> @hsl
			proxy_ssl_verify_by_lua_block lua @hsl`,
	},
	{
		module: "headers-more-nginx-module",
		home: "https://github.com/openresty/headers-more-nginx-module",
		contexts: "hslj",
		directives: `more_set_headers [-t <types>] [-s <codes>] [-a] <header> ...
			more_clear_headers [-t <types>] [-s <codes>] <header> ...
			more_set_input_headers [-r] [-t <types>] <header> ...
			more_clear_input_headers [-t <types>] <header> ...`,
	},
	{
		module: "ngx_brotli",
		home: "https://github.com/google/ngx_brotli",
		contexts: "hsl",
		directives: `brotli on | off @hslj
			brotli_static on | off | always
			brotli_types <mime-type> ...
			brotli_comp_level <level>
			brotli_window <size>
			brotli_min_length <length>
			brotli_buffers <number> <size>`,
	},
	{
		module: "ngx_http_geoip2_module",
		home: "https://github.com/leev/ngx_http_geoip2_module",
		contexts: "hS",
		directives: `geoip2 <file> {}
			geoip2_proxy <address> @h
			geoip2_proxy_recursive on | off @h`,
	},
	{
		// What stands inside is not nginx's: it is not looked at.
		module: "nginx-rtmp-module",
		home: "https://github.com/arut/nginx-rtmp-module",
		contexts: "m",
		directives: "rtmp {}",
	},
	{
		module: "ModSecurity-nginx",
		home: "https://github.com/owasp-modsecurity/ModSecurity-nginx",
		contexts: "hsl",
		directives: `modsecurity on | off
			modsecurity_rules <rules>
			modsecurity_rules_file <file>
			modsecurity_rules_remote <key> <url>
			modsecurity_transaction_id <string>
			modsecurity_use_error_log on | off`,
	},
	{
		module: "echo-nginx-module",
		home: "https://github.com/openresty/echo-nginx-module",
		contexts: "lj",
		directives: `echo [-n] [<string> ...]
			echo_duplicate <count> <string>
			echo_flush
			echo_sleep <seconds>
			echo_blocking_sleep <seconds>
			echo_reset_timer
			echo_read_request_body
			echo_location_async <location> [<arguments>]
			echo_location <location> [<arguments>]
			echo_subrequest_async <method> <location> [<option> ...]
			echo_subrequest <method> <location> [<option> ...]
			echo_foreach_split <delimiter> <string>
			echo_end
			echo_request_body
			echo_exec <location> [<arguments>]
			echo_status <status>
			echo_before_body [-n] [<string> ...]
			echo_after_body [-n] [<string> ...]`,
	},
	{
		module: "set-misc-nginx-module",
		home: "https://github.com/openresty/set-misc-nginx-module",
		contexts: "sijl",
		directives: `set_if_empty <$variable> <value>
			set_quote_sql_str <$variable> [<value>]
			set_unescape_uri <$variable> [<value>]
			set_escape_uri <$variable> [<value>]
			set_hashed_upstream <$variable> <list> <value>
			set_encode_base32 <$variable> [<value>]
			set_decode_base32 <$variable> [<value>]
			set_encode_base64 <$variable> [<value>]
			set_decode_base64 <$variable> [<value>]
			set_encode_hex <$variable> [<value>]
			set_decode_hex <$variable> [<value>]
			set_sha1 <$variable> [<value>]
			set_md5 <$variable> [<value>]
			set_hmac_sha1 <$variable> <secret> <value>
			set_random <$variable> <from> <to>
			set_secure_random_alphanum <$variable> <length>
			set_local_today <$variable>
			set_formatted_gmt_time <$variable> <format>
			set_formatted_local_time <$variable> <format>`,
	},
	{
		module: "ngx_cache_purge",
		home: "https://github.com/nginx-modules/ngx_cache_purge",
		contexts: "hsl",
		directives: "cache_purge_response_type html | json | xml | text",
	},
	{
		module: "nginx-module-vts",
		home: "https://github.com/vozlt/nginx-module-vts",
		contexts: "hsl",
		directives: `vhost_traffic_status on | off
			vhost_traffic_status_zone [shared:<name>:<size>] @h
			vhost_traffic_status_display
			vhost_traffic_status_display_format <format>
			vhost_traffic_status_filter on | off
			vhost_traffic_status_filter_by_host on | off
			vhost_traffic_status_filter_by_set_key <key> [<name>]`,
	},
	{
		module: "ngx_http_substitutions_filter_module",
		home: "https://github.com/yaoweibin/ngx_http_substitutions_filter_module",
		contexts: "hsl",
		directives: `subs_filter <from> <to> [<flags>]
			subs_filter_types <mime-type> ...
			subs_filter_bypass <string> ...`,
	},
	{
		module: "ngx-fancyindex",
		home: "https://github.com/aperezdc/ngx-fancyindex",
		contexts: "hsl",
		directives: `fancyindex on | off @hslj
			fancyindex_default_sort <order> @hslj
			fancyindex_exact_size on | off @hslj
			fancyindex_header <path> [subrequest | local] @hslj
			fancyindex_footer <path> [subrequest | local] @hslj
			fancyindex_css_href <uri> @hslj
			fancyindex_ignore <string> ... @hslj
			fancyindex_name_length <length> @hslj
			fancyindex_localtime on | off @hslj
			fancyindex_time_format <format> @hslj
			fancyindex_show_path on | off @hslj
			fancyindex_directories_first on | off @hslj`,
	},
	{
		module: "nginx-dav-ext-module",
		home: "https://github.com/arut/nginx-dav-ext-module",
		contexts: "hsl",
		directives: `dav_ext_methods off | propfind | options | lock | unlock ...
			dav_ext_lock_zone zone=<name>:<size> [timeout=<time>] @h
			dav_ext_lock zone=<name>`,
	},
];
