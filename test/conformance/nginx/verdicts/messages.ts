/**
 * What nginx's source has a message for, and what stands near it and is right: a line for each that
 * no other family brings. As in cases.ts.
 */

export const messages: readonly (readonly [
	string,
	(
		| "main"
		| "events"
		| "http"
		| "server"
		| "listen"
		| "location"
		| "map"
		| "geo"
		| "split"
		| "stream"
		| "whole"
	),
	string,
])[] = [
	[
		"messages",
		"main",
		`
include;
include a b;
thread_pool a threads=2 max_queue=x;
thread_pool a;
env A=;
env =a;
user nobody nogroup;
working_directory;
pid;
pcre_jit on; pcre_jit on;
load_module /usr/lib/nginx/modules/ngx_stream_module.so;
load_module /usr/lib/nginx/modules/ngx_stream_module.so; load_module /usr/lib/nginx/modules/ngx_stream_module.so;
load_module /usr/lib/nginx/modules/ngx_stream_module.so; load_module /usr/share/nginx/modules/ngx_stream_module.so;
load_module /usr/lib/nginx/modules/ngx_stream_module.so; load_module /usr/lib/nginx/modules/ngx_mail_module.so;
`,
	],
	[
		"messages",
		"http",
		`
ssl_ocsp_cache shared:o:10m;
ssl_ocsp_cache off;
server { listen 127.0.0.1:18998 backlog=10; } server { listen 127.0.0.1:18998 backlog=10; }
server { listen 127.0.0.1:18998 backlog=10; } server { listen 127.0.0.1:18998; server_name a; }
server { listen 127.0.0.1:18998 default_server; } server { listen 127.0.0.1:18998 default_server; }
server { listen 127.0.0.1:18998 ssl; ssl_reject_handshake on; } server { listen 127.0.0.1:18998; server_name b; }
server { listen 127.0.0.1:18997; listen 127.0.0.1:18997; }
connection_pool_size 2k;
large_client_header_buffers 1 8k;
large_client_header_buffers 0 8k;
gzip_window 3k;
gzip_window 64k;
gzip_window 32k;
gzip_hash 3k;
gzip_hash 128k;
gzip_hash 256k;
fastcgi_cache_path /tmp/ew-d keys_zone=f:1m; server { listen 127.0.0.1:18998; location / { fastcgi_store on; fastcgi_cache f; } }
fastcgi_cache_path /tmp/ew-d keys_zone=f:1m; server { listen 127.0.0.1:18998; location / { fastcgi_cache f; fastcgi_store on; } }
proxy_cache_path /tmp/ew-d keys_zone=f:1m; server { listen 127.0.0.1:18998; location / { proxy_cache f; proxy_store on; } }
proxy_cache_path /tmp/ew-d keys_zone=f:1m; server { listen 127.0.0.1:18998; location / { proxy_store /a; proxy_cache f; } }
proxy_cache_path /tmp/ew-d keys_zone=f:1m; server { listen 127.0.0.1:18998; proxy_store on; location / { proxy_cache f; } }
proxy_cache_path /tmp/ew-d keys_zone=f:1m; server { listen 127.0.0.1:18998; location / { proxy_cache f; proxy_store off; } }
proxy_cache_path /tmp/ew-d keys_zone=f:1k;
proxy_cache_path /tmp/ew-d keys_zone=f:1m min_free=x;
proxy_cache_path /tmp/ew-d keys_zone=f:1m min_free=1g;
proxy_cache_path /tmp/ew-d keys_zone=f:1m loader_sleep=x;
proxy_cache_path /tmp/ew-d keys_zone=f:1m loader_threshold=x;
proxy_cache_path /tmp/ew-d keys_zone=f:1m loader_files=x;
proxy_cache_path /tmp/ew-d keys_zone=f:1m manager_files=x;
proxy_cache_path /tmp/ew-d keys_zone=f:1m manager_sleep=x;
proxy_cache_path /tmp/ew-d keys_zone=f:1m manager_threshold=x;
proxy_cache_path /tmp/ew-d keys_zone=f:1m use_temp_path=yes;
proxy_cache_path /tmp/ew-d keys_zone=f:1m inactive=0;
proxy_cache_path /tmp/ew-d keys_zone=f:1m max_size=0;
proxy_cache_path /tmp/ew-d keys_zone=f:1m levels=3;
proxy_cache_path /tmp/ew-d keys_zone=f:1m levels=1:2:2:2;
proxy_cache_path /tmp/ew-d levels=1:2;
proxy_cache_path /tmp/ew-d keys_zone=f;
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; server { listen 127.0.0.1:18998; limit_req zone=a delay=x; }
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; server { listen 127.0.0.1:18998; limit_req zone=a delay=0; }
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; server { listen 127.0.0.1:18998; limit_req zone=a burst=0; }
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; server { listen 127.0.0.1:18998; limit_req burst=5; }
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; server { listen 127.0.0.1:18998; limit_req zone=a delay=2 nodelay; }
limit_req_zone $binary_remote_addr zone=a:1m;
limit_req_zone $binary_remote_addr zone=a:1m rate=0r/s;
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/h;
limit_req_zone zone=a:1m rate=1r/s;
limit_conn_zone $binary_remote_addr zone=a:1m rate=1r/s;
log_format a escape=xml b;
log_format a escape=json b;
log_format a escape=none b;
log_format a escape=;
log_format a '$nope';
log_format a '\${host';
log_format a '$';
log_format combined b;
open_log_file_cache max=10 inactive=x;
open_log_file_cache max=10 foo=1;
open_file_cache max=10 foo=1;
proxy_buffer_size 64k;
proxy_buffers 8 16k; proxy_buffer_size 32k;
upstream v { }
upstream v { keepalive 3; }
upstream v { zone z 64k; }
upstream v { server 127.0.0.1:1; } upstream v { server 127.0.0.1:1; }
upstream v { server 127.0.0.1:1; } upstream V { server 127.0.0.1:1; }
upstream v { server 127.0.0.1:1 backup; }
upstream v { server 127.0.0.1:1; server 127.0.0.1:2 backup; ip_hash; }
upstream v { ip_hash; server 127.0.0.1:1; server 127.0.0.1:2 backup; }
upstream v { hash $uri; server 127.0.0.1:1; server 127.0.0.1:2 backup; }
upstream v { random; server 127.0.0.1:1; server 127.0.0.1:2 backup; }
upstream v { ip_hash; server 127.0.0.1:1 weight=2; }
upstream v { least_conn; server 127.0.0.1:1 max_conns=2; }
upstream v { server 127.0.0.1; } server { listen 127.0.0.1:18998; location / { proxy_pass http://v:8080; } }
upstream v { server 127.0.0.1; } server { listen 127.0.0.1:18998; location / { proxy_pass http://v:80; } }
upstream v { zone "" 64k; server 127.0.0.1:1; }
upstream v { zone z 8k; server 127.0.0.1:1; }
upstream v { zone z 64k; zone y 64k; server 127.0.0.1:1; }
upstream v { hash $uri consistant; server 127.0.0.1:1; }
upstream v { hash $uri consistent; server 127.0.0.1:1; }
upstream "" { server 127.0.0.1:1; }
upstream unix:/a { server 127.0.0.1:1; }
userid_mark off;
http2_recv_buffer_size 1k;
http2_recv_buffer_size 256k;
geo $remote_addr { default a; }
resolver 127.0.0.1 valid=x;
resolver 127.0.0.1 ipv4=off ipv6=off;
resolver 127.0.0.1 ipv6=maybe;
resolver 127.0.0.1:99999;
resolver valid=10s;
resolver 1.1.1.1 8.8.8.8;
resolver 1.1.1.1,8.8.8.8;
resolver [::1]:53;
resolver ::1;
proxy_buffers 2 4k; server { listen 127.0.0.1:18998; proxy_buffers 8 4k; }
server { listen 127.0.0.1:18998; proxy_buffers 4 4k; location /a { proxy_buffer_size 8k; location /a/b { proxy_buffers 8 8k; } } }
server { listen 127.0.0.1:18998; location /a { proxy_buffer_size 8k; location /a/b { proxy_buffers 2 8k; } } }
server { listen 127.0.0.1:18998; proxy_buffers 4 4k; location ~ a { proxy_busy_buffers_size 12k; } }
upstream v { server 127.0.0.1:1 down; }
upstream v { server 127.0.0.1:1 backup; server 127.0.0.1:2 down; }
upstream v { ip_hash; }
upstream v { server 127.0.0.1:1 backup; server 127.0.0.1:2 backup; }
upstream v { least_conn; server 127.0.0.1:1 backup; }
proxy_ssl_verify on; server { listen 127.0.0.1:18998; location / { proxy_pass https://127.0.0.1; } }
ssl_certificate $host.pem; server { listen 127.0.0.1:18998; ssl_certificate_key $host.key; }
ssl_certificate_key $host.key; server { listen 127.0.0.1:18998 ssl; ssl_certificate $host.pem; }
proxy_cache_path /tmp/ew-d keys_zone=f:1m; server { listen 127.0.0.1:18998; location / { proxy_cache off; proxy_store on; } }
scgi_cache_path /tmp/ew-d keys_zone=f:1m; server { listen 127.0.0.1:18998; location / { scgi_cache f; scgi_store on; } }
fastcgi_cache_path /tmp/ew-d keys_zone=f:1m; server { listen 127.0.0.1:18998; location / { fastcgi_cache f; proxy_store on; } }
server { listen 127.0.0.1:18999; server_name a.*.com; }
server { listen 127.0.0.1:18999; server_name a..com; }
server { listen 127.0.0.1:18999; server_name a*; }
server { listen 127.0.0.1:18999; server_name *.*.com; }
server { listen 127.0.0.1:18999; server_name a.*; }
server { listen 127.0.0.1:18999; server_name .a.com; }
server { listen 127.0.0.1:18999; server_name .a.*; }
server { listen 127.0.0.1:18999; server_name *.a.com; }
server { listen 127.0.0.1:18999; server_name a.*b; }
server { listen 127.0.0.1:18999; server_name "a b"; }
server { listen 127.0.0.1:18999; server_name _; }
server { listen 127.0.0.1:18999; server_name ""; }
server { listen 127.0.0.1:18999; server_name ~a.*.b; }
server { listen 127.0.0.1:18999; server_name *.a.*; }
server { listen 127.0.0.1:18999; server_name a.; }
server { listen 127.0.0.1:18999; server_name .a*; }
server { listen 127.0.0.1:18999; server_name *..a; }
server { listen 127.0.0.1:18999; server_name x-*.a.com; }
server { listen 127.0.0.1:18999; server_name *.x; }
server { listen 127.0.0.1:18998; server_name a.*.com; }
server { listen 127.0.0.1:18998; listen 127.0.0.1:18999; server_name a.*.com; }
server { listen 18999; server_name a.*.com; }
charset utf-8; server { listen 127.0.0.1:18998; location / { source_charset koi8-r; } }
charset utf-8; server { listen 127.0.0.1:18998; location / { if ($host) { source_charset koi8-r; } } }
charset utf-8; server { listen 127.0.0.1:18998; charset off; source_charset koi8-r; }
charset utf-8; source_charset koi8-r; server { listen 127.0.0.1:18999; charset koi8-r; }
`,
	],
	[
		"messages",
		"server",
		`
ssl_ocsp_responder 127.0.0.1;
ssl_ocsp_responder https://127.0.0.1/;
ssl_ocsp_responder http://127.0.0.1/;
ssl_verify_client optional_no_ca; ssl_ocsp on;
server_name a.*.com;
server_name *a.com;
server_name a.com*;
server_name .a.com;
server_name a..com;
server_name *;
server_name a.*;
server_name *.*;
server_name ~;
server_name "a b";
server_name a/b;
server_name /a;
server_name https://a.com;
server_name a.com,b.com;
server_name a.com:80;
proxy_buffer_size 64k; location / { proxy_buffers 4 4k; }
proxy_buffers 4 4k; location / { proxy_buffer_size 64k; }
location ~ ^/a { proxy_pass http://127.0.0.1; proxy_redirect default; }
valid_referers none;
valid_referers none blocked;
valid_referers none blocked server_names;
valid_referers none blocked a.com;
valid_referers none blocked a.com a.com;
valid_referers ~;
valid_referers ~.;
valid_referers https://a.com;
valid_referers *.a.com b.*;
valid_referers a..com;
valid_referers "*.a.com/x";
rewrite ^/a "";
rewrite ^/a /b break last;
rewrite ^/a /b foo;
rewrite ^/a /b permanent;
ssl on;
http2_body_preread_size 64k;
http2_body_preread_size 128m;
http2_max_concurrent_streams 128;
http2_streams_index_size 32;
set $remote_addr a;
set $1 a;
set $ a;
set $a-b c;
ssl_certificate $host.pem;
ssl_certificate $host.pem; ssl_certificate_key $host.key;
ssl_certificate $host.pem; ssl_certificate $host.2; ssl_certificate_key $host.key;
ssl_certificate_key $host.key;
secure_link_secret a; location / { secure_link $arg_a; }
valid_referers none; valid_referers a.com;
valid_referers blocked; valid_referers none;
valid_referers none; location / { valid_referers a.com; }
valid_referers a.com; location / { valid_referers none; }
valid_referers none ~a;
valid_referers ~a;
valid_referers none server_names;
valid_referers none ""; 
server_name a.com; valid_referers none server_names a.com;
server_name a.com; valid_referers none server_names *.a.com;
server_name .a.com; valid_referers none server_names *.a.com;
server_name a.com; location / { valid_referers none server_names a.com; }
valid_referers server_names a.com; server_name a.com;
server_name A.com; valid_referers server_names a.com;
server_name a.com a.com; valid_referers server_names;
server_name a.com; valid_referers server_names; valid_referers server_names;
server_name "" _; valid_referers server_names "";
valid_referers a.com a.com/x;
valid_referers a.com/y a.com/x;
valid_referers a.com A.com;
valid_referers .a.com a.com;
valid_referers a.com .a.com;
valid_referers *.a.com .a.com;
valid_referers *.a.com a.com;
valid_referers a.* a.com;
valid_referers a.* a.*;
valid_referers a.com; location / { valid_referers a.com; }
valid_referers ~a ~a;
valid_referers none none b.com;
valid_referers a.com:80 a.com;
valid_referers a.com; valid_referers b.com a.com;
server_name a.com .a.com; valid_referers server_names b.com;
`,
	],
	[
		"messages",
		"listen",
		`
listen 127.0.0.1:18999 backlog=0;
listen 127.0.0.1:18999 backlog=x;
listen 127.0.0.1:18999 rcvbuf=8k sndbuf=8k;
listen 127.0.0.1:18999 rcvbuf=8;
listen 127.0.0.1:18999 fastopen=x;
listen 127.0.0.1:18999 fastopen=3;
listen 127.0.0.1:18999 deferred;
listen 127.0.0.1:18999 ipv6only=on;
listen [::1]:18999 ipv6only=maybe;
listen [::1]:18999 ipv6only=on;
listen unix:/tmp/ew.sock;
listen unix:;
listen unix:/tmp/ew.sock ipv6only=on;
listen [::1;
listen [::g]:18999;
listen ::1:18999;
listen 127.0.0.1:18999 so_keepalive=on;
listen 127.0.0.1:18999 spdy;
listen 127.0.0.1:18999 quic;
listen 127.0.0.1:18999 default;
listen 127.0.0.1:18999 ssl; ssl_reject_handshake on;
`,
	],
	[
		"messages",
		"location",
		`
ancient_browser msie Mozilla;
modern_browser msie 5.5;
modern_browser unlisted;
modern_browser ie 5.5;
modern_browser msie 5.x;
modern_browser msie;
charset koi8-r; source_charset windows-1251;
charset utf-8; source_charset koi8-r;
charset utf-8; source_charset utf-8;
root /a/$document_root;
root $document_root/x;
root $realpath_root/x;
alias $document_root/x;
alias /a/$realpath_root;
set $a $document_root; root /x$a;
disable_symlinks;
disable_symlinks on from=/a;
disable_symlinks off from=/a;
disable_symlinks from=/a;
disable_symlinks if_not_owner from=$document_root;
disable_symlinks on on;
disable_symlinks on from=/a from=/b;
disable_symlinks yes;
disable_symlinks on form=/a;
gzip_disable msie6;
gzip_disable "(";
gzip_buffers 0 4k;
gzip_buffers 4;
send_lowat 10;
fastcgi_buffers 1 4k;
fastcgi_buffers 2 4k;
fastcgi_buffer_size 64k;
fastcgi_buffer_size 64k; fastcgi_buffers 4 4k;
fastcgi_buffer_size 64k; fastcgi_buffers 4 64k;
fastcgi_busy_buffers_size 1k;
fastcgi_busy_buffers_size 64k;
fastcgi_busy_buffers_size 24k;
fastcgi_temp_file_write_size 1k;
fastcgi_max_temp_file_size 0;
fastcgi_max_temp_file_size 1k;
fastcgi_split_path_info "^(.+\\.php)$";
fastcgi_split_path_info "^(.+\\.php)(.*)$";
fastcgi_split_path_info "^(.+\\.php)(/.*)(.*)$";
fastcgi_split_path_info "^(?:.+\\.php)(?:/.*)$";
fastcgi_cache nope;
uwsgi_cache nope;
scgi_cache nope;
proxy_cache nope;
fastcgi_store on; fastcgi_cache a;
proxy_buffers 1 4k;
proxy_buffers 2 4k;
proxy_buffer_size 64k;
proxy_buffer_size 16k; proxy_buffers 4 8k;
proxy_buffer_size 128k; proxy_buffers 4 256k; proxy_busy_buffers_size 256k;
proxy_busy_buffers_size 1k;
proxy_busy_buffers_size 128k;
proxy_temp_file_write_size 1k;
proxy_max_temp_file_size 1k;
scgi_buffers 1 4k;
scgi_busy_buffers_size 1k;
uwsgi_buffers 1 4k;
uwsgi_busy_buffers_size 1k;
uwsgi_buffer_size 64k;
proxy_redirect default; proxy_pass http://127.0.0.1/$uri;
proxy_pass http://127.0.0.1/$uri; proxy_redirect default;
proxy_pass http://127.0.0.1/a/; proxy_redirect default;
proxy_redirect off; proxy_redirect default;
proxy_ssl_verify on; proxy_pass https://127.0.0.1;
grpc_ssl_verify on; grpc_pass grpcs://127.0.0.1;
uwsgi_ssl_verify on; uwsgi_pass suwsgi://127.0.0.1;
secure_link_secret a; secure_link $arg_a;
secure_link $arg_a; secure_link_secret a;
secure_link $arg_a; secure_link_md5 a;
secure_link_md5 a;
sub_filter "" a;
sub_filter a "";
userid_mark ab;
userid_mark a;
userid_mark =;
userid_mark _;
userid_service 127.0.0.1;
userid_service x;
userid_expires 1y;
userid_flags httponly;
userid_flags off secure;
userid_p3p none;
http2_push off; http2_push /a;
http2_push /a; http2_push off;
http2_chunk_size 8k;
limit_except { }
limit_except GET post { deny all; }
limit_rate 1kb;
error_page 404 =200x /a;
error_page 404 =200 /a;
error_page 299 /a;
error_page 499 /a;
error_page 700 /a;
error_page x /a;
error_page 404 = @a;
return 200x;
return 99 a;
return a;
return http://a;
return 301;
expires 1d 2d;
etag of;
types { text/html html; text/html html; }
types { text/html; }
types { include /dev/null; }
default_type;
default_type text/html text/plain;
add_header A;
add_header A b always c;
add_header A b allways;
proxy_set_header A;
proxy_set_header A b c;
proxy_method a b;
proxy_cache_valid any;
proxy_cache_valid 200 302;
proxy_cache_valid 10m 200;
proxy_cache_methods GET POST;
proxy_cache_use_stale error timeout;
proxy_cache_use_stale on;
proxy_cache_bypass;
proxy_next_upstream error http_418;
proxy_next_upstream off error;
proxy_cookie_path /a;
proxy_cookie_flags a secure;
proxy_cookie_flags a secured;
proxy_ignore_headers X-Accel-Expires Foo;
proxy_bind x;
proxy_bind 127.0.0.1 transparent;
auth_basic;
auth_request a b;
auth_request_set $a;
satisfy some;
autoindex_format csv;
mirror /a /b;
mp4; mp4_buffer_size 1g;
dav_access user:rwx;
ssi_types text/html;
ssi on; ssi_value_length 1k;
slice 1g;
memcached_pass 127.0.0.1;
memcached_pass http://127.0.0.1:1;
fastcgi_pass http://127.0.0.1:1;
fastcgi_pass 127.0.0.1;
fastcgi_pass unix:/a;
fastcgi_pass unix:;
uwsgi_pass http://127.0.0.1:1;
uwsgi_pass uwsgi://127.0.0.1:1;
grpc_pass 127.0.0.1:1;
grpc_pass grpc://127.0.0.1:1;
grpc_pass http://127.0.0.1:1;
scgi_pass 127.0.0.1:1;
fastcgi_index a b;
fastcgi_param A b c;
fastcgi_keep_conn yes;
tcp_nodelay 1;
keepalive_requests 0;
keepalive_requests many;
keepalive_disable msie7;
keepalive_disable none msie6;
keepalive_time 1h;
client_max_body_size 10mb;
client_body_in_file_only clear;
resolver_timeout 1x;
sendfile_max_chunk 1g;
directio 4g;
try_files $uri = 404;
try_files $uri =4044;
index a /b c;
index $a;
index "";
index a "" b;
if_modified_since exactly;
msie_refresh on;
log_not_found 0;
proxy_pass http://127.0.0.1:;
proxy_pass http://:80;
proxy_pass http:///a;
proxy_pass http://unix:/a;
proxy_pass http://unix:/a:/b;
proxy_pass http://unix:;
proxy_pass http://[::1]:80;
proxy_pass http://[::1;
proxy_pass http://::1;
proxy_pass https://127.0.0.1;
proxy_pass ftp://127.0.0.1;
proxy_pass 127.0.0.1:80;
proxy_pass http://127.0.0.1; proxy_pass http://127.0.0.1;
proxy_pass http://127.0.0.1; return 200;
proxy_buffers 3 4k;
proxy_buffers 3 16k; proxy_buffer_size 16k;
proxy_buffers 2 16k; proxy_buffer_size 8k; proxy_busy_buffers_size 16k;
proxy_busy_buffers_size 28k;
proxy_busy_buffers_size 29k;
proxy_busy_buffers_size 4095;
proxy_buffer_size 1k; proxy_busy_buffers_size 4k;
proxy_buffers 8 1k;
proxy_buffers 9 1k;
proxy_buffer_size 14k;
proxy_buffer_size 15k;
uwsgi_buffers 8 16k; uwsgi_temp_file_write_size 8k;
uwsgi_buffers 8 16k; uwsgi_temp_file_write_size 16k;
uwsgi_buffers 8 16k; uwsgi_max_temp_file_size 15k;
scgi_buffer_size 64k; scgi_buffers 4 64k; scgi_max_temp_file_size 0;
grpc_buffer_size 64k;
memcached_buffer_size 64k;
proxy_ssl_verify on; proxy_pass https://127.0.0.1;
proxy_ssl_verify off; proxy_pass https://127.0.0.1;
proxy_ssl_verify on; proxy_pass http://127.0.0.1;
proxy_ssl_verify on; proxy_pass $host;
proxy_ssl_verify on; proxy_pass http://$host;
proxy_ssl_verify on; proxy_ssl_trusted_certificate ""; proxy_pass https://127.0.0.1;
proxy_ssl_verify on; proxy_pass HTTPS://127.0.0.1;
proxy_ssl_verify on; if ($host) { proxy_pass https://127.0.0.1; }
grpc_ssl_verify on; grpc_pass grpcs://127.0.0.1:1;
grpc_ssl_verify on; grpc_pass $host;
grpc_ssl_verify on; grpc_pass grpc://127.0.0.1:1;
uwsgi_ssl_verify on; uwsgi_pass suwsgi://127.0.0.1:1;
uwsgi_ssl_verify on; uwsgi_pass 127.0.0.1:1;
uwsgi_ssl_verify on; uwsgi_pass $host;
proxy_ssl_certificate $host.pem; proxy_pass https://127.0.0.1;
proxy_ssl_certificate $host.pem; proxy_ssl_certificate_key $host.key; proxy_pass https://127.0.0.1;
proxy_ssl_certificate $host.pem; proxy_pass http://127.0.0.1;
http2_push off; http2_push off;
http2_push /a; http2_push /b;
secure_link $arg_a; secure_link_md5 a; secure_link_secret b;
secure_link_md5 a; secure_link_secret b;
proxy_pass http://$host; proxy_redirect default;
proxy_pass http://127.0.0.1/$uri; proxy_redirect default; proxy_redirect a b;
modern_browser Gecko 1.0.0;
modern_browser opera .;
modern_browser konqueror "";
userid_mark Z;
userid_mark 0;
userid_mark "";
charset on;
source_charset koi8-r;
charset $host; source_charset koi8-r;
charset utf-8; source_charset off;
charset off; source_charset utf-8;
`,
	],
	[
		"messages",
		"map",
		`
hostnames; a..b c;
hostnames; *.a.com b; a.* c;
hostnames; *a.com b;
hostnames; a.*.com b;
~( b;
~* b;
~ b;
volatile; default a;
`,
	],
	[
		"messages",
		"geo",
		`
ranges; 10.0.0.0-10.0.0.255 a; 10.0.0.10-10.0.0.20 b;
ranges; 10.0.0.255-10.0.0.0 a;
10.0.0.0/8 a; 10.0.0.0/8 b;
10.0.0.1/8 a;
proxy 10.0.0.0/8; default 0;
proxy x; default 0;
default 0; default 1;
delete 10.0.0.0/8; 10.0.0.0/8 a;
volatile; default 0;
`,
	],
	[
		"messages",
		"split",
		`
50% a; 60% b;
50% a; 50% b; * c;
0.001% a;
100% a; 0.01% b;
`,
	],
	[
		"messages",
		"stream",
		`
server { listen 127.0.0.1:18999; }
server { listen 127.0.0.1:18999; return a; }
server { listen 127.0.0.1:18999 udp ssl; return a; }
server { listen 127.0.0.1:18999 udp proxy_protocol; return a; }
server { listen 127.0.0.1:18999 udp backlog=10; return a; }
server { listen 127.0.0.1:18999 udp so_keepalive=on; return a; }
server { listen 127.0.0.1:18999 udp fastopen=3; return a; }
server { listen 127.0.0.1:18999 udp reuseport; return a; }
server { return a; }
server { listen 127.0.0.1:18999; server { } return a; }
server { listen 127.0.0.1:18999; location / { } }
access_log /tmp/edgewise-s; server { listen 127.0.0.1:18999; return a; }
log_format a b; access_log /tmp/edgewise-s a; server { listen 127.0.0.1:18999; return a; }
log_format a '$request'; access_log /tmp/edgewise-s a; server { listen 127.0.0.1:18999; return a; }
server { listen 127.0.0.1:18999; return $host; }
server { listen 127.0.0.1:18999; proxy_pass 127.0.0.1; }
server { listen 127.0.0.1:18999; proxy_pass http://127.0.0.1:1; }
server { listen 127.0.0.1:18999; proxy_pass 127.0.0.1:1; proxy_set_header A b; }
upstream u { server 127.0.0.1:1; } server { listen 127.0.0.1:18999; proxy_pass u; }
upstream u { server 127.0.0.1; } server { listen 127.0.0.1:18999; proxy_pass u; }
upstream u { } server { listen 127.0.0.1:18999; proxy_pass u; }
upstream u { ip_hash; server 127.0.0.1:1; } server { listen 127.0.0.1:18999; proxy_pass u; }
upstream u { server 127.0.0.1:1; keepalive 4; } server { listen 127.0.0.1:18999; proxy_pass u; }
server { listen 127.0.0.1:18999; proxy_pass 127.0.0.1:1; return a; }
server { listen 127.0.0.1:18999; proxy_pass 127.0.0.1:1; proxy_timeout 1m; proxy_connect_timeout 5s; }
server { listen 127.0.0.1:18999; proxy_pass 127.0.0.1:1; proxy_responses 1; }
server { listen 127.0.0.1:18999; listen 127.0.0.1:18999; return a; }
server { listen 127.0.0.1:18999 ssl; return a; }
map $ssl_preread_server_name $n { default 127.0.0.1:1; } server { listen 127.0.0.1:18999; ssl_preread on; proxy_pass $n; }
upstream u { } server { listen 127.0.0.1:18999; return a; }
upstream u { server 127.0.0.1:1 backup; } server { listen 127.0.0.1:18999; return a; }
upstream u { least_conn; zone z 64k; } server { listen 127.0.0.1:18999; return a; }
server { listen 127.0.0.1:18999; ssl_preread on; }
proxy_timeout 1m; server { listen 127.0.0.1:18999; proxy_pass 127.0.0.1:1; }
server { }
server { listen 127.0.0.1:18999 ssl; ssl_certificate $ssl_server_name.pem; return a; }
ssl_certificate $ssl_server_name.pem; ssl_certificate_key $ssl_server_name.key; server { listen 127.0.0.1:18999 ssl; return a; }
server { listen 127.0.0.1:18999 ssl; ssl_certificate_key $ssl_server_name.key; return a; }
server { listen 127.0.0.1:18999; proxy_ssl on; proxy_ssl_verify on; proxy_pass 127.0.0.1:1; }
server { listen 127.0.0.1:18999; proxy_ssl_verify on; proxy_pass 127.0.0.1:1; }
proxy_ssl on; server { listen 127.0.0.1:18999; proxy_ssl_certificate $ssl_server_name.pem; proxy_pass 127.0.0.1:1; }
`,
	],
	[
		"messages",
		"whole",
		`
events {} load_module /usr/lib/nginx/modules/ngx_stream_module.so; http { }
`,
	],
];
