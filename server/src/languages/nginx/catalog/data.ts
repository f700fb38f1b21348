/** Written by scripts/nginx-catalog from nginx's documentation (@nginx/reference-lib) and its overrides; catalog.ts reads it. */

export const directiveLines = `
# ngx_http_access_module
allow	hslx	1		<address> | <CIDR> | unix: | all
deny	hslx	1		<address> | <CIDR> | unix: | all
# ngx_http_acme_module
acme_issuer	h	1	{	<name>
uri	A	1		<uri>
account_key	A	1		<alg>[:<size>] | <file>
challenge	A	1		<type>	http-01
common_name_in_csr	A	1	flag once	on | off	off
contact	A	1		<URL>
external_account_key	A	2		<kid> <file>
preferred_chain	A	1		<name>
profile	A	1-2		<name> [require]
ssl_trusted_certificate	A	1	once	<file>
ssl_verify	A	1	flag once	on | off	on
state_path	A	1		<path> | off	acme_<issuer>
accept_terms_of_service	A	0
acme_shared_zone	h	1		zone=<name>:<size>	zone=ngx_acme_shared:256k
acme_certificate	s	1+		<issuer> [<identifier> ...] [key=<alg>[:<size>]]
# ngx_http_addition_module
add_before_body	hsl	1	once	<uri>
add_after_body	hsl	1	once	<uri>
addition_types	hsl	1+		<mime-type> ...	text/html
# ngx_http_api_module
api	l	0-1		[write=on|off]
status_zone	slj	1		<zone>
# ngx_http_auth_basic_module
auth_basic	hslx	1	once	<string> | off	off
auth_basic_user_file	hslx	1	once	<file>
# ngx_http_auth_jwt_module
auth_jwt	hslx	1-2		<string> [token=<$variable>] | off	off
auth_jwt_claim_set	h	2+		<$variable> <name> ...
auth_jwt_header_set	h	2+		<$variable> <name> ...
auth_jwt_key_cache	hsl	1	milliseconds once	<time>	0
auth_jwt_key_file	hslx	1		<file>
auth_jwt_key_request	hslx	1		<uri>
auth_jwt_leeway	hsl	1	milliseconds once	<time>	0s
auth_jwt_type	hslx	1	enum once	signed | encrypted | nested	signed
auth_jwt_require	hslx	1+		<$value> ... [error=401 | 403]
# ngx_http_auth_request_module
auth_request	hsl	1	once	<uri> | off	off
auth_request_set	hsl	2		<$variable> <value>
# ngx_http_auth_require_module
auth_require	hslx	1+		<$value> ... [error=4xx | 5xx]	off
# ngx_http_autoindex_module
autoindex	hsl	1	flag once	on | off	off
autoindex_exact_size	hsl	1	flag once	on | off	on
autoindex_format	hsl	1	enum once	html | xml | json | jsonp	html
autoindex_localtime	hsl	1	flag once	on | off	off
# ngx_http_browser_module
ancient_browser	hsl	1+		<string> ...
ancient_browser_value	hsl	1		<string>	1
modern_browser	hsl	1-2		<browser> <version> ;; unlisted
modern_browser_value	hsl	1		<string>	1
# ngx_http_charset_module
charset	hslj	1	once	<charset> | off	off
charset_map	h	2	{	<charset1> <charset2>
charset_types	hsl	1+		<mime-type> ...	text/html text/xml text/plain text/vnd.wap.wml application/javascript application/rss+xml
override_charset	hslj	1	flag once	on | off	off
source_charset	hslj	1	once	<charset>
# ngx_http_core_module
absolute_redirect	hsl	1	flag once	on | off	on
aio	hsl	1	once	on | off | threads[=<pool>]	off
aio_write	hsl	1	flag once	on | off	off
alias	l	1	once	<path>
auth_delay	hsl	1	milliseconds once	<time>	0s
chunked_transfer_encoding	hsl	1	flag once	on | off	on
client_body_buffer_size	hsl	1	size once	<size>	8k|16k
client_body_in_file_only	hsl	1	enum once	on | clean | off	off
client_body_in_single_buffer	hsl	1	flag once	on | off	off
client_body_temp_path	hsl	1-4	once	<path> [<level1> [<level2> [<level3>]]]	client_body_temp
client_body_timeout	hsl	1	milliseconds once	<time>	60s
client_header_buffer_size	hs	1	size once	<size>	1k
client_header_timeout	hs	1	milliseconds once	<time>	60s
client_max_body_size	hsl	1	offset once	<size>	1m
connection_pool_size	hs	1	size once	<size>	256|512
default_type	hsl	1	once	<mime-type>	text/plain
directio	hsl	1	once	<size> | off	off
directio_alignment	hsl	1	offset once	<size>	512
disable_symlinks	hsl	1-2	once	off ;; on | if_not_owner [from=<part>]	off
early_hints	hsl	1+		<string> ...
error_log_tag	hsl	2		<name> <value>
error_page	hslj	2+		<code> ... [=[<response>]] <uri>
etag	hsl	1	flag once	on | off	on
http	m	0	{ once
if_modified_since	hsl	1	enum once	off | exact | before	exact
ignore_invalid_headers	hs	1	flag once	on | off	on
internal	l	0	once
keepalive_disable	hsl	1-2	bitmask	none | msie6 | safari ...	msie6
keepalive_min_timeout	hsl	1	milliseconds once	<timeout>	0
keepalive_requests	hsl	1	number once	<number>	1000
keepalive_time	hsl	1	milliseconds once	<time>	1h
keepalive_timeout	hsl	1-2	once	<timeout> [<header_timeout>]	75s
large_client_header_buffers	hs	2	buffers once	<number> <size>	4 8k
limit_except	l	1+	{ once	<method> ...
limit_rate	hslj	1	once	<rate>	0
limit_rate_after	hslj	1	once	<size>	0
lingering_close	hsl	1	enum once	off | on | always	on
lingering_time	hsl	1	milliseconds once	<time>	30s
lingering_timeout	hsl	1	milliseconds once	<time>	5s
listen	s	1+		<address>[:<port>] [default_server] [ssl] [http2 | quic] [proxy_protocol] [setfib=<number>] [fastopen=<number>] [backlog=<number>] [rcvbuf=<size>] [sndbuf=<size>] [accept_filter=<filter>] [deferred] [bind] [ipv6only=on|off] [reuseport] [multipath] [so_keepalive=on|off|[<keepidle>]:[<keepintvl>]:[<keepcnt>]] ;; <port> [default_server] [ssl] [http2 | quic] [proxy_protocol] [setfib=<number>] [fastopen=<number>] [backlog=<number>] [rcvbuf=<size>] [sndbuf=<size>] [accept_filter=<filter>] [deferred] [bind] [ipv6only=on|off] [reuseport] [multipath] [so_keepalive=on|off|[<keepidle>]:[<keepintvl>]:[<keepcnt>]] ;; unix:<path> [default_server] [ssl] [http2 | quic] [proxy_protocol] [backlog=<number>] [rcvbuf=<size>] [sndbuf=<size>] [accept_filter=<filter>] [deferred] [bind] [so_keepalive=on|off|[<keepidle>]:[<keepintvl>]:[<keepcnt>]]	*:80 | *:8000
location	sl	1-2	{	[ = | ~ | ~* | ^~ ] <uri> ;; @<name>
log_not_found	hsl	1	flag once	on | off	on
log_subrequest	hsl	1	flag once	on | off	off
max_headers	hs	1	number once	<number>	1000
max_ranges	hsl	1	number once	<number>
merge_slashes	hs	1	flag once	on | off	on
msie_padding	hsl	1	flag once	on | off	on
msie_refresh	hsl	1	flag once	on | off	off
open_file_cache	hsl	1-2	once	off ;; max=<N> [inactive=<time>]	off
open_file_cache_errors	hsl	1	flag once	on | off	off
open_file_cache_min_uses	hsl	1	number once	<number>	1
open_file_cache_valid	hsl	1	seconds once	<time>	60s
output_buffers	hsl	2	buffers once	<number> <size>	2 32k
port_in_redirect	hsl	1	flag once	on | off	on
postpone_output	hsl	1	size once	<size>	1460
read_ahead	hsl	1	size once	<size>	0
recursive_error_pages	hsl	1	flag once	on | off	off
request_pool_size	hs	1	size once	<size>	4k
reset_timedout_connection	hsl	1	flag once	on | off	off
resolver	hsl	1+	once	<address> ... [valid=<time>] [ipv4=on|off] [ipv6=on|off] [status_zone=<zone>]
resolver_timeout	hsl	1	milliseconds once	<time>	30s
root	hslj	1	once	<path>	html
satisfy	hsl	1	enum once	all | any	all
send_lowat	hsl	1	size once	<size>	0
send_timeout	hsl	1	milliseconds once	<time>	60s
sendfile	hslj	1	flag once	on | off	off
sendfile_max_chunk	hsl	1	size once	<size>	2m
server	h	0	{
server_name	s	1+		<name> ...	""
server_name_in_redirect	hsl	1	flag once	on | off	off
server_names_hash_bucket_size	h	1	number once	<size>	32|64|128
server_names_hash_max_size	h	1	number once	<size>	512
server_tokens	hsl	1	once	on | off | build | <string>	on
subrequest_output_buffer_size	hsl	1	size once	<size>	4k|8k
tcp_nodelay	hsl	1	flag once	on | off	on
tcp_nopush	hsl	1	flag once	on | off	off
try_files	sl	2+	once	<file> ... <uri> ;; <file> ... =<code>
types	hsl	0	{		text/html html; image/gif gif; image/jpeg jpg;
types_hash_bucket_size	hsl	1	number once	<size>	64
types_hash_max_size	hsl	1	number once	<size>	1024
underscores_in_headers	hs	1	flag once	on | off	off
variables_hash_bucket_size	h	1	number once	<size>	64
variables_hash_max_size	h	1	number once	<size>	1024
post_action	hslj	1	once	<uri>
open_file_cache_events	hsl	1	flag once	on | off
# ngx_http_dav_module
create_full_put_path	hsl	1	flag once	on | off	off
dav_access	hsl	1-3	once	<users>:<permissions> [<users>:<permissions> [<users>:<permissions>]]	user:rw
dav_methods	hsl	1+	bitmask	off | put | delete | mkcol | copy | move ...	off
min_delete_depth	hsl	1	number once	<number>	0
# ngx_http_empty_gif_module
empty_gif	l	0
# ngx_http_f4f_module
f4f	l	0
f4f_buffer_size	hsl	1	size once	<size>	512k
# ngx_http_fastcgi_module
fastcgi_allow_upstream	hsl	1+		<string> ...
fastcgi_bind	hsl	1-2	once	<address> [transparent] | off
fastcgi_bind_dynamic	hsl	1	flag once	on | off	off
fastcgi_buffer_size	hsl	1	size once	<size>	4k|8k
fastcgi_buffering	hsl	1	flag once	on | off	on
fastcgi_buffers	hsl	2	buffers once	<number> <size>	8 4k|8k
fastcgi_busy_buffers_size	hsl	1	size once	<size>	8k|16k
fastcgi_cache	hsl	1	once	<zone> | off	off
fastcgi_cache_background_update	hsl	1	flag once	on | off	off
fastcgi_cache_bypass	hsl	1+		<string> ...
fastcgi_cache_key	hsl	1	once	<string>
fastcgi_cache_lock	hsl	1	flag once	on | off	off
fastcgi_cache_lock_age	hsl	1	milliseconds once	<time>	5s
fastcgi_cache_lock_timeout	hsl	1	milliseconds once	<time>	5s
fastcgi_cache_max_range_offset	hsl	1	offset once	<number>
fastcgi_cache_methods	hsl	1+	bitmask also=PUT,DELETE	GET | HEAD | POST ...	GET HEAD
fastcgi_cache_min_uses	hsl	1	number once	<number>	1
fastcgi_cache_path	h	2+		<path> [levels=<levels>] [use_temp_path=on|off] keys_zone=<name>:<size> [inactive=<time>] [max_size=<size>] [min_free=<size>] [manager_files=<number>] [manager_sleep=<time>] [manager_threshold=<time>] [loader_files=<number>] [loader_sleep=<time>] [loader_threshold=<time>] [purger=on|off] [purger_files=<number>] [purger_sleep=<time>] [purger_threshold=<time>]
fastcgi_cache_purge	hsl	1+		<string> ...
fastcgi_cache_revalidate	hsl	1	flag once	on | off	off
fastcgi_cache_use_stale	hsl	1+	bitmask also=non_idempotent	error | timeout | invalid_header | updating | http_500 | http_503 | http_403 | http_404 | http_429 | off ...	off
fastcgi_cache_valid	hsl	1+		[<code> ...] <time>
fastcgi_catch_stderr	hsl	1		<string>
fastcgi_connect_timeout	hsl	1	milliseconds once	<time>	60s
fastcgi_force_ranges	hsl	1	flag once	on | off	off
fastcgi_hide_header	hsl	1		<field>
fastcgi_ignore_client_abort	hsl	1	flag once	on | off	off
fastcgi_ignore_headers	hsl	1+	bitmask	X-Accel-Redirect | X-Accel-Expires | X-Accel-Limit-Rate | X-Accel-Buffering | X-Accel-Charset | Expires | Cache-Control | Set-Cookie | Vary ...
fastcgi_index	hsl	1	once	<name>
fastcgi_intercept_errors	hsl	1	flag once	on | off	off
fastcgi_keep_conn	hsl	1	flag once	on | off	off
fastcgi_limit_rate	hsl	1	once	<rate>	0
fastcgi_max_temp_file_size	hsl	1	size once	<size>	1024m
fastcgi_next_upstream	hsl	1+	bitmask also=updating	error | timeout | denied | invalid_header | http_500 | http_503 | http_403 | http_404 | http_429 | non_idempotent | off ...	error timeout
fastcgi_next_upstream_timeout	hsl	1	milliseconds once	<time>	0
fastcgi_next_upstream_tries	hsl	1	number once	<number>	0
fastcgi_no_cache	hsl	1+		<string> ...
fastcgi_param	hsl	2-3		<parameter> <value> [if_not_empty]	HTTP_HOST $host$is_request_port$request_port
fastcgi_pass	lj	1	once	<address>
fastcgi_pass_header	hsl	1		<field>
fastcgi_pass_request_body	hsl	1	flag once	on | off	on
fastcgi_pass_request_headers	hsl	1	flag once	on | off	on
fastcgi_read_timeout	hsl	1	milliseconds once	<time>	60s
fastcgi_request_buffering	hsl	1	flag once	on | off	on
fastcgi_request_dynamic	hsl	1	flag once	on | off	off
fastcgi_send_lowat	hsl	1	size once	<size>	0
fastcgi_send_timeout	hsl	1	milliseconds once	<time>	60s
fastcgi_socket_keepalive	hsl	1	flag once	on | off	off
fastcgi_socket_rcvbuf	hsl	1	size once	<size>
fastcgi_socket_sndbuf	hsl	1	size once	<size>
fastcgi_split_path_info	hsl	1		<regex>
fastcgi_store	hsl	1	once	on | off | <string>	off
fastcgi_store_access	hsl	1-3	once	<users>:<permissions> [<users>:<permissions> [<users>:<permissions>]]	user:rw
fastcgi_temp_file_write_size	hsl	1	size once	<size>	8k|16k
fastcgi_temp_path	hsl	1-4	once	<path> [<level1> [<level2> [<level3>]]]	fastcgi_temp
# ngx_http_flv_module
flv	l	0
# ngx_http_geo_module
geo	h	1-2	{	[<$address>] <$variable>
# ngx_http_geoip_module
geoip_country	h	1-2	once	<file> [utf8]
geoip_city	h	1-2	once	<file> [utf8]
geoip_org	h	1-2	once	<file> [utf8]
geoip_proxy	h	1		<address> | <CIDR>
geoip_proxy_recursive	h	1	flag once	on | off	off
# ngx_http_grpc_module
grpc_allow_upstream	hsl	1		<address>
grpc_bind	hsl	1-2	once	<address> [transparent ] | off
grpc_bind_dynamic	hsl	1	flag once	on | off	off
grpc_buffer_size	hsl	1	size once	<size>	4k|8k
grpc_connect_timeout	hsl	1	milliseconds once	<time>	60s
grpc_hide_header	hsl	1		<field>
grpc_ignore_headers	hsl	1+	bitmask	X-Accel-Redirect | X-Accel-Expires | X-Accel-Limit-Rate | X-Accel-Buffering | X-Accel-Charset | Expires | Cache-Control | Set-Cookie | Vary ...
grpc_intercept_errors	hsl	1	flag once	on | off	off
grpc_next_upstream	hsl	1+	bitmask	error | timeout | denied | invalid_header | http_500 | http_502 | http_503 | http_504 | http_403 | http_404 | http_429 | non_idempotent | off ...	error timeout
grpc_next_upstream_timeout	hsl	1	milliseconds once	<time>	0
grpc_next_upstream_tries	hsl	1	number once	<number>	0
grpc_pass	lj	1	once	<address>
grpc_pass_header	hsl	1		<field>
grpc_read_timeout	hsl	1	milliseconds once	<time>	60s
grpc_request_dynamic	hsl	1	flag once	on | off	off
grpc_send_timeout	hsl	1	milliseconds once	<time>	60s
grpc_set_header	hsl	2		<field> <value>	Content-Length $content_length
grpc_socket_keepalive	hsl	1	flag once	on | off	off
grpc_socket_rcvbuf	hsl	1	size once	<size>
grpc_socket_sndbuf	hsl	1	size once	<size>
grpc_ssl_certificate	hsl	1	once	<file>
grpc_ssl_certificate_cache	hsl	1-3		off ;; max=<N> [inactive=<time>] [valid=<time>]	off
grpc_ssl_certificate_key	hsl	1	once	<file>
grpc_ssl_ciphers	hsl	1	once	<ciphers>	DEFAULT
grpc_ssl_conf_command	hsl	2		<name> <value>
grpc_ssl_crl	hsl	1	once	<file>
grpc_ssl_key_log	hsl	1		<path>
grpc_ssl_name	hsl	1	once	<name>	host from grpc_pass
grpc_ssl_password_file	hsl	1	once	<file>
grpc_ssl_protocols	hsl	1+	bitmask	SSLv2 | SSLv3 | TLSv1 | TLSv1.1 | TLSv1.2 | TLSv1.3 ...	TLSv1.2 TLSv1.3
grpc_ssl_server_name	hsl	1	flag once	on | off	off
grpc_ssl_session_reuse	hsl	1	flag once	on | off	on
grpc_ssl_trusted_certificate	hsl	1	once	<file>
grpc_ssl_verify	hsl	1	flag once	on | off	off
grpc_ssl_verify_depth	hsl	1	number once	<number>	1
# ngx_http_gunzip_module
gunzip	hsl	1	flag once	on | off	off
gunzip_buffers	hsl	2	buffers once	<number> <size>	32 4k|16 8k
# ngx_http_gzip_module
gzip	hslj	1	flag once	on | off	off
gzip_buffers	hsl	2	buffers once	<number> <size>	32 4k|16 8k
gzip_comp_level	hsl	1	number once 1..9	<level>	1
gzip_disable	hsl	1+		<regex> ...
gzip_http_version	hsl	1	enum once	1.0 | 1.1	1.1
gzip_min_length	hsl	1	size once	<length>	20
gzip_proxied	hsl	1+	bitmask	off | expired | no-cache | no-store | private | no_last_modified | no_etag | auth | any ...	off
gzip_types	hsl	1+		<mime-type> ...	text/html
gzip_vary	hsl	1	flag once	on | off	off
# ngx_http_gzip_static_module
gzip_static	hsl	1	enum once	on | off | always	off
# ngx_http_headers_module
add_header	hslj	2-3		<name> <value> [always]
add_header_inherit	hslj	1	enum once	on | off | merge	on
add_trailer	hslj	2-3		<name> <value> [always]
add_trailer_inherit	hslj	1	enum once	on | off | merge	on
expires	hslj	1-2	once	[modified] <time> ;; epoch | max | off	off
# ngx_http_hls_module
hls	l	0
hls_buffers	hsl	2	buffers once	<number> <size>	8 2m
hls_forward_args	hsl	1	flag once	on | off	off
hls_fragment	hsl	1	milliseconds once	<time>	5s
hls_mp4_buffer_size	hsl	1	size once	<size>	512k
hls_mp4_max_buffer_size	hsl	1	size once	<size>	10m
# ngx_http_image_filter_module
image_filter	l	1-3		off ;; test ;; size ;; rotate 90 | 180 | 270 ;; resize <width> <height> ;; crop <width> <height>	off
image_filter_buffer	hsl	1	size once	<size>	1M
image_filter_interlace	hsl	1	flag once	on | off	off
image_filter_jpeg_quality	hsl	1		<quality>	75
image_filter_sharpen	hsl	1		<percent>	0
image_filter_transparency	hsl	1	flag once	on | off	on
image_filter_webp_quality	hsl	1		<quality>	80
# ngx_http_index_module
index	hsl	1+		<file> ...	index.html
# ngx_http_internal_redirect_module
internal_redirect	sl	1		<uri>
# ngx_http_js_module
js_body_filter	ljx	1-2		<module.function> [<buffer_type>=<string> | <buffer>]
js_access	ljx	1		<module.function>
js_content	ljx	1		<module.function>
js_context_reuse	hsl	1	number once	<number>	128
js_engine	hsl	1	enum once	njs | qjs	njs
js_fetch_buffer_size	hsl	1	size once	<size>	16k
js_fetch_ciphers	hsl	1		<ciphers>	HIGH:!aNULL:!MD5
js_fetch_max_response_buffer_size	hsl	1	size once	<size>	1m
js_fetch_protocols	hsl	0-4		[TLSv1] [TLSv1.1] [TLSv1.2] [TLSv1.3]	TLSv1 TLSv1.1 TLSv1.2
js_fetch_timeout	hsl	1	milliseconds once	<time>	60s
js_fetch_trusted_certificate	hsl	1		<file>
js_fetch_verify	hsl	1	flag once	on | off	on
js_fetch_verify_depth	hsl	1	number once	<number>	100
js_fetch_proxy	hsl	1		<url>
js_fetch_keepalive	hsl	1		<connections>	0
js_fetch_keepalive_requests	hsl	1	number once	<number>	1000
js_fetch_keepalive_time	hsl	1	milliseconds once	<time>	1h
js_fetch_keepalive_timeout	hsl	1	milliseconds once	<time>	60s
js_header_filter	ljx	1		<module.function>
js_import	hsl	1-3		<module.js> | <export_name from module.js>
js_include	h	1		<file>
js_load_http_native_module	m	1-3		<path> [as <name>]
js_path	hsl	1		<path>
js_periodic	l	1-4		<module.function> [interval=<time>] [jitter=<number>] [worker_affinity=<mask>]
js_preload_object	hsl	1-3		<name.json> | <name> from <file.json>
js_set	hsl	2-3		<$variable> <module.function> [nocache]
js_shared_dict_zone	h	1-5		zone=<name>:<size> [timeout=<time>] [type=string|number] [evict] [state=<file>]
js_var	hsl	1-2		<$variable> [<value>]
# ngx_http_keyval_module
keyval	h	3		<key> <$variable> zone=<name>
keyval_zone	h	1-5		zone=<name>:<size> [state=<file>] [timeout=<time>] [type=string|ip|prefix] [sync]
# ngx_http_limit_conn_module
limit_conn	hsl	2		<zone> <number>
limit_conn_dry_run	hsl	1	flag once	on | off	off
limit_conn_log_level	hsl	1	enum once	info | notice | warn | error	error
limit_conn_status	hsl	1	number once 400..599	<code>	503
limit_conn_zone	h	2		<key> zone=<name>:<size>
limit_zone	h	3		<name> <$variable> <size>
# ngx_http_limit_req_module
limit_req	hsl	1-3		zone=<name> [burst=<number>] [nodelay | delay=<number>]
limit_req_dry_run	hsl	1	flag once	on | off	off
limit_req_log_level	hsl	1	enum once	info | notice | warn | error	error
limit_req_status	hsl	1	number once 400..599	<code>	503
limit_req_zone	h	3-4		<key> zone=<name>:<size> rate=<rate> [sync]
# ngx_http_log_module
access_log	hsljx	1+		<path> [<format> [buffer=<size>] [gzip[=]] [flush=<time>] [if=<condition>]] ;; off	logs/access.log combined
log_format	h	2+		<name> [escape=default|json|none] <string> ...	combined "..."
open_log_file_cache	hsl	1-4	once	max=<N> [inactive=<time>] [min_uses=<N>] [valid=<time>] ;; off	off
# ngx_http_map_module
map	h	2	{	<string> <$variable>
map_hash_bucket_size	h	1	number once	<size>	32|64|128
map_hash_max_size	h	1	number once	<size>	2048
# ngx_http_memcached_module
memcached_allow_upstream	hsl	1+		<string> ...
memcached_bind	hsl	1-2	once	<address> [transparent ] | off
memcached_bind_dynamic	hsl	1	flag once	on | off	off
memcached_buffer_size	hsl	1	size once	<size>	4k|8k
memcached_connect_timeout	hsl	1	milliseconds once	<time>	60s
memcached_gzip_flag	hsl	1	number once	<flag>
memcached_next_upstream	hsl	1+	bitmask	error | timeout | denied | invalid_response | not_found | off ...	error timeout
memcached_next_upstream_timeout	hsl	1	milliseconds once	<time>	0
memcached_next_upstream_tries	hsl	1	number once	<number>	0
memcached_pass	lj	1	once	<address>
memcached_read_timeout	hsl	1	milliseconds once	<time>	60s
memcached_send_timeout	hsl	1	milliseconds once	<time>	60s
memcached_socket_keepalive	hsl	1	flag once	on | off	off
# ngx_http_mirror_module
mirror	hsl	1		<uri> | off	off
mirror_request_body	hsl	1	flag once	on | off	on
# ngx_http_mp4_module
mp4	l	0
mp4_buffer_size	hsl	1	size once	<size>	512K
mp4_max_buffer_size	hsl	1	size once	<size>	10M
mp4_limit_rate	hsl	1		on | off | <factor>	off
mp4_limit_rate_after	hsl	1	milliseconds once	<time>	60s
mp4_start_key_frame	hsl	1	flag once	on | off	off
# ngx_http_num_map_module
num_map	h	1-2	{	[<$number>] <$variable>
# ngx_http_oidc_module
oidc_provider	h	1	{	<name>
auth_oidc	hsl	1		<name> | off	off
issuer	O	1		<URL>
client_id	O	1		<string>
client_secret	O	1		<string>
config_url	O	1		<URL>	<issuer>/.well-known/openid-configuration
cookie_name	O	1		<name>	NGX_OIDC_SESSION
extra_auth_args	O	1		<string>
frontchannel_logout_uri	O	1		<uri>
pkce	O	1	flag once	on | off
redirect_uri	O	1		<uri>	/oidc_callback
logout_uri	O	1		<uri>
post_logout_uri	O	1		<uri>
logout_token_hint	O	1	flag once	on | off	off
scope	O	1+		<scope> ...	openid
session_store	O	1		<name>
session_timeout	O	1	milliseconds once	<time>	8h
ssl_crl	O	1	once	<file>
ssl_trusted_certificate	O	1	once	<file>	system CA bundle
userinfo	O	1	flag once	on | off	off
# ngx_http_perl_module
perl	lx	1		<module>::<function>|<code>
perl_modules	h	1		<path>
perl_require	h	1		<module>
perl_set	h	2		<$variable> <module>::<function>|<code>
# ngx_http_proxy_module
proxy_allow_upstream	hsl	1+		<string> ...
proxy_bind	hsl	1-2	once	<address> [transparent] | off
proxy_bind_dynamic	hsl	1	flag once	on | off	off
proxy_buffer_size	hsl	1	size once	<size>	4k|8k
proxy_buffering	hsl	1	flag once	on | off	on
proxy_buffers	hsl	2	buffers once	<number> <size>	8 4k|8k
proxy_busy_buffers_size	hsl	1	size once	<size>	8k|16k
proxy_cache	hsl	1	once	<zone> | off	off
proxy_cache_background_update	hsl	1	flag once	on | off	off
proxy_cache_bypass	hsl	1+		<string> ...
proxy_cache_convert_head	hsl	1	flag once	on | off	on
proxy_cache_key	hsl	1	once	<string>	$scheme$proxy_host$request_uri
proxy_cache_lock	hsl	1	flag once	on | off	off
proxy_cache_lock_age	hsl	1	milliseconds once	<time>	5s
proxy_cache_lock_timeout	hsl	1	milliseconds once	<time>	5s
proxy_cache_max_range_offset	hsl	1	offset once	<number>
proxy_cache_methods	hsl	1+	bitmask also=PUT,DELETE	GET | HEAD | POST ...	GET HEAD
proxy_cache_min_uses	hsl	1	number once	<number>	1
proxy_cache_path	h	2+		<path> [levels=<levels>] [use_temp_path=on|off] keys_zone=<name>:<size> [inactive=<time>] [max_size=<size>] [min_free=<size>] [manager_files=<number>] [manager_sleep=<time>] [manager_threshold=<time>] [loader_files=<number>] [loader_sleep=<time>] [loader_threshold=<time>] [purger=on|off] [purger_files=<number>] [purger_sleep=<time>] [purger_threshold=<time>]
proxy_cache_purge	hsl	1+		<string> ...
proxy_cache_revalidate	hsl	1	flag once	on | off	off
proxy_cache_use_stale	hsl	1+	bitmask also=non_idempotent	error | timeout | invalid_header | updating | http_500 | http_502 | http_503 | http_504 | http_403 | http_404 | http_429 | off ...	off
proxy_cache_valid	hsl	1+		[<code> ...] <time>
proxy_connect_timeout	hsl	1	milliseconds once	<time>	60s
proxy_cookie_domain	hsl	1-2		off ;; <domain> <replacement>	off
proxy_cookie_flags	hsl	1-4		off | <cookie> [<flag> ...]	off
proxy_cookie_path	hsl	1-2		off ;; <path> <replacement>	off
proxy_force_ranges	hsl	1	flag once	on | off	off
proxy_headers_hash_bucket_size	hsl	1	number once	<size>	64
proxy_headers_hash_max_size	hsl	1	number once	<size>	512
proxy_hide_header	hsl	1		<field>
proxy_http_version	hsl	1	enum once	1.0 | 1.1 | 2	1.1
proxy_ignore_client_abort	hsl	1	flag once	on | off	off
proxy_ignore_headers	hsl	1+	bitmask	X-Accel-Redirect | X-Accel-Expires | X-Accel-Limit-Rate | X-Accel-Buffering | X-Accel-Charset | Expires | Cache-Control | Set-Cookie | Vary ...
proxy_intercept_errors	hsl	1	flag once	on | off	off
proxy_limit_rate	hsl	1	once	<rate>	0
proxy_max_temp_file_size	hsl	1	size once	<size>	1024m
proxy_method	hsl	1	once	<method>
proxy_next_upstream	hsl	1+	bitmask also=updating	error | timeout | denied | invalid_header | http_500 | http_502 | http_503 | http_504 | http_403 | http_404 | http_429 | non_idempotent | off ...	error timeout
proxy_next_upstream_timeout	hsl	1	milliseconds once	<time>	0
proxy_next_upstream_tries	hsl	1	number once	<number>	0
proxy_no_cache	hsl	1+		<string> ...
proxy_pass	ljx	1	once	<URL>
proxy_pass_header	hsl	1		<field>
proxy_pass_request_body	hsl	1	flag once	on | off	on
proxy_pass_request_headers	hsl	1	flag once	on | off	on
proxy_pass_trailers	hsl	1	flag once	on | off	off
proxy_read_timeout	hsl	1	milliseconds once	<time>	60s
proxy_redirect	hsl	1-2		default ;; off ;; <redirect> <replacement>	default
proxy_request_buffering	hsl	1	flag once	on | off	on
proxy_request_dynamic	hsl	1	flag once	on | off	off
proxy_send_lowat	hsl	1	size once	<size>	0
proxy_send_timeout	hsl	1	milliseconds once	<time>	60s
proxy_set_body	hsl	1	once	<value>
proxy_set_header	hsl	2		<field> <value>	Connection close
proxy_socket_keepalive	hsl	1	flag once	on | off	off
proxy_socket_rcvbuf	hsl	1	size once	<size>
proxy_socket_sndbuf	hsl	1	size once	<size>
proxy_ssl_certificate	hsl	1	once	<file>
proxy_ssl_certificate_cache	hsl	1-3		off ;; max=<N> [inactive=<time>] [valid=<time>]	off
proxy_ssl_certificate_key	hsl	1	once	<file>
proxy_ssl_ciphers	hsl	1	once	<ciphers>	DEFAULT
proxy_ssl_conf_command	hsl	2		<name> <value>
proxy_ssl_crl	hsl	1	once	<file>
proxy_ssl_key_log	hsl	1		<path>
proxy_ssl_name	hsl	1	once	<name>	$proxy_host
proxy_ssl_password_file	hsl	1	once	<file>
proxy_ssl_protocols	hsl	1+	bitmask	SSLv2 | SSLv3 | TLSv1 | TLSv1.1 | TLSv1.2 | TLSv1.3 ...	TLSv1.2 TLSv1.3
proxy_ssl_server_name	hsl	1	flag once	on | off	off
proxy_ssl_session_reuse	hsl	1	flag once	on | off	on
proxy_ssl_trusted_certificate	hsl	1	once	<file>
proxy_ssl_verify	hsl	1	flag once	on | off	off
proxy_ssl_verify_depth	hsl	1	number once	<number>	1
proxy_store	hsl	1	once	on | off | <string>	off
proxy_store_access	hsl	1-3	once	<users>:<permissions> [<users>:<permissions> [<users>:<permissions>]]	user:rw
proxy_temp_file_write_size	hsl	1	size once	<size>	8k|16k
proxy_temp_path	hsl	1-4	once	<path> [<level1> [<level2> [<level3>]]]	proxy_temp
# ngx_http_random_index_module
random_index	l	1	flag once	on | off	off
# ngx_http_realip_module
set_real_ip_from	hsl	1		<address> | <CIDR> | unix:
real_ip_header	hsl	1	once	<field> | X-Real-IP | X-Forwarded-For | proxy_protocol	X-Real-IP
real_ip_recursive	hsl	1	flag once	on | off	off
# ngx_http_referer_module
referer_hash_bucket_size	sl	1	number once	<size>	64
referer_hash_max_size	sl	1	number once	<size>	2048
valid_referers	sl	1+		none | blocked | server_names | <string> ...
# ngx_http_rewrite_module
break	slij	0
if	sl	1+	{	(<condition>) ...
return	slij	1-2		<code> [<text>] ;; <code> <URL> ;; <URL>
rewrite	slij	2-3		<regex> <replacement> [<flag>]
rewrite_log	hslij	1	flag once	on | off	off
set	slij	2		<$variable> <value>
uninitialized_variable_warn	hslij	1	flag once	on | off	on
# ngx_http_scgi_module
scgi_allow_upstream	hsl	1+		<string> ...
scgi_bind	hsl	1-2	once	<address> [transparent] | off
scgi_bind_dynamic	hsl	1	flag once	on | off	off
scgi_buffer_size	hsl	1	size once	<size>	4k|8k
scgi_buffering	hsl	1	flag once	on | off	on
scgi_buffers	hsl	2	buffers once	<number> <size>	8 4k|8k
scgi_busy_buffers_size	hsl	1	size once	<size>	8k|16k
scgi_cache	hsl	1	once	<zone> | off	off
scgi_cache_background_update	hsl	1	flag once	on | off	off
scgi_cache_bypass	hsl	1+		<string> ...
scgi_cache_key	hsl	1	once	<string>
scgi_cache_lock	hsl	1	flag once	on | off	off
scgi_cache_lock_age	hsl	1	milliseconds once	<time>	5s
scgi_cache_lock_timeout	hsl	1	milliseconds once	<time>	5s
scgi_cache_max_range_offset	hsl	1	offset once	<number>
scgi_cache_methods	hsl	1+	bitmask also=PUT,DELETE	GET | HEAD | POST ...	GET HEAD
scgi_cache_min_uses	hsl	1	number once	<number>	1
scgi_cache_path	h	2+		<path> [levels=<levels>] [use_temp_path=on|off] keys_zone=<name>:<size> [inactive=<time>] [max_size=<size>] [min_free=<size>] [manager_files=<number>] [manager_sleep=<time>] [manager_threshold=<time>] [loader_files=<number>] [loader_sleep=<time>] [loader_threshold=<time>] [purger=on|off] [purger_files=<number>] [purger_sleep=<time>] [purger_threshold=<time>]
scgi_cache_purge	hsl	1+		<string> ...
scgi_cache_revalidate	hsl	1	flag once	on | off	off
scgi_cache_use_stale	hsl	1+	bitmask also=non_idempotent	error | timeout | invalid_header | updating | http_500 | http_503 | http_403 | http_404 | http_429 | off ...	off
scgi_cache_valid	hsl	1+		[<code> ...] <time>
scgi_connect_timeout	hsl	1	milliseconds once	<time>	60s
scgi_force_ranges	hsl	1	flag once	on | off	off
scgi_hide_header	hsl	1		<field>
scgi_ignore_client_abort	hsl	1	flag once	on | off	off
scgi_ignore_headers	hsl	1+	bitmask	X-Accel-Redirect | X-Accel-Expires | X-Accel-Limit-Rate | X-Accel-Buffering | X-Accel-Charset | Expires | Cache-Control | Set-Cookie | Vary ...
scgi_intercept_errors	hsl	1	flag once	on | off	off
scgi_limit_rate	hsl	1	once	<rate>	0
scgi_max_temp_file_size	hsl	1	size once	<size>	1024m
scgi_next_upstream	hsl	1+	bitmask also=updating	error | timeout | denied | invalid_header | http_500 | http_503 | http_403 | http_404 | http_429 | non_idempotent | off ...	error timeout
scgi_next_upstream_timeout	hsl	1	milliseconds once	<time>	0
scgi_next_upstream_tries	hsl	1	number once	<number>	0
scgi_no_cache	hsl	1+		<string> ...
scgi_param	hsl	2-3		<parameter> <value> [if_not_empty]	HTTP_HOST $host$is_request_port$request_port
scgi_pass	lj	1	once	<address>
scgi_pass_header	hsl	1		<field>
scgi_pass_request_body	hsl	1	flag once	on | off	on
scgi_pass_request_headers	hsl	1	flag once	on | off	on
scgi_read_timeout	hsl	1	milliseconds once	<time>	60s
scgi_request_buffering	hsl	1	flag once	on | off	on
scgi_request_dynamic	hsl	1	flag once	on | off	off
scgi_send_timeout	hsl	1	milliseconds once	<time>	60s
scgi_socket_keepalive	hsl	1	flag once	on | off	off
scgi_socket_rcvbuf	hsl	1	size once	<size>
scgi_socket_sndbuf	hsl	1	size once	<size>
scgi_store	hsl	1	once	on | off | <string>	off
scgi_store_access	hsl	1-3	once	<users>:<permissions> [<users>:<permissions> [<users>:<permissions>]]	user:rw
scgi_temp_file_write_size	hsl	1	size once	<size>	8k|16k
scgi_temp_path	hsl	1-4	once	<path> [<level1> [<level2> [<level3>]]]	scgi_temp
# ngx_http_secure_link_module
secure_link	hsl	1	once	<expression>
secure_link_md5	hsl	1	once	<expression>
secure_link_secret	hsl	1	once	<word>
# ngx_http_session_log_module
session_log	hsl	1		<name> | off	off
session_log_format	h	2+		<name> <string> ...	combined "..."
session_log_zone	h	2-6		<path> zone=<name>:<size> [format=<format>] [timeout=<time>] [id=<id>] [md5=<md5>]
# ngx_http_slice_module
slice	hsl	1	size once	<size>	0
# ngx_http_split_clients_module
split_clients	h	2	{	<string> <$variable>
# ngx_http_ssi_module
ssi	hslj	1	flag once	on | off	off
ssi_last_modified	hsl	1	flag once	on | off	off
ssi_min_file_chunk	hsl	1	size once	<size>	1k
ssi_silent_errors	hsl	1	flag once	on | off	off
ssi_types	hsl	1+		<mime-type> ...	text/html
ssi_value_length	hsl	1	size once	<length>	256
# ngx_http_ssl_module
ssl	hs	1	flag once	on | off	off
ssl_buffer_size	hs	1	size once	<size>	16k
ssl_certificate	hs	1		<file>
ssl_certificate_cache	hs	1-3		off ;; max=<N> [inactive=<time>] [valid=<time>]	off
ssl_certificate_compression	hs	1	flag once	on | off	off
ssl_certificate_key	hs	1		<file>
ssl_ciphers	hs	1	once	<ciphers>	HIGH:!aNULL:!MD5
ssl_client_certificate	hs	1	once	<file>
ssl_conf_command	hs	2		<name> <value>
ssl_crl	hs	1	once	<file>
ssl_dhparam	hs	1	once	<file>
ssl_early_data	hs	1	flag once	on | off	off
ssl_ecdh_curve	hs	1	once	<curve>	auto
ssl_ech_file	hs	1		<file>
ssl_key_log	hs	1		<path>
ssl_ocsp	hs	1	enum once	on | off | leaf	off
ssl_ocsp_cache	hs	1	once	off | [shared:<name>:<size>]	off
ssl_ocsp_responder	hs	1	once	<url>
ssl_password_file	hs	1	once	<file>
ssl_prefer_server_ciphers	hs	1	flag once	on | off	off
ssl_protocols	hs	1+	bitmask	SSLv2 | SSLv3 | TLSv1 | TLSv1.1 | TLSv1.2 | TLSv1.3 ...	TLSv1.2 TLSv1.3
ssl_reject_handshake	hs	1	flag once	on | off	off
ssl_session_cache	hs	1-2		off | none | [builtin[:<size>]] [shared:<name>:<size>]	none
ssl_session_ticket_key	hs	1		<file>
ssl_session_tickets	hs	1	flag once	on | off	on
ssl_session_timeout	hs	1	seconds once	<time>	5m
ssl_stapling	hs	1	flag once	on | off	off
ssl_stapling_file	hs	1	once	<file>
ssl_stapling_responder	hs	1	once	<url>
ssl_stapling_verify	hs	1	flag once	on | off	off
ssl_trusted_certificate	hs	1	once	<file>
ssl_verify_client	hs	1	enum once	on | off | optional | optional_no_ca	off
ssl_verify_depth	hs	1	number once	<number>	1
# ngx_http_status_module
status	l	0
status_format	hsl	1-2		json ;; jsonp [<callback>]	json
status_zone	s	1		<zone>
# ngx_http_stub_status_module
stub_status	sl	0-1		[<ignored>]
# ngx_http_sub_module
sub_filter	hsl	2		<string> <replacement>
sub_filter_last_modified	hsl	1	flag once	on | off	off
sub_filter_once	hsl	1	flag once	on | off	on
sub_filter_types	hsl	1+		<mime-type> ...	text/html
# ngx_http_tunnel_module
tunnel_allow_upstream	hsl	1+		<string> ...
tunnel_bind	hsl	1-2		<address> [transparent] | off
tunnel_bind_dynamic	hsl	1	flag once	on | off	off
tunnel_buffer_size	hsl	1	size once	<size>	16k
tunnel_connect_timeout	hsl	1	milliseconds once	<time>	60s
tunnel_next_upstream	hsl	1+	bitmask	error | timeout | denied | off ...	error timeout
tunnel_next_upstream_timeout	hsl	1	milliseconds once	<time>	0
tunnel_next_upstream_tries	hsl	1	number once	<number>	0
tunnel_pass	slj	0-1		[<address>]
tunnel_read_timeout	hsl	1	milliseconds once	<time>	60s
tunnel_send_lowat	hsl	1	size once	<size>	0
tunnel_send_timeout	hsl	1	milliseconds once	<time>	60s
tunnel_socket_keepalive	hsl	1	flag once	on | off	off
tunnel_socket_rcvbuf	hsl	1	size once	<size>
tunnel_socket_sndbuf	hsl	1	size once	<size>
# ngx_http_upstream_conf_module
upstream_conf	l	0
# ngx_http_upstream_hc_module
health_check	l	0-1		[<parameters>]
match	h	1	{	<name>
# ngx_http_upstream_module
upstream	h	1	{	<name>
server	u	1+		<address> [<parameter> ...]
zone	u	1-2		<name> [<size>]
state	u	1		<file>
hash	u	1-2		<key> [consistent]
ip_hash	u	0
keepalive	u	1-2	once	<connections> [local]	32 local
keepalive_requests	u	1	number once	<number>	1000
keepalive_time	u	1	milliseconds once	<time>	1h
keepalive_timeout	u	1	milliseconds once	<timeout>	60s
ntlm	u	0
least_conn	u	0
least_time	u	1-2		header | last_byte [inflight]
queue	u	1-2		<number> [timeout=<time>]
random	u	0-2		[two [<method>]]
resolver	u	1+	once	<address> ... [valid=<time>] [ipv4=on|off] [ipv6=on|off] [status_zone=<zone>]
resolver_timeout	u	1	milliseconds once	<time>	30s
sticky	u	2+		cookie <name> [expires=<time>] [domain=<domain>] [httponly] [samesite=strict|lax|none|<$variable>] [secure] [path=<path>] ;; route <$variable> ... ;; learn create=<$variable> lookup=<$variable> zone=<name>:<size> [timeout=<time>] [header] [sync]
# ngx_http_userid_module
userid	hsl	1	enum once	on | v1 | log | off	off
userid_domain	hsl	1	once	<name> | none	none
userid_expires	hsl	1	once	<time> | max | off	off
userid_flags	hsl	1-3	bitmask	off | secure | httponly | samesite=strict | samesite=lax | samesite=none ...	off
userid_mark	hsl	1	once	<letter> | <digit> | = | off	off
userid_name	hsl	1	once	<name>	uid
userid_p3p	hsl	1	once	<string> | none	none
userid_path	hsl	1	once	<path>	/
userid_service	hsl	1	number once	<number>	IP address of the server
# ngx_http_uwsgi_module
uwsgi_allow_upstream	hsl	1+		<string> ...
uwsgi_bind	hsl	1-2	once	<address> [transparent] | off
uwsgi_bind_dynamic	hsl	1	flag once	on | off	off
uwsgi_buffer_size	hsl	1	size once	<size>	4k|8k
uwsgi_buffering	hsl	1	flag once	on | off	on
uwsgi_buffers	hsl	2	buffers once	<number> <size>	8 4k|8k
uwsgi_busy_buffers_size	hsl	1	size once	<size>	8k|16k
uwsgi_cache	hsl	1	once	<zone> | off	off
uwsgi_cache_background_update	hsl	1	flag once	on | off	off
uwsgi_cache_bypass	hsl	1+		<string> ...
uwsgi_cache_key	hsl	1	once	<string>
uwsgi_cache_lock	hsl	1	flag once	on | off	off
uwsgi_cache_lock_age	hsl	1	milliseconds once	<time>	5s
uwsgi_cache_lock_timeout	hsl	1	milliseconds once	<time>	5s
uwsgi_cache_max_range_offset	hsl	1	offset once	<number>
uwsgi_cache_methods	hsl	1+	bitmask also=PUT,DELETE	GET | HEAD | POST ...	GET HEAD
uwsgi_cache_min_uses	hsl	1	number once	<number>	1
uwsgi_cache_path	h	2+		<path> [levels=<levels>] [use_temp_path=on|off] keys_zone=<name>:<size> [inactive=<time>] [max_size=<size>] [min_free=<size>] [manager_files=<number>] [manager_sleep=<time>] [manager_threshold=<time>] [loader_files=<number>] [loader_sleep=<time>] [loader_threshold=<time>] [purger=on|off] [purger_files=<number>] [purger_sleep=<time>] [purger_threshold=<time>]
uwsgi_cache_purge	hsl	1+		<string> ...
uwsgi_cache_revalidate	hsl	1	flag once	on | off	off
uwsgi_cache_use_stale	hsl	1+	bitmask also=non_idempotent	error | timeout | invalid_header | updating | http_500 | http_503 | http_403 | http_404 | http_429 | off ...	off
uwsgi_cache_valid	hsl	1+		[<code> ...] <time>
uwsgi_connect_timeout	hsl	1	milliseconds once	<time>	60s
uwsgi_force_ranges	hsl	1	flag once	on | off	off
uwsgi_hide_header	hsl	1		<field>
uwsgi_ignore_client_abort	hsl	1	flag once	on | off	off
uwsgi_ignore_headers	hsl	1+	bitmask	X-Accel-Redirect | X-Accel-Expires | X-Accel-Limit-Rate | X-Accel-Buffering | X-Accel-Charset | Expires | Cache-Control | Set-Cookie | Vary ...
uwsgi_intercept_errors	hsl	1	flag once	on | off	off
uwsgi_limit_rate	hsl	1	once	<rate>	0
uwsgi_max_temp_file_size	hsl	1	size once	<size>	1024m
uwsgi_modifier1	hsl	1	number once 0..255	<number>	0
uwsgi_modifier2	hsl	1	number once 0..255	<number>	0
uwsgi_next_upstream	hsl	1+	bitmask also=updating	error | timeout | denied | invalid_header | http_500 | http_503 | http_403 | http_404 | http_429 | non_idempotent | off ...	error timeout
uwsgi_next_upstream_timeout	hsl	1	milliseconds once	<time>	0
uwsgi_next_upstream_tries	hsl	1	number once	<number>	0
uwsgi_no_cache	hsl	1+		<string> ...
uwsgi_param	hsl	2-3		<parameter> <value> [if_not_empty]	HTTP_HOST $host$is_request_port$request_port
uwsgi_pass	lj	1	once	[<protocol>://]<address>
uwsgi_pass_header	hsl	1		<field>
uwsgi_pass_request_body	hsl	1	flag once	on | off	on
uwsgi_pass_request_headers	hsl	1	flag once	on | off	on
uwsgi_read_timeout	hsl	1	milliseconds once	<time>	60s
uwsgi_request_buffering	hsl	1	flag once	on | off	on
uwsgi_request_dynamic	hsl	1	flag once	on | off	off
uwsgi_send_timeout	hsl	1	milliseconds once	<time>	60s
uwsgi_socket_keepalive	hsl	1	flag once	on | off	off
uwsgi_socket_rcvbuf	hsl	1	size once	<size>
uwsgi_socket_sndbuf	hsl	1	size once	<size>
uwsgi_ssl_certificate	hsl	1	once	<file>
uwsgi_ssl_certificate_cache	hsl	1-3		off ;; max=<N> [inactive=<time>] [valid=<time>]	off
uwsgi_ssl_certificate_key	hsl	1	once	<file>
uwsgi_ssl_ciphers	hsl	1	once	<ciphers>	DEFAULT
uwsgi_ssl_conf_command	hsl	2		<name> <value>
uwsgi_ssl_crl	hsl	1	once	<file>
uwsgi_ssl_key_log	hsl	1		<path>
uwsgi_ssl_name	hsl	1	once	<name>	host from uwsgi_pass
uwsgi_ssl_password_file	hsl	1	once	<file>
uwsgi_ssl_protocols	hsl	1+	bitmask	SSLv2 | SSLv3 | TLSv1 | TLSv1.1 | TLSv1.2 | TLSv1.3 ...	TLSv1.2 TLSv1.3
uwsgi_ssl_server_name	hsl	1	flag once	on | off	off
uwsgi_ssl_session_reuse	hsl	1	flag once	on | off	on
uwsgi_ssl_trusted_certificate	hsl	1	once	<file>
uwsgi_ssl_verify	hsl	1	flag once	on | off	off
uwsgi_ssl_verify_depth	hsl	1	number once	<number>	1
uwsgi_store	hsl	1	once	on | off | <string>	off
uwsgi_store_access	hsl	1-3	once	<users>:<permissions> [<users>:<permissions> [<users>:<permissions>]]	user:rw
uwsgi_temp_file_write_size	hsl	1	size once	<size>	8k|16k
uwsgi_temp_path	hsl	1-4	once	<path> [<level1> [<level2> [<level3>]]]	uwsgi_temp
uwsgi_string	hsl	1	once	<string>
# ngx_http_v2_module
http2	hs	1	flag once	on | off	off
http2_body_preread_size	hs	1	size once	<size>	64k
http2_chunk_size	hsl	1	size once	<size>	8k
http2_idle_timeout	hs	1		<time>	3m
http2_max_concurrent_pushes	hs	1		<number>	10
http2_max_concurrent_streams	hs	1	number once	<number>	128
http2_max_field_size	hs	1		<size>	4k
http2_max_header_size	hs	1		<size>	16k
http2_max_requests	hs	1		<number>	1000
http2_push	hsl	1		<uri> | off	off
http2_push_preload	hsl	1	flag once	on | off	off
http2_recv_buffer_size	h	1	size once	<size>	256k
http2_recv_timeout	hs	1		<time>	30s
http2_pool_size	hs	1	size once	<size>
http2_streams_index_size	hs	1	number once	<number>
# ngx_http_v3_module
http3	hs	1	flag once	on | off	on
http3_hq	hs	1	flag once	on | off	off
http3_max_concurrent_streams	hs	1	number once	<number>	128
http3_stream_buffer_size	hs	1	size once	<size>	64k
quic_active_connection_id_limit	hs	1	number once	<number>	2
quic_bpf	m	1	flag once	on | off	off
quic_gso	hs	1	flag once	on | off	off
quic_host_key	hs	1	once	<file>
quic_retry	hs	1	flag once	on | off	off
# ngx_http_xslt_module
xml_entities	hsl	1	once	<path>
xml_external_entities	hsl	1	flag once	on | off	off
xslt_last_modified	hsl	1	flag once	on | off	off
xslt_param	hsl	2		<parameter> <value>
xslt_string_param	hsl	2		<parameter> <value>
xslt_stylesheet	l	1+		<stylesheet> [<parameter>=<value> ...]
xslt_types	hsl	1+		<mime-type> ...	text/xml
# ngx_mail_auth_http_module
auth_http	MN	1		<URL>
auth_http_header	MN	2		<header> <value>
auth_http_pass_client_cert	MN	1	flag once	on | off	off
auth_http_timeout	MN	1	milliseconds once	<time>	60s
# ngx_mail_core_module
listen	N	1+		<address>:<port> [ssl] [proxy_protocol] [backlog=<number>] [rcvbuf=<size>] [sndbuf=<size>] [bind] [ipv6only=on|off] [multipath] [so_keepalive=on|off|[<keepidle>]:[<keepintvl>]:[<keepcnt>]]
mail	m	0	{ once
max_errors	MN	1	number once	<number>	5
protocol	N	1		imap | pop3 | smtp
resolver	MN	1+	once	<address> ... [valid=<time>] [ipv4=on|off] [ipv6=on|off] [status_zone=<zone>] ;; off	off
resolver_timeout	MN	1	milliseconds once	<time>	30s
server	M	0	{
server_name	MN	1	once	<name>	hostname
timeout	MN	1	milliseconds once	<time>	60s
# ngx_mail_imap_module
imap_auth	MN	1+	bitmask	plain | login | cram-md5 | external ...	plain
imap_capabilities	MN	1+		<extension> ...	IMAP4 IMAP4rev1 UIDPLUS
imap_client_buffer	MN	1	size once	<size>	4k|8k
# ngx_mail_pop3_module
pop3_auth	MN	1+	bitmask	plain | apop | cram-md5 | external ...	plain
pop3_capabilities	MN	1+		<extension> ...	TOP USER UIDL
# ngx_mail_proxy_module
proxy_buffer	MN	1	size once	<size>	4k|8k
proxy_pass_error_message	MN	1	flag once	on | off	off
proxy_protocol	MN	1	enum once	on | off | v2	off
proxy_smtp_auth	MN	1	flag once	on | off	off
proxy_timeout	MN	1	milliseconds once	<timeout>	24h
xclient	MN	1	flag once	on | off	on
proxy	MN	1	flag once	on | off
# ngx_mail_realip_module
set_real_ip_from	MN	1		<address> | <CIDR> | unix:
# ngx_mail_smtp_module
smtp_auth	MN	1+	bitmask	plain | login | cram-md5 | external | none ...	plain login
smtp_capabilities	MN	1+		<extension> ...
smtp_client_buffer	MN	1	size once	<size>	4k|8k
smtp_greeting_delay	MN	1	milliseconds once	<time>	0
# ngx_mail_ssl_module
ssl	MN	1	flag once	on | off	off
ssl_certificate	MN	1		<file>
ssl_certificate_compression	MN	1	flag once	on | off	off
ssl_certificate_key	MN	1		<file>
ssl_ciphers	MN	1	once	<ciphers>	HIGH:!aNULL:!MD5
ssl_client_certificate	MN	1	once	<file>
ssl_conf_command	MN	2		<name> <value>
ssl_crl	MN	1	once	<file>
ssl_dhparam	MN	1	once	<file>
ssl_ecdh_curve	MN	1	once	<curve>	auto
ssl_password_file	MN	1	once	<file>
ssl_prefer_server_ciphers	MN	1	flag once	on | off	off
ssl_protocols	MN	1+	bitmask	SSLv2 | SSLv3 | TLSv1 | TLSv1.1 | TLSv1.2 | TLSv1.3 ...	TLSv1.2 TLSv1.3
ssl_session_cache	MN	1-2		off | none | [builtin[:<size>]] [shared:<name>:<size>]	none
ssl_session_ticket_key	MN	1		<file>
ssl_session_tickets	MN	1	flag once	on | off	on
ssl_session_timeout	MN	1	seconds once	<time>	5m
ssl_trusted_certificate	MN	1	once	<file>
ssl_verify_client	MN	1	enum once	on | off | optional | optional_no_ca	off
ssl_verify_depth	MN	1	number once	<number>	1
starttls	MN	1	once	on | off | only	off
# ngx_core_module
accept_mutex	e	1	flag once	on | off	off
accept_mutex_delay	e	1	milliseconds once	<time>	500ms
daemon	m	1	flag once	on | off	on
debug_connection	e	1		<address> | <CIDR> | unix:
debug_points	m	1	enum once	abort | stop
env	m	1		<variable>[=<value>]	TZ
error_log	mhslSTMN	1+		<file> [<level>] [json]	logs/error.log error
events	m	0	{ once
include	*	1		<file> | <mask>
load_module	m	1		<file>
lock_file	m	1	once	<file>	logs/nginx.lock
master_process	m	1	flag once	on | off	on
multi_accept	e	1	flag once	on | off	off
pcre_jit	m	1	flag once	on | off	off
pid	m	1	once	<file>	logs/nginx.pid
ssl_engine	m	1	once	<device>
ssl_object_cache_inheritable	m	1	flag once	on | off	on
stall_threshold	e	1	milliseconds once	<time>	1000ms
thread_pool	m	2-3		<name> threads=<number> [max_queue=<number>]	default threads=32 max_queue=65536
timer_resolution	m	1	milliseconds once	<interval>
use	e	1	once	<method>
user	m	1-2	once	<user> [<group>]	nobody nobody
worker_aio_requests	e	1	number once	<number>	32
worker_connections	e	1	once	<number>	512
worker_cpu_affinity	m	1+	once	<cpumask> ... ;; auto [<cpumask>]
worker_priority	m	1	once	<number>	0
worker_processes	m	1	once	<number> | auto	1
worker_rlimit_core	m	1	offset once	<size>
worker_rlimit_nofile	m	1	number once	<number>
worker_shutdown_timeout	m	1	milliseconds once	<time>
working_directory	m	1	once	<directory>
# ngx_google_perftools_module
google_perftools_profiles	m	1	once	<file>
# ngx_mgmt_module
mgmt	m	0	{
enforce_initial_report	G	1	flag once	on | off	on
license_token	G	1		<file>	license.jwt
proxy	G	1		<host>:<port>
proxy_username	G	1		<string>
proxy_password	G	1		<string>
resolver	G	1+	once	<address> ... [valid=<time>] [ipv4=on|off] [ipv6=on|off] [status_zone=<zone>]
ssl_crl	G	1	once	<file>
ssl_trusted_certificate	G	1	once	<file>	system CA bundle
ssl_verify	G	1	flag once	on | off	on
state_path	G	1		<path>
usage_report	G	0-2		[endpoint=<address>] [interval=<time>]	endpoint=product.connect.nginx.com interval=1h
# ngx_otel_module
otel_exporter	h	0	{
otel_service_name	h	1		<name>	unknown_service:nginx
otel_resource_attr	h	2		<name> <value>
otel_trace	hsl	1		on | off | $variable	off
otel_trace_context	hsl	1	enum once	extract | inject | propagate | ignore	ignore
otel_span_name	hsl	1		<name>
otel_span_attr	hsl	2		<name> <value>
# ngx_stream_access_module
allow	ST	1		<address> | <CIDR> | unix: | all
deny	ST	1		<address> | <CIDR> | unix: | all
# ngx_stream_core_module
listen	T	1+		<address>:<port> [default_server] [ssl] [udp] [proxy_protocol] [setfib=<number>] [fastopen=<number>] [backlog=<number>] [rcvbuf=<size>] [sndbuf=<size>] [accept_filter=<filter>] [deferred] [bind] [ipv6only=on|off] [reuseport] [multipath] [so_keepalive=on|off|[<keepidle>]:[<keepintvl>]:[<keepcnt>]]
preread_buffer_size	ST	1	size once	<size>	16k
preread_timeout	ST	1	milliseconds once	<timeout>	30s
proxy_protocol_timeout	ST	1	milliseconds once	<timeout>	30s
resolver	ST	1+	once	<address> ... [valid=<time>] [ipv4=on|off] [ipv6=on|off] [status_zone=<zone>]
resolver_timeout	ST	1	milliseconds once	<time>	30s
server	S	0	{
server_name	T	1+		<name> ...	""
server_names_hash_bucket_size	S	1	number once	<size>	32|64|128
server_names_hash_max_size	S	1	number once	<size>	512
stream	m	0	{ once
tcp_nodelay	ST	1	flag once	on | off	on
variables_hash_bucket_size	S	1	number once	<size>	64
variables_hash_max_size	S	1	number once	<size>	1024
# ngx_stream_geo_module
geo	S	1-2	{	[<$address>] <$variable>
# ngx_stream_geoip_module
geoip_country	S	1-2	once	<file> [utf8]
geoip_city	S	1-2	once	<file> [utf8]
geoip_org	S	1-2	once	<file> [utf8]
# ngx_stream_js_module
js_access	ST	1		<module.function>
js_context_reuse	ST	1	number once	<number>	128
js_engine	ST	1	enum once	njs | qjs	njs
js_fetch_buffer_size	ST	1	size once	<size>	16k
js_fetch_ciphers	ST	1		<ciphers>	HIGH:!aNULL:!MD5
js_fetch_max_response_buffer_size	ST	1	size once	<size>	1m
js_fetch_protocols	ST	0-4		[TLSv1] [TLSv1.1] [TLSv1.2] [TLSv1.3]	TLSv1 TLSv1.1 TLSv1.2
js_fetch_timeout	ST	1	milliseconds once	<time>	60s
js_fetch_trusted_certificate	ST	1		<file>
js_fetch_verify	ST	1	flag once	on | off	on
js_fetch_verify_depth	ST	1	number once	<number>	100
js_fetch_proxy	ST	1		<url>
js_fetch_keepalive	ST	1		<connections>	0
js_fetch_keepalive_requests	ST	1	number once	<number>	1000
js_fetch_keepalive_time	ST	1	milliseconds once	<time>	1h
js_fetch_keepalive_timeout	ST	1	milliseconds once	<time>	60s
js_filter	ST	1		<module.function>
js_import	ST	1-3		<module.js> | <export_name from module.js>
js_include	S	1		<file>
js_load_stream_native_module	m	1-3		<path> [as <name>]
js_path	ST	1		<path>
js_periodic	T	1-4		<module.function> [interval=<time>] [jitter=<number>] [worker_affinity=<mask>]
js_preload_object	ST	1-3		<name.json> | <name> from <file.json>
js_preread	ST	1		<module.function>
js_set	ST	2-3		<$variable> <module.function> [nocache]
js_shared_dict_zone	S	1-5		zone=<name>:<size> [timeout=<time>] [type=string|number] [evict] [state=<file>]
js_var	ST	1-2		<$variable> [<value>]
# ngx_stream_keyval_module
keyval	S	3		<key> <$variable> zone=<name>
keyval_zone	S	1-5		zone=<name>:<size> [state=<file>] [timeout=<time>] [type=string|ip|prefix] [sync]
# ngx_stream_limit_conn_module
limit_conn	ST	2		<zone> <number>
limit_conn_dry_run	ST	1	flag once	on | off	off
limit_conn_log_level	ST	1	enum once	info | notice | warn | error	error
limit_conn_zone	S	2		<key> zone=<name>:<size>
# ngx_stream_log_module
access_log	ST	1+		<path> <format> [buffer=<size>] [gzip[=]] [flush=<time>] [if=<condition>] ;; off	off
log_format	S	2+		<name> [escape=default|json|none] <string> ...
open_log_file_cache	ST	1-4	once	max=<N> [inactive=<time>] [min_uses=<N>] [valid=<time>] ;; off	off
# ngx_stream_map_module
map	S	2	{	<string> <$variable>
map_hash_bucket_size	S	1	number once	<size>	32|64|128
map_hash_max_size	S	1	number once	<size>	2048
# ngx_stream_mqtt_filter_module
mqtt	ST	1	flag once	on | off	off
mqtt_buffers	ST	2	buffers once	<number> <size>	100 1k
mqtt_rewrite_buffer_size	T	1	size once	<size>	4k|8k
mqtt_set_connect	T	2		field <value>
# ngx_stream_mqtt_preread_module
mqtt_preread	ST	1	flag once	on | off	off
# ngx_stream_num_map_module
num_map	S	1-2	{	[<$number>] <$variable>
# ngx_stream_pass_module
pass	T	1	once	<address>
# ngx_stream_proxy_module
proxy_bind	ST	1-2	once	<address> [transparent] | off
proxy_bind_dynamic	ST	1	flag once	on | off	off
proxy_buffer_size	ST	1	size once	<size>	16k
proxy_connect_timeout	ST	1	milliseconds once	<time>	60s
proxy_download_rate	ST	1	once	<rate>	0
proxy_half_close	ST	1	flag once	on | off	off
proxy_next_upstream	ST	1	flag once also=updating	on | off	on
proxy_next_upstream_timeout	ST	1	milliseconds once	<time>	0
proxy_next_upstream_tries	ST	1	number once	<number>	0
proxy_pass	T	1	once	<address>
proxy_protocol	ST	1	enum once	on | off | v2	off
proxy_requests	ST	1	number once	<number>	0
proxy_responses	ST	1	number once	<number>
proxy_session_drop	ST	1	flag once	on | off	off
proxy_socket_keepalive	ST	1	flag once	on | off	off
proxy_socket_rcvbuf	ST	1	size once	<size>
proxy_socket_sndbuf	ST	1	size once	<size>
proxy_ssl	ST	1	flag once	on | off	off
proxy_ssl_alpn	ST	1+		<protocol> ...
proxy_ssl_certificate	ST	1	once	<file>
proxy_ssl_certificate_cache	ST	1-3		off ;; max=<N> [inactive=<time>] [valid=<time>]	off
proxy_ssl_certificate_key	ST	1	once	<file>
proxy_ssl_ciphers	ST	1	once	<ciphers>	DEFAULT
proxy_ssl_conf_command	ST	2		<name> <value>
proxy_ssl_crl	ST	1	once	<file>
proxy_ssl_key_log	ST	1		<path>
proxy_ssl_name	ST	1	once	<name>	host from proxy_pass
proxy_ssl_password_file	ST	1	once	<file>
proxy_ssl_protocols	ST	1+	bitmask	SSLv2 | SSLv3 | TLSv1 | TLSv1.1 | TLSv1.2 | TLSv1.3 ...	TLSv1.2 TLSv1.3
proxy_ssl_server_name	ST	1	flag once	on | off	off
proxy_ssl_session_reuse	ST	1	flag once	on | off	on
proxy_ssl_trusted_certificate	ST	1	once	<file>
proxy_ssl_verify	ST	1	flag once	on | off	off
proxy_ssl_verify_depth	ST	1	number once	<number>	1
proxy_timeout	ST	1	milliseconds once	<timeout>	10m
proxy_upload_rate	ST	1	once	<rate>	0
proxy_downstream_buffer	ST	1	size once	<size>
proxy_upstream_buffer	ST	1	size once	<size>
# ngx_stream_realip_module
set_real_ip_from	ST	1		<address> | <CIDR> | unix:
# ngx_stream_return_module
return	jT	1	once	<value>
# ngx_stream_set_module
set	jT	2		<$variable> <value>
# ngx_stream_split_clients_module
split_clients	S	2	{	<string> <$variable>
# ngx_stream_ssl_module
ssl_alpn	ST	1+	once	<protocol> ...
ssl_certificate	ST	1		<file>
ssl_certificate_cache	ST	1-3		off ;; max=<N> [inactive=<time>] [valid=<time>]	off
ssl_certificate_compression	ST	1	flag once	on | off	off
ssl_certificate_key	ST	1		<file>
ssl_ciphers	ST	1	once	<ciphers>	HIGH:!aNULL:!MD5
ssl_client_certificate	ST	1	once	<file>
ssl_conf_command	ST	2		<name> <value>
ssl_crl	ST	1	once	<file>
ssl_dhparam	ST	1	once	<file>
ssl_ecdh_curve	ST	1	once	<curve>	auto
ssl_ech_file	ST	1		<file>
ssl_handshake_timeout	ST	1	milliseconds once	<time>	60s
ssl_key_log	ST	1		<path>
ssl_ocsp	ST	1	enum once	on | off | leaf	off
ssl_ocsp_cache	ST	1	once	off | [shared:<name>:<size>]	off
ssl_ocsp_responder	ST	1	once	<url>
ssl_password_file	ST	1	once	<file>
ssl_prefer_server_ciphers	ST	1	flag once	on | off	off
ssl_protocols	ST	1+	bitmask	SSLv2 | SSLv3 | TLSv1 | TLSv1.1 | TLSv1.2 | TLSv1.3 ...	TLSv1.2 TLSv1.3
ssl_reject_handshake	ST	1	flag once	on | off	off
ssl_session_cache	ST	1-2		off | none | [builtin[:<size>]] [shared:<name>:<size>]	none
ssl_session_ticket_key	ST	1		<file>
ssl_session_tickets	ST	1	flag once	on | off	on
ssl_session_timeout	ST	1	seconds once	<time>	5m
ssl_stapling	ST	1	flag once	on | off	off
ssl_stapling_file	ST	1	once	<file>
ssl_stapling_responder	ST	1	once	<url>
ssl_stapling_verify	ST	1	flag once	on | off	off
ssl_trusted_certificate	ST	1	once	<file>
ssl_verify_client	ST	1	enum once	on | off | optional | optional_no_ca	off
ssl_verify_depth	ST	1	number once	<number>	1
# ngx_stream_ssl_preread_module
ssl_preread	ST	1	flag once	on | off	off
# ngx_stream_upstream_hc_module
health_check	T	0-1		[<parameters>]
health_check_timeout	ST	1	milliseconds once	<timeout>	5s
match	S	1	{	<name>
# ngx_stream_upstream_module
upstream	S	1	{	<name>
server	U	1+		<address> [<parameter> ...]
zone	U	1-2		<name> [<size>]
state	U	1		<file>
hash	U	1-2		<key> [consistent]
least_conn	U	0
least_time	U	1-2		connect | first_byte | last_byte [inflight]
random	U	0-2		[two [<method>]]
resolver	U	1+	once	<address> ... [valid=<time>] [ipv4=on|off] [ipv6=on|off] [status_zone=<zone>]
resolver_timeout	U	1	milliseconds once	<time>	30s
# ngx_stream_zone_sync_module
zone_sync	T	0
zone_sync_buffers	ST	2	buffers once	<number> <size>	8 4k|8k
zone_sync_connect_retry_interval	ST	1	milliseconds once	<time>	1s
zone_sync_connect_timeout	ST	1	milliseconds once	<time>	5s
zone_sync_interval	ST	1	milliseconds once	<time>	1s
zone_sync_recv_buffer_size	ST	1	size once	<size>	4k|8k
zone_sync_server	T	1-2		<address> [resolve]
zone_sync_ssl	ST	1	flag once	on | off	off
zone_sync_ssl_certificate	ST	1		<file>
zone_sync_ssl_certificate_key	ST	1		<file>
zone_sync_ssl_ciphers	ST	1		<ciphers>	DEFAULT
zone_sync_ssl_conf_command	ST	2		<name> <value>
zone_sync_ssl_crl	ST	1		<file>
zone_sync_ssl_name	ST	1		<name>	host from zone_sync_server
zone_sync_ssl_password_file	ST	1		<file>
zone_sync_ssl_protocols	ST	0-6		[SSLv2] [SSLv3] [TLSv1] [TLSv1.1] [TLSv1.2] [TLSv1.3]	TLSv1.2 TLSv1.3
zone_sync_ssl_server_name	ST	1	flag once	on | off	off
zone_sync_ssl_trusted_certificate	ST	1		<file>
zone_sync_ssl_verify	ST	1	flag once	on | off	off
zone_sync_ssl_verify_depth	ST	1	number once	<number>	1
zone_sync_timeout	ST	1	milliseconds once	<timeout>	5s
# ngx_epoll_module
epoll_events	e	1	number once	<number>
# ngx_kqueue_module
kqueue_changes	e	1	number once	<number>
kqueue_events	e	1	number once	<number>
# ngx_devpoll_module
devpoll_changes	e	1	number once	<number>
devpoll_events	e	1	number once	<number>
# ngx_eventport_module
eventport_events	e	1	number once	<number>
# ngx_http_gzip_filter_module
gzip_window	hsl	1	size once	<size>
gzip_hash	hsl	1	size once	<size>
postpone_gzipping	hsl	1	size once	<size>
gzip_no_buffer	hsl	1	flag once	on | off
# ngx_http_ssi_filter_module
ssi_ignore_recycled_buffers	hsl	1	flag once	on | off
# ngx_http_degradation_module
degradation	h	1		<sbrk>
degrade	hsl	1	enum once	204 | 444
# lua-nginx-module https://github.com/openresty/lua-nginx-module
lua_load_resty_core	h	1		on | off
lua_capture_error_log	h	1		<size>
lua_use_default_type	hslj	1		on | off
lua_malloc_trim	h	1		<number>
lua_code_cache	hslj	1		on | off
lua_thread_cache_max_entries	h	1		<number>
lua_regex_cache_max_entries	h	1		<number>
lua_regex_match_limit	h	1		<number>
lua_package_path	h	1		<path>
lua_package_cpath	h	1		<path>
lua_shared_dict	h	2		<name> <size>
lua_socket_connect_timeout	hsl	1		<time>
lua_socket_send_timeout	hsl	1		<time>
lua_socket_send_lowat	hsl	1		<size>
lua_socket_read_timeout	hsl	1		<time>
lua_socket_buffer_size	hslj	1		<size>
lua_socket_pool_size	hsl	1		<number>
lua_socket_keepalive_timeout	hsl	1		<time>
lua_socket_log_errors	hsl	1		on | off
lua_ssl_ciphers	hsl	1		<ciphers>
lua_ssl_crl	hsl	1		<file>
lua_ssl_protocols	hsl	1+		SSLv2 | SSLv3 | TLSv1 | TLSv1.1 | TLSv1.2 | TLSv1.3 ...
lua_ssl_certificate	hsl	1		<file>
lua_ssl_certificate_key	hsl	1		<file>
lua_ssl_trusted_certificate	hsl	1		<file>
lua_ssl_verify_depth	hsl	1		<number>
lua_ssl_key_log	hsl	1		<file>
lua_ssl_conf_command	hsl	1		<command>
lua_http10_buffering	hslj	1		on | off
lua_transform_underscores_in_response_headers	hslj	1		on | off
lua_check_client_abort	hslj	1		on | off
lua_max_pending_timers	h	1		<count>
lua_max_running_timers	h	1		<count>
lua_sa_restart	h	1		on | off
lua_need_request_body	hslj	1		on | off
lua_worker_thread_vm_pool_size	h	1		<size>
lua_upstream_skip_openssl_default_verify	hsl	1		on | off
rewrite_by_lua_no_postpone	h	1		on | off
access_by_lua_no_postpone	h	1		on | off
init_by_lua	h	1		<code>
init_by_lua_file	h	1		<path>
init_by_lua_block	h	0	{
init_worker_by_lua	h	1		<code>
init_worker_by_lua_file	h	1		<path>
init_worker_by_lua_block	h	0	{
exit_worker_by_lua_file	h	1		<path>
exit_worker_by_lua_block	h	0	{
set_by_lua	sijl	2+		<$result> <code> [<argument> ...]
set_by_lua_file	sijl	2+		<$result> <path> [<argument> ...]
set_by_lua_block	sijl	1	{	<$result>
server_rewrite_by_lua_file	hs	1		<path>
server_rewrite_by_lua_block	hs	0	{
rewrite_by_lua	hslj	1		<code>
rewrite_by_lua_file	hslj	1		<path>
rewrite_by_lua_block	hslj	0	{
access_by_lua	hslj	1		<code>
access_by_lua_file	hslj	1		<path>
access_by_lua_block	hslj	0	{
precontent_by_lua_file	hslj	1		<path>
precontent_by_lua_block	hslj	0	{
content_by_lua	lj	1		<code>
content_by_lua_file	lj	1		<path>
content_by_lua_block	lj	0	{
header_filter_by_lua	hslj	1		<code>
header_filter_by_lua_file	hslj	1		<path>
header_filter_by_lua_block	hslj	0	{
body_filter_by_lua	hslj	1		<code>
body_filter_by_lua_file	hslj	1		<path>
body_filter_by_lua_block	hslj	0	{
log_by_lua	hslj	1		<code>
log_by_lua_file	hslj	1		<path>
log_by_lua_block	hslj	0	{
balancer_by_lua_file	u	1		<path>
balancer_by_lua_block	u	0	{
ssl_client_hello_by_lua_file	hs	1		<path>
ssl_client_hello_by_lua_block	hs	0	{
ssl_certificate_by_lua_file	hs	1		<path>
ssl_certificate_by_lua_block	hs	0	{
ssl_session_fetch_by_lua_file	h	1		<path>
ssl_session_fetch_by_lua_block	h	0	{
ssl_session_store_by_lua_file	h	1		<path>
ssl_session_store_by_lua_block	h	0	{
proxy_ssl_certificate_by_lua_file	hsl	1		<path>
proxy_ssl_certificate_by_lua_block	hsl	0	{
proxy_ssl_verify_by_lua_file	hsl	1		<path>
proxy_ssl_verify_by_lua_block	hsl	0	{
# headers-more-nginx-module https://github.com/openresty/headers-more-nginx-module
more_set_headers	hslj	1+		[-t <types>] [-s <codes>] [-a] <header> ...
more_clear_headers	hslj	1+		[-t <types>] [-s <codes>] <header> ...
more_set_input_headers	hslj	1+		[-r] [-t <types>] <header> ...
more_clear_input_headers	hslj	1+		[-t <types>] <header> ...
# ngx_brotli https://github.com/google/ngx_brotli
brotli	hslj	1		on | off
brotli_static	hsl	1		on | off | always
brotli_types	hsl	1+		<mime-type> ...
brotli_comp_level	hsl	1		<level>
brotli_window	hsl	1		<size>
brotli_min_length	hsl	1		<length>
brotli_buffers	hsl	2		<number> <size>
# ngx_http_geoip2_module https://github.com/leev/ngx_http_geoip2_module
geoip2	hS	1	{	<file>
geoip2_proxy	h	1		<address>
geoip2_proxy_recursive	h	1		on | off
# nginx-rtmp-module https://github.com/arut/nginx-rtmp-module
rtmp	m	0	{
# ModSecurity-nginx https://github.com/owasp-modsecurity/ModSecurity-nginx
modsecurity	hsl	1		on | off
modsecurity_rules	hsl	1		<rules>
modsecurity_rules_file	hsl	1		<file>
modsecurity_rules_remote	hsl	2		<key> <url>
modsecurity_transaction_id	hsl	1		<string>
modsecurity_use_error_log	hsl	1		on | off
# echo-nginx-module https://github.com/openresty/echo-nginx-module
echo	lj	0+		[-n] [<string> ...]
echo_duplicate	lj	2		<count> <string>
echo_flush	lj	0
echo_sleep	lj	1		<seconds>
echo_blocking_sleep	lj	1		<seconds>
echo_reset_timer	lj	0
echo_read_request_body	lj	0
echo_location_async	lj	1-2		<location> [<arguments>]
echo_location	lj	1-2		<location> [<arguments>]
echo_subrequest_async	lj	2+		<method> <location> [<option> ...]
echo_subrequest	lj	2+		<method> <location> [<option> ...]
echo_foreach_split	lj	2		<delimiter> <string>
echo_end	lj	0
echo_request_body	lj	0
echo_exec	lj	1-2		<location> [<arguments>]
echo_status	lj	1		<status>
echo_before_body	lj	0+		[-n] [<string> ...]
echo_after_body	lj	0+		[-n] [<string> ...]
# set-misc-nginx-module https://github.com/openresty/set-misc-nginx-module
set_if_empty	sijl	2		<$variable> <value>
set_quote_sql_str	sijl	1-2		<$variable> [<value>]
set_unescape_uri	sijl	1-2		<$variable> [<value>]
set_escape_uri	sijl	1-2		<$variable> [<value>]
set_hashed_upstream	sijl	3		<$variable> <list> <value>
set_encode_base32	sijl	1-2		<$variable> [<value>]
set_decode_base32	sijl	1-2		<$variable> [<value>]
set_encode_base64	sijl	1-2		<$variable> [<value>]
set_decode_base64	sijl	1-2		<$variable> [<value>]
set_encode_hex	sijl	1-2		<$variable> [<value>]
set_decode_hex	sijl	1-2		<$variable> [<value>]
set_sha1	sijl	1-2		<$variable> [<value>]
set_md5	sijl	1-2		<$variable> [<value>]
set_hmac_sha1	sijl	3		<$variable> <secret> <value>
set_random	sijl	3		<$variable> <from> <to>
set_secure_random_alphanum	sijl	2		<$variable> <length>
set_local_today	sijl	1		<$variable>
set_formatted_gmt_time	sijl	2		<$variable> <format>
set_formatted_local_time	sijl	2		<$variable> <format>
# ngx_cache_purge https://github.com/nginx-modules/ngx_cache_purge
cache_purge_response_type	hsl	1		html | json | xml | text
# nginx-module-vts https://github.com/vozlt/nginx-module-vts
vhost_traffic_status	hsl	1		on | off
vhost_traffic_status_zone	h	0-1		[shared:<name>:<size>]
vhost_traffic_status_display	hsl	0
vhost_traffic_status_display_format	hsl	1		<format>
vhost_traffic_status_filter	hsl	1		on | off
vhost_traffic_status_filter_by_host	hsl	1		on | off
vhost_traffic_status_filter_by_set_key	hsl	1-2		<key> [<name>]
# ngx_http_substitutions_filter_module https://github.com/yaoweibin/ngx_http_substitutions_filter_module
subs_filter	hsl	2-3		<from> <to> [<flags>]
subs_filter_types	hsl	1+		<mime-type> ...
subs_filter_bypass	hsl	1+		<string> ...
# ngx-fancyindex https://github.com/aperezdc/ngx-fancyindex
fancyindex	hslj	1		on | off
fancyindex_default_sort	hslj	1		<order>
fancyindex_exact_size	hslj	1		on | off
fancyindex_header	hslj	1-2		<path> [subrequest | local]
fancyindex_footer	hslj	1-2		<path> [subrequest | local]
fancyindex_css_href	hslj	1		<uri>
fancyindex_ignore	hslj	1+		<string> ...
fancyindex_name_length	hslj	1		<length>
fancyindex_localtime	hslj	1		on | off
fancyindex_time_format	hslj	1		<format>
fancyindex_show_path	hslj	1		on | off
fancyindex_directories_first	hslj	1		on | off
# nginx-dav-ext-module https://github.com/arut/nginx-dav-ext-module
dav_ext_methods	hsl	1+		off | propfind | options | lock | unlock ...
dav_ext_lock_zone	h	1-2		zone=<name>:<size> [timeout=<time>]
dav_ext_lock	hsl	1		zone=<name>
`;

export const variableLines = `
acme_certificate	http
acme_certificate_key	http
arg_NAME	http
args	http
binary_remote_addr	http stream
body_bytes_sent	http
bytes_received	stream
bytes_sent	http stream
connection	http stream
connection_requests	http
connection_time	http
connections_active	http
connections_reading	http
connections_waiting	http
connections_writing	http
content_length	http
content_type	http
cookie_NAME	http
date_gmt	http
date_local	http
document_root	http
document_uri	http
fastcgi_path_info	http
fastcgi_script_name	http
gzip_ratio	http
host	http
hostname	http stream
http2	http
http3	http
http_NAME	http
https	http
invalid_referer	http
is_args	http
is_request_port	http
jwt_claim_NAME	http
jwt_header_NAME	http
jwt_payload	http
limit_conn_status	http stream
limit_rate	http
limit_req_status	http
memcached_key	http
mqtt_preread_clientid	stream
mqtt_preread_username	stream
msec	http stream
nginx_version	http stream
oidc_access_token	http
oidc_claim_NAME	http
oidc_id_token	http
oidc_userinfo	http
otel_parent_id	main
otel_parent_sampled	main
otel_span_id	main
otel_trace_id	main
pid	http stream
pipe	http
protocol	stream
proxy_add_x_forwarded_for	http
proxy_host	http
proxy_port	http
proxy_protocol_addr	http stream
proxy_protocol_port	http stream
proxy_protocol_server_addr	http stream
proxy_protocol_server_port	http stream
proxy_protocol_tlv_NAME	http stream
query_string	http
realip_remote_addr	http stream
realip_remote_port	http stream
realpath_root	http
remote_addr	http stream
remote_port	http stream
remote_user	http
request	http
request_body	http
request_body_file	http
request_completion	http
request_filename	http
request_id	http
request_length	http
request_method	http
request_port	http
request_time	http
request_uri	http
scheme	http
secure_link	http
secure_link_expires	http
sent_http_NAME	http
sent_trailer_NAME	http
server_addr	http stream
server_name	http
server_port	http stream
server_protocol	http
session_log_binary_id	http
session_log_id	http
session_time	stream
slice_range	http
ssl_alpn_protocol	http stream
ssl_cipher	http stream
ssl_ciphers	http stream
ssl_client_cert	http stream
ssl_client_escaped_cert	http
ssl_client_fingerprint	http stream
ssl_client_i_dn	http stream
ssl_client_i_dn_legacy	http
ssl_client_raw_cert	http stream
ssl_client_s_dn	http stream
ssl_client_s_dn_legacy	http
ssl_client_serial	http stream
ssl_client_sigalg	http stream
ssl_client_v_end	http stream
ssl_client_v_remain	http stream
ssl_client_v_start	http stream
ssl_client_verify	http stream
ssl_curve	http stream
ssl_curves	http stream
ssl_early_data	http
ssl_ech_outer_server_name	http stream
ssl_ech_status	http stream
ssl_preread_alpn_protocols	stream
ssl_preread_protocol	stream
ssl_preread_server_name	stream
ssl_protocol	http stream
ssl_server_name	http stream
ssl_session_id	http stream
ssl_session_reused	http stream
ssl_sigalg	http stream
ssl_sigalgs	http stream
status	http stream
tcpinfo_rcv_space	http
time_iso8601	http stream
time_iso8601_ms	http stream
time_local	http stream
uid_got	http
uid_reset	http
uid_set	http
upstream_addr	http stream
upstream_bytes_received	http stream
upstream_bytes_sent	http stream
upstream_cache_status	http
upstream_connect_time	http stream
upstream_cookie_NAME	http
upstream_first_byte_time	stream
upstream_header_time	http
upstream_http_NAME	http
upstream_last_addr	http stream
upstream_last_server_name	http
upstream_queue_time	http
upstream_response_length	http
upstream_response_time	http
upstream_session_time	stream
upstream_status	http
upstream_trailer_NAME	http
uri	http
`;

export const commercialModules =
	"ngx_http_api_module ngx_http_auth_jwt_module ngx_http_auth_require_module ngx_http_f4f_module ngx_http_hls_module ngx_http_internal_redirect_module ngx_http_keyval_module ngx_http_num_map_module ngx_http_oidc_module ngx_http_session_log_module ngx_http_status_module ngx_http_tunnel_module ngx_http_upstream_conf_module ngx_http_upstream_hc_module ngx_mgmt_module ngx_stream_keyval_module ngx_stream_mqtt_filter_module ngx_stream_mqtt_preread_module ngx_stream_num_map_module ngx_stream_upstream_hc_module ngx_stream_zone_sync_module";
