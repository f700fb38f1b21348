/**
 * Small configurations, written per family of directives: each line below is one of them, put into
 * the block that its group names. What nginx says of them is in verdicts.json.
 */

import { messages } from "./messages.ts";
import { names } from "./names.ts";

export interface Case {
	/** `family: line` */
	readonly name: string;
	readonly config: string;
}

type Block = keyof typeof around;

/** No listen may be what another program has, and none needs root's rights. */
const around = {
	main: (line: string) =>
		`${line}\nevents {}\nhttp { server { listen 127.0.0.1:18999; } }\n`,
	events: (line: string) =>
		`events {\n${line}\n}\nhttp { server { listen 127.0.0.1:18999; } }\n`,
	http: (line: string) =>
		`events {}\nhttp {\n${line}\nserver { listen 127.0.0.1:18999; }\n}\n`,
	server: (line: string) =>
		`events {}\nhttp {\nserver {\nlisten 127.0.0.1:18999;\n${line}\n}\n}\n`,
	listen: (line: string) => `events {}\nhttp {\nserver {\n${line}\n}\n}\n`,
	location: (line: string) =>
		`events {}\nhttp {\nserver {\nlisten 127.0.0.1:18999;\nlocation / {\n${line}\n}\n}\n}\n`,
	"if in server": (line: string) =>
		`events {}\nhttp {\nserver {\nlisten 127.0.0.1:18999;\nif ($host = a) {\n${line}\n}\n}\n}\n`,
	"if in location": (line: string) =>
		`events {}\nhttp {\nserver {\nlisten 127.0.0.1:18999;\nlocation / {\nif ($host = a) {\n${line}\n}\n}\n}\n}\n`,
	limit_except: (line: string) =>
		`events {}\nhttp {\nserver {\nlisten 127.0.0.1:18999;\nlocation / {\nlimit_except GET {\n${line}\n}\n}\n}\n}\n`,
	upstream: (line: string) =>
		`events {}\nhttp {\nupstream u {\n${line}\n}\nserver { listen 127.0.0.1:18999; }\n}\n`,
	map: (line: string) =>
		`events {}\nhttp {\nmap $host $mapped {\n${line}\n}\nserver { listen 127.0.0.1:18999; }\n}\n`,
	geo: (line: string) =>
		`events {}\nhttp {\ngeo $where {\n${line}\n}\nserver { listen 127.0.0.1:18999; }\n}\n`,
	split: (line: string) =>
		`events {}\nhttp {\nsplit_clients $remote_addr $part {\n${line}\n}\nserver { listen 127.0.0.1:18999; }\n}\n`,
	/** Debian's nginx has it as a module to load. */
	stream: (line: string) =>
		`load_module /usr/lib/nginx/modules/ngx_stream_module.so;\nevents {}\nstream {\n${line}\n}\n`,
	whole: (line: string) => `${line}\n`,
} as const;

/** Family, block, a configuration a line. */
const families: readonly (readonly [string, Block, string])[] = [
	[
		"process",
		"main",
		`
worker_processes 4;
worker_processes auto;
worker_processes four;
worker_processes 1 2;
worker_processes;
worker_processes 1; worker_processes 2;
worker_rlimit_nofile 1024;
worker_rlimit_nofile 1k;
worker_rlimit_core 500m;
worker_rlimit_core 1g;
worker_rlimit_core lots;
worker_priority -5;
worker_priority 5;
worker_priority high;
worker_shutdown_timeout 10s;
worker_shutdown_timeout 10sec;
worker_cpu_affinity auto;
timer_resolution 100ms;
timer_resolution 100msec;
daemon on;
daemon yes;
master_process off;
master_process false;
pcre_jit on;
pcre_jit 1;
env PATH;
env A=b; env C;
env;
debug_points abort;
debug_points always;
thread_pool default threads=16;
thread_pool default threads=16 max_queue=100;
thread_pool default;
thread_pool default threads=0;
thread_pool default threads=2 queue=3;
error_log /tmp/edgewise-e.log;
error_log /tmp/edgewise-e.log warn;
error_log /tmp/edgewise-e.log warning;
error_log /tmp/edgewise-e.log WARN;
error_log stderr debug_http;
error_log;
lock_file /tmp/edgewise.lock; lock_file /tmp/edgewise2.lock;
user a b c;
server_tokens off;
listen 80;
gzip on;
ssl_engine;
worker_connections 100;
`,
	],
	[
		"events",
		"events",
		`
worker_connections 1024;
worker_connections 1k;
worker_connections many;
worker_connections 1; worker_connections 2;
multi_accept on;
multi_accept true;
accept_mutex off;
accept_mutex_delay 500ms;
accept_mutex_delay 1x;
use epoll;
use epol;
use poll;
worker_aio_requests 32;
worker_aio_requests -1;
worker_processes 2;
keepalive_timeout 5;
`,
	],
	[
		"sizes",
		"server",
		`
client_max_body_size 0;
client_max_body_size 10m;
client_max_body_size 10M;
client_max_body_size 1g;
client_max_body_size 1G;
client_max_body_size 1gb;
client_max_body_size 10MB;
client_max_body_size 1.5m;
client_max_body_size -1;
client_max_body_size 1t;
client_max_body_size "10 m";
client_max_body_size 10 m;
client_max_body_size unlimited;
client_max_body_size 99999999999999999999;
client_body_buffer_size 16k;
client_body_buffer_size 1g;
client_body_buffer_size 16kb;
client_header_buffer_size 1K;
client_header_buffer_size k;
large_client_header_buffers 4 8k;
large_client_header_buffers 4;
large_client_header_buffers 8k 4;
large_client_header_buffers four 8k;
large_client_header_buffers 4 8kb;
output_buffers 2 32k;
output_buffers 0 32k;
postpone_output 1460;
postpone_output x;
sendfile_max_chunk 2m;
sendfile_max_chunk 2g;
send_lowat 0;
subrequest_output_buffer_size 4k;
types_hash_max_size 2048;
types_hash_max_size 2k;
connection_pool_size 512;
connection_pool_size 1;
read_ahead 0;
directio 4m;
directio off;
directio on;
directio_alignment 512;
directio_alignment 1g;
limit_rate 100k;
limit_rate 1g;
limit_rate $arg_rate;
limit_rate_after 1m;
limit_rate fast;
`,
	],
	[
		"times",
		"server",
		`
keepalive_timeout 65;
keepalive_timeout 65s;
keepalive_timeout 65 60;
keepalive_timeout 65 60ms;
keepalive_timeout 1m30s;
keepalive_timeout 30s1m;
keepalive_timeout 1min;
keepalive_timeout "1m 30s";
keepalive_timeout 1m 30s;
keepalive_timeout 1y;
keepalive_timeout 1M;
keepalive_timeout off;
keepalive_timeout 65 60 1;
client_body_timeout 60;
client_body_timeout 60sec;
client_body_timeout 1h1m1s1ms;
client_body_timeout 1ms1s;
client_body_timeout 1s1s;
client_body_timeout 1.5s;
client_body_timeout -1;
client_body_timeout "";
client_body_timeout " 1s";
client_body_timeout "1s ";
client_body_timeout s;
client_body_timeout 5w;
client_body_timeout 1d12h;
send_timeout 100ms;
send_timeout 2hours;
resolver_timeout 30;
resolver_timeout $host;
lingering_time 30s;
lingering_timeout 5 s;
open_file_cache_valid 60s;
open_file_cache_valid 60ms;
open_file_cache_valid 1y;
`,
	],
	[
		"switches",
		"server",
		`
gzip on;
gzip ON;
gzip On;
gzip yes;
gzip true;
gzip 1;
gzip;
gzip on off;
gzip on; gzip off;
sendfile off;
sendfile no;
tcp_nopush on;
tcp_nodelay enabled;
server_tokens off;
server_tokens build;
server_tokens none;
etag off;
etag weak;
satisfy any;
satisfy all;
satisfy none;
satisfy ANY;
if_modified_since exact;
if_modified_since before;
if_modified_since after;
lingering_close always;
lingering_close never;
autoindex on;
autoindex_format json;
autoindex_format yaml;
client_body_in_file_only clean;
client_body_in_file_only on;
client_body_in_file_only yes;
keepalive_disable msie6 safari;
keepalive_disable none;
keepalive_disable chrome;
gzip_proxied any;
gzip_proxied expired no-cache no-store private auth;
gzip_proxied expired none;
gzip_http_version 1.0;
gzip_http_version 2;
gzip_comp_level 6;
gzip_comp_level 0;
gzip_comp_level 10;
gzip_comp_level best;
gzip_buffers 16 8k;
gzip_buffers 8k;
gzip_min_length 1000;
gzip_min_length 1k;
gzip_types text/css application/json;
gzip_types *;
gzip_types;
gzip_static always;
gzip_static maybe;
gzip_vary on;
gunzip on;
gzip_disable "msie6";
charset utf-8;
charset off;
charset;
aio on;
aio threads;
aio threads=default;
aio sometimes;
chunked_transfer_encoding off;
merge_slashes off;
underscores_in_headers on;
ignore_invalid_headers off;
port_in_redirect off;
absolute_redirect off;
reset_timedout_connection on;
recursive_error_pages on;
log_not_found off;
log_subrequest on;
msie_padding off;
types_hash_bucket_size 64;
open_file_cache off;
open_file_cache max=1000;
open_file_cache max=1000 inactive=20s;
open_file_cache inactive=20s;
open_file_cache max=0;
open_file_cache 1000;
open_file_cache max=1000 inactive=20sec;
disable_symlinks on;
disable_symlinks if_not_owner from=/srv;
disable_symlinks owner;
`,
	],
	[
		"listen",
		"listen",
		`
listen 18001;
listen 127.0.0.1:18001;
listen *:18001;
listen [::1]:18001;
listen [::]:18001 ipv6only=on;
listen [::]:18001 ipv6only=off;
listen [::]:18001 ipv6only=yes;
listen [::1:18001;
listen 18001-18003;
listen 18003-18001;
listen 0;
listen 65535;
listen 65536;
listen 99999;
listen 127.0.0.1:0;
listen 127.0.0.1:port;
listen :18001;
listen unix:/tmp/edgewise.sock;
listen http://127.0.0.1:18001;
listen 127.0.0.1:18001/;
listen 18001 default_server;
listen 18001 default;
listen 18001 default_sever;
listen 18001 backlog=511;
listen 18001 backlog=0;
listen 18001 backlog=many;
listen 18001 rcvbuf=64k sndbuf=64k;
listen 18001 rcvbuf=64kb;
listen 18001 reuseport;
listen 18001 deferred;
listen 18001 bind;
listen 18001 fastopen=16;
listen 18001 fastopen=on;
listen 18001 so_keepalive=on;
listen 18001 so_keepalive=off;
listen 18001 so_keepalive=30m::10;
listen 18001 so_keepalive=yes;
listen 18001 so_keepalive=::;
listen 18001 proxy_protocol;
listen 18001 http2;
listen 18001 spdy;
listen 18001 udp;
listen 18001 backlog=1 extra;
listen;
listen 18001 18002;
listen ssl;
`,
	],
	[
		"server names",
		"server",
		`
server_name example.com;
server_name example.com *.example.com www.example.*;
server_name .example.com;
server_name "";
server_name _;
server_name ~^www\\d+\\.example\\.com$;
server_name $hostname;
server_name;
server_name_in_redirect on;
server_name_in_redirect yes;
server_names_hash_bucket_size 64;
`,
	],
	[
		"answers",
		"location",
		`
return 200;
return 200 ok;
return 204 "";
return 301 https://$host$request_uri;
return https://example.com/;
return http://example.com/;
return $scheme://example.com/;
return /login;
return hello;
return "200";
return 2OO;
return 1000;
return 999;
return 200 a b;
return;
return 200 $;
return 200 a$;
return 200 10$;
return 200 $1;
return 200 "\${host}x";
return 200 "\${host";
return 200 "\${}";
return 200 $host$uri;
error_page 404 /404.html;
error_page 404 = /404.html;
error_page 404 =200 /404.html;
error_page 404 =x /404.html;
error_page 404 500 502 /x.html;
error_page 500-504 /50x.html;
error_page 200 /x.html;
error_page 600 /x.html;
error_page 499 /x.html;
error_page 404;
error_page =200 /x.html;
error_page four /x.html;
try_files $uri $uri/ =404;
try_files $uri =404;
try_files $uri;
try_files =404;
try_files $uri =1000;
try_files $uri =abc;
try_files $uri /index.php?$args;
try_files $uri "\${uri";
root /srv;
root /srv; root /other;
root /a b;
root;
root "/a b";
alias /srv/;
root /srv; alias /srv/;
alias /srv/; root /srv;
index index.html index.php;
index;
internal;
internal on;
autoindex on; autoindex off;
default_type text/plain;
default_type text/plain text/html;
types { text/plain txt; }
types {}
expires 30d;
expires -1;
expires +1h;
expires @15h;
expires @25h;
expires max;
expires off;
expires epoch;
expires never;
expires 30days;
expires 1M;
expires 500ms;
expires modified +1h;
expires modified @15h;
expires modify 1h;
expires modified max;
expires $cookie_e;
expires 30d; expires 1d;
add_header X-A b;
add_header X-A b always;
add_header X-A b alway;
add_header X-A b c d;
add_header X-A;
add_header X-A "$";
add_trailer X-A b always;
add_trailer X-A b sometimes;
empty_gif;
empty_gif on;
stub_status;
stub_status on;
stub_status on off;
mirror /m; mirror /n;
mirror off;
auth_basic "closed";
auth_basic off;
auth_basic a b;
auth_basic_user_file /tmp/x;
auth_request /auth;
auth_request off;
auth_request_set $user $upstream_http_x_user;
auth_request_set user $upstream_http_x_user;
sub_filter a b;
sub_filter a;
sub_filter_once off;
sub_filter_types *;
ssi on;
ssi maybe;
slice 1m;
slice 1x;
random_index on;
dav_methods PUT DELETE;
dav_methods GET;
dav_methods off;
dav_access user:rw group:r;
dav_access owner:rw;
dav_access user:x;
create_full_put_path on;
min_delete_depth 4;
client_body_temp_path /tmp/edgewise-t 1 2;
client_body_temp_path /tmp/edgewise-t 0;
client_body_temp_path /tmp/edgewise-t 9 9;
client_body_temp_path /tmp/edgewise-t 1 2 2 1;
limit_except GET { deny all; }
limit_except get { deny all; }
limit_except FETCH { deny all; }
limit_except { deny all; }
`,
	],
	[
		"access",
		"location",
		`
allow all;
deny all;
allow 10.0.0.0/8;
allow 10.0.0.1;
allow 10.0.0.1/8;
allow 10.0.0.0/33;
allow 10.0.0/24;
allow 10.0.0.256;
allow 10.0.0.0/;
allow 10.0.0.0-10.0.0.255;
allow ::1;
allow 2001:db8::/32;
allow 2001:db8::/129;
allow 2001:db8:::1;
allow unix:;
allow localhost;
allow example.com;
allow;
allow 10.0.0.1 10.0.0.2;
deny any;
deny 255.255.255.255;
set_real_ip_from 10.0.0.0/8;
set_real_ip_from 10.0.0.0/40;
set_real_ip_from unix:;
real_ip_header X-Forwarded-For;
real_ip_header X-Real-IP; real_ip_header X-Forwarded-For;
real_ip_recursive on;
real_ip_recursive yes;
satisfy any; allow all;
valid_referers none blocked *.example.com;
valid_referers;
limit_rate 1k; limit_rate 2k;
`,
	],
	[
		"rewrite",
		"location",
		`
set $a 1;
set a 1;
set $a;
set $a 1 2;
set $ 1;
set $a "$";
rewrite ^/a /b;
rewrite ^/a /b last;
rewrite ^/a;
rewrite ^/a /b last x;
break;
break 1;
rewrite_log on;
rewrite_log yes;
uninitialized_variable_warn off;
if ($host) { return 200; }
if ($host = a) { return 200; }
if { return 200; }
if ($host = a) { set $a 1; break; }
if ($host = a) { root /srv; }
if ($host = a) { index a.html; }
if ($host = a) { add_header A b; }
if ($host = a) { proxy_pass http://127.0.0.1:1; }
if ($host = a) { proxy_read_timeout 1s; }
if ($host = a) { allow all; }
if ($host = a) { try_files a b; }
if ($host = a) { location /x { return 200; } }
`,
	],
	[
		"rewrite",
		"if in server",
		`
return 404;
set $a 1;
break;
rewrite ^ /x last;
add_header A b;
root /srv;
access_log off;
proxy_pass http://127.0.0.1:1;
if ($uri) { return 200; }
`,
	],
	[
		"rewrite",
		"if in location",
		`
gzip on;
expires 1d;
error_page 404 /x;
access_log off;
limit_rate 1k;
deny all;
auth_basic x;
proxy_set_header A b;
fastcgi_pass 127.0.0.1:9000;
fastcgi_param A b;
internal;
client_max_body_size 1m;
`,
	],
	[
		"limit_except",
		"limit_except",
		`
deny all;
allow 10.0.0.1; deny all;
auth_basic x;
proxy_pass http://127.0.0.1:1;
return 405;
add_header A b;
root /srv;
access_log off;
if ($host) { return 200; }
`,
	],
	[
		"proxy",
		"location",
		`
proxy_pass http://127.0.0.1:3000;
proxy_pass https://127.0.0.1:3000/;
proxy_pass http://127.0.0.1;
proxy_pass http://127.0.0.1:0;
proxy_pass http://127.0.0.1:70000;
proxy_pass http://127.0.0.1:abc;
proxy_pass http://:3000;
proxy_pass http://;
proxy_pass http://[::1]:3000;
proxy_pass http://[::1:3000;
proxy_pass http://unix:/tmp/a.sock;
proxy_pass http://unix:/tmp/a.sock:/uri;
proxy_pass http://127.0.0.1:3000 https://127.0.0.1:3001;
proxy_pass http://127.0.0.1:1; proxy_pass http://127.0.0.1:2;
proxy_pass;
proxy_pass http://127.0.0.1:3000/$uri;
proxy_set_header Host $host;
proxy_set_header Host;
proxy_set_header Host $host always;
proxy_set_header Host "$";
proxy_set_header "" "";
proxy_http_version 1.1;
proxy_http_version 1;
proxy_http_version 2.0;
proxy_read_timeout 60;
proxy_read_timeout 60s 10s;
proxy_read_timeout 1min;
proxy_connect_timeout 5;
proxy_connect_timeout 5; proxy_connect_timeout 6;
proxy_buffering off;
proxy_buffering none;
proxy_buffers 8 16k;
proxy_buffers 16k;
proxy_buffers 8 16kb;
proxy_buffer_size 4k;
proxy_buffer_size 4g;
proxy_busy_buffers_size 8k;
proxy_max_temp_file_size 0;
proxy_max_temp_file_size 1g;
proxy_max_temp_file_size 1024m;
proxy_temp_file_write_size 8k;
proxy_request_buffering off;
proxy_intercept_errors on;
proxy_ignore_client_abort yes;
proxy_redirect off;
proxy_redirect default;
proxy_redirect http://a/ /;
proxy_redirect on;
proxy_redirect ~^http://a(.*)$ $1;
proxy_cookie_domain off;
proxy_cookie_domain a b;
proxy_cookie_domain a;
proxy_cookie_path / /x/;
proxy_cookie_path /;
proxy_cookie_flags a secure httponly;
proxy_cookie_flags off;
proxy_next_upstream error timeout http_502;
proxy_next_upstream off;
proxy_next_upstream http_501;
proxy_next_upstream error on;
proxy_next_upstream updating;
proxy_next_upstream_tries 3;
proxy_next_upstream_tries three;
proxy_next_upstream_timeout 5s;
proxy_ignore_headers Cache-Control Set-Cookie;
proxy_ignore_headers Server;
proxy_hide_header X-Powered-By;
proxy_hide_header A B;
proxy_pass_header Server;
proxy_pass_request_body off;
proxy_method POST;
proxy_set_body $request_body;
proxy_bind 127.0.0.1;
proxy_bind $remote_addr transparent;
proxy_bind 127.0.0.1 transparant;
proxy_bind off;
proxy_store on;
proxy_store /x$uri;
proxy_store_access user:rw;
proxy_store_access user:w;
proxy_temp_path /tmp/edgewise-p 1 2;
proxy_cache_valid 200 302 10m;
proxy_cache_valid 10m;
proxy_cache_valid any 1m;
proxy_cache_valid 200;
proxy_cache_valid 200 10min;
proxy_cache_valid 20x 10m;
proxy_cache_valid 99 10m;
proxy_cache_key $uri;
proxy_cache_key "$";
proxy_cache_methods GET HEAD;
proxy_cache_methods GET PATCH;
proxy_cache_min_uses 3;
proxy_cache_min_uses x;
proxy_cache_use_stale error timeout updating;
proxy_cache_use_stale stale;
proxy_cache_lock on;
proxy_cache_lock_timeout 5s;
proxy_cache_bypass $cookie_a $arg_b;
proxy_no_cache $http_pragma;
proxy_cache_revalidate on;
proxy_cache_background_update maybe;
proxy_ssl_server_name on;
proxy_ssl_verify on;
proxy_ssl_verify_depth 2;
proxy_ssl_verify_depth two;
proxy_ssl_protocols TLSv1.2 TLSv1.3;
proxy_ssl_protocols TLSv1.4;
proxy_ssl_protocols tlsv1.2;
proxy_ssl_name $host;
proxy_headers_hash_max_size 1024;
proxy_headers_hash_max_size 1k;
proxy_socket_keepalive on;
proxy_limit_rate 10k;
proxy_force_ranges on;
proxy_send_lowat 0;
`,
	],
	[
		"other proxies",
		"location",
		`
fastcgi_pass 127.0.0.1:9000;
fastcgi_pass unix:/run/php.sock;
fastcgi_pass 127.0.0.1:99999;
fastcgi_param A b;
fastcgi_param A b if_not_empty;
fastcgi_param A b if_empty;
fastcgi_param A;
fastcgi_index index.php;
fastcgi_read_timeout 60min;
fastcgi_buffers 8 16k;
fastcgi_keep_conn on;
fastcgi_next_upstream http_502;
fastcgi_next_upstream http_503;
fastcgi_split_path_info ^(.+\\.php)(/.+)$;
fastcgi_intercept_errors On;
fastcgi_cache_valid 200 1h;
uwsgi_pass 127.0.0.1:3031;
uwsgi_param A b;
uwsgi_modifier1 9;
uwsgi_modifier1 256;
uwsgi_read_timeout 10;
scgi_pass 127.0.0.1:4000;
scgi_param A b;
scgi_read_timeout x;
grpc_pass grpc://127.0.0.1:50051;
grpc_pass 127.0.0.1:50051;
grpc_set_header A b;
grpc_read_timeout 1d;
grpc_next_upstream non_idempotent;
memcached_pass 127.0.0.1:11211;
memcached_gzip_flag 2;
memcached_gzip_flag two;
memcached_next_upstream not_found;
`,
	],
	[
		"upstream",
		"upstream",
		`
server 127.0.0.1:1;
server 127.0.0.1;
server 127.0.0.1:1 weight=3;
server 127.0.0.1:1 weight=0;
server 127.0.0.1:1 weight=x;
server 127.0.0.1:1 wieght=3;
server 127.0.0.1:1 max_fails=0;
server 127.0.0.1:1 max_fails=x;
server 127.0.0.1:1 fail_timeout=10s;
server 127.0.0.1:1 fail_timeout=10sec;
server 127.0.0.1:1 fail_timeout=500ms;
server 127.0.0.1:1 max_conns=10;
server 127.0.0.1:1 max_conns=x;
server 127.0.0.1:1; server 127.0.0.1:2 backup;
server 127.0.0.1:1 down;
server 127.0.0.1:1 weight 3;
server 127.0.0.1:1 weight=3 max_fails=2 fail_timeout=1m;
server 127.0.0.1:1 slow_start=30s;
server http://127.0.0.1:1;
server 127.0.0.1:1/path;
server 127.0.0.1:0;
server 127.0.0.1:66000;
server unix:/tmp/a.sock;
server;
server 127.0.0.1:1; least_conn;
least_conn; server 127.0.0.1:1;
least_conn on; server 127.0.0.1:1;
ip_hash; server 127.0.0.1:1;
hash $uri; server 127.0.0.1:1;
hash $uri consistent; server 127.0.0.1:1;
hash $uri consistant; server 127.0.0.1:1;
hash; server 127.0.0.1:1;
random; server 127.0.0.1:1;
random two least_conn; server 127.0.0.1:1;
random two; server 127.0.0.1:1;
random least_conn; server 127.0.0.1:1;
random three; server 127.0.0.1:1;
random two ip_hash; server 127.0.0.1:1;
server 127.0.0.1:1; keepalive 16;
server 127.0.0.1:1; keepalive on;
server 127.0.0.1:1; keepalive 16; keepalive 8;
server 127.0.0.1:1; keepalive_timeout 30s;
server 127.0.0.1:1; keepalive_timeout 30s 10s;
server 127.0.0.1:1; keepalive_requests 100;
server 127.0.0.1:1; keepalive_requests x;
server 127.0.0.1:1; keepalive_time 1h;
server 127.0.0.1:1; zone u 64k;
server 127.0.0.1:1; zone u 16k;
server 127.0.0.1:1; zone u 64kb;
server 127.0.0.1:1; proxy_pass http://a;
server 127.0.0.1:1; location / {}
`,
	],
	[
		"zones",
		"http",
		`
limit_req_zone $binary_remote_addr zone=a:10m rate=10r/s;
limit_req_zone $binary_remote_addr zone=a:10m rate=30r/m;
limit_req_zone $binary_remote_addr zone=a:10m rate=10;
limit_req_zone $binary_remote_addr zone=a:10m rate=10r/h;
limit_req_zone $binary_remote_addr zone=a:10m rate=0r/s;
limit_req_zone $binary_remote_addr zone=a:10mb rate=10r/s;
limit_req_zone $binary_remote_addr zone=a rate=10r/s;
limit_req_zone $binary_remote_addr zone=a:1k rate=10r/s;
limit_req_zone $binary_remote_addr rate=10r/s;
limit_req_zone $binary_remote_addr rate=10r/s zone=a:1m;
limit_req_zone zone=a:10m rate=10r/s;
limit_req_zone $binary_remote_addr zone=a:10m rate=10r/s burst=5;
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; limit_req zone=a burst=20 nodelay;
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; limit_req zone=a burst=20 delay=8;
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; limit_req zone=a burst=0;
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; limit_req zone=a burst=many;
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; limit_req a;
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; limit_req zone=a nodely;
limit_req burst=5;
limit_req_status 429;
limit_req_status 200;
limit_req_status 600;
limit_req_log_level warn;
limit_req_log_level debug;
limit_req_dry_run on;
limit_conn_zone $binary_remote_addr zone=a:10m;
limit_conn_zone $binary_remote_addr zone=a;
limit_conn_zone $binary_remote_addr a:10m;
limit_conn_zone $binary_remote_addr zone=a:1m; limit_conn a 10;
limit_conn_zone $binary_remote_addr zone=a:1m; limit_conn a 0;
limit_conn_zone $binary_remote_addr zone=a:1m; limit_conn a 65536;
limit_conn_zone $binary_remote_addr zone=a:1m; limit_conn a many;
limit_conn_zone $binary_remote_addr zone=a:1m; limit_conn a;
proxy_cache_path /tmp/edgewise-c keys_zone=a:10m;
proxy_cache_path /tmp/edgewise-c levels=1:2 keys_zone=a:10m max_size=10g inactive=60m use_temp_path=off;
proxy_cache_path /tmp/edgewise-c levels=3 keys_zone=a:10m;
proxy_cache_path /tmp/edgewise-c levels=1:2:2:2 keys_zone=a:10m;
proxy_cache_path /tmp/edgewise-c keys_zone=a;
proxy_cache_path /tmp/edgewise-c keys_zone=a:10mb;
proxy_cache_path /tmp/edgewise-c levels=1:2;
proxy_cache_path /tmp/edgewise-c keys_zone=a:10m max_size=10gb;
proxy_cache_path /tmp/edgewise-c keys_zone=a:10m inactive=60min;
proxy_cache_path /tmp/edgewise-c keys_zone=a:10m use_temp_path=no;
proxy_cache_path /tmp/edgewise-c keys_zone=a:10m maxsize=1g;
proxy_cache_path /tmp/edgewise-c keys_zone=a:10m loader_files=100 loader_sleep=50ms loader_threshold=200ms;
proxy_cache_path /tmp/edgewise-c keys_zone=a:10m loader_files=x;
ssl_session_cache shared:SSL:10m;
ssl_session_cache shared:SSL:10mb;
ssl_session_cache shared:SSL;
ssl_session_cache shared:SSL:1k;
ssl_session_cache builtin:1000 shared:SSL:10m;
ssl_session_cache none;
ssl_session_cache on;
ssl_session_timeout 1d;
ssl_session_timeout 1day;
ssl_session_timeout 10ms;
ssl_session_tickets off;
ssl_protocols TLSv1.2 TLSv1.3;
ssl_protocols TLSv1.2, TLSv1.3;
ssl_protocols TLS1.2;
ssl_prefer_server_ciphers on;
ssl_verify_client optional;
ssl_verify_client maybe;
ssl_verify_depth 2;
ssl_buffer_size 4k;
ssl_buffer_size 1g;
ssl_early_data on;
`,
	],
	[
		"the names of maps, geos and splits",
		"http",
		`
map $uri where { default a; }
map uri $where { default a; }
map $uri \${where} { default a; }
geo where { default 1; }
geo uri $where { default 1; }
geo $remote_addr where { default 1; }
split_clients $uri where { * a; }
split_clients uri $where { * a; }
`,
	],
	[
		"logs",
		"http",
		`
access_log off;
access_log /tmp/edgewise-a.log;
access_log /tmp/edgewise-a.log combined;
access_log /tmp/edgewise-a.log combined buffer=32k flush=1m;
access_log /tmp/edgewise-a.log combined buffer=32kb;
access_log /tmp/edgewise-a.log combined gzip;
access_log /tmp/edgewise-a.log combined gzip=9;
access_log /tmp/edgewise-a.log combined if=$host;
access_log /tmp/edgewise-a.log combined buffered;
access_log;
access_log off; access_log off;
access_log off combined;
access_log off off;
access_log /tmp/edgewise-a.log combined flush=1m;
access_log /tmp/edgewise-a.log combined gzip flush=1m;
access_log /tmp/edgewise-a.log combined buffer=32k flush=0;
access_log /tmp/edgewise-a.log combined buffer=32k flush=0m;
access_log /tmp/edgewise-a.log combined buffer=0;
access_log /tmp/edgewise-a.log combined buffer=0k;
access_log /tmp/edgewise-a.log combined gzip=0;
access_log /tmp/edgewise-a.log combined gzip=09;
access_log /tmp/edgewise-a.log combined gzip=10;
access_log /tmp/edgewise-a.log combined gzip=;
access_log /tmp/edgewise-a.log combined gzipped;
access_log /tmp/edgewise-$host.log;
access_log /tmp/edgewise-$host.log combined buffer=32k;
access_log /tmp/edgewise-$host.log combined gzip;
access_log syslog:server=127.0.0.1;
access_log syslog:server=127.0.0.1 combined buffer=32k;
access_log syslog:server=127.0.0.1 combined gzip;
access_log syslog:;
access_log syslog:server=127.0.0.1:1514,facility=local7,severity=info,tag=nginx,nohostname combined;
access_log syslog:server=127.0.0.1,facility=locall7;
access_log syslog:server=127.0.0.1,facility=;
access_log syslog:server=127.0.0.1,severity=warning;
access_log syslog:server=127.0.0.1,tag=a-b;
access_log syslog:server=127.0.0.1,tag=a23456789b123456789c123456789d123;
access_log syslog:server=127.0.0.1,tag=a23456789b123456789c123456789d12;
access_log syslog:server=127.0.0.1,tag=;
access_log syslog:server=127.0.0.1,tag=a,tag=b;
access_log syslog:server=127.0.0.1,nohostname=1;
access_log syslog:server=127.0.0.1,;
access_log syslog:server=127.0.0.1,server=127.0.0.2;
access_log syslog:facility=local7;
error_log syslog:server=127.0.0.1 warn;
error_log syslog:server=127.0.0.1,severity=warning;
error_log syslog:tag=a;
log_format a '$remote_addr';
log_format a escape=json '$remote_addr';
log_format a;
log_format;
open_log_file_cache max=1000;
open_log_file_cache inactive=20s;
open_log_file_cache max=1000 inactive=20s min_uses=2 valid=1m;
open_log_file_cache off;
error_log /tmp/edgewise-e.log error;
error_log /tmp/edgewise-e.log errors;
error_log /tmp/edgewise-e.log crit alert;
resolver 127.0.0.1;
resolver 127.0.0.1 valid=30s;
resolver 127.0.0.1 valid=30sec;
resolver 127.0.0.1 ipv6=off;
resolver 127.0.0.1 ipv6=no;
resolver;
resolver 127.0.0.1; resolver 127.0.0.2;
resolver_timeout 5s;
`,
	],
	[
		"tables",
		"map",
		`
a b;
default a; b c;
default a; default b;
a b; a c;
a b; A c;
a;
a b c;
'' a;
~^a b; ~^a c;
hostnames; *.a.com b; .c.com d;
volatile; a b;
\\default a; default b;
"a b" c;
a $uri;
a "$";
include /nope/*.map; a b;
`,
	],
	[
		"tables",
		"geo",
		`
default 0; 10.0.0.0/8 1;
10.0.0.0/8 1;
10.0.0.1 a;
10.0.0.0/40 1;
10.0.0 1;
localhost 1;
ranges; 10.0.0.0-10.0.0.255 a;
10.0.0.0/8 1; ranges;
ranges; 10.0.0.0/8 1;
proxy 10.0.0.1; default 0;
proxy_recursive; default 0;
delete 10.0.0.0/8;
10.0.0.0/8 1 2;
10.0.0.0/8;
2001:db8::/32 1;
2001:db8::/200 1;
`,
	],
	[
		"tables",
		"split",
		`
50% a; * b;
0.5% a; * b;
100% a;
60% a; 60% b;
50 a; * b;
0% a; * b;
0.555% a; * b;
x% a;
* a;
`,
	],
	[
		"contexts",
		"http",
		`
server { server { } }
location / { }
root /srv;
proxy_pass http://127.0.0.1:1;
proxy_set_header A b;
upstream a { server 127.0.0.1:1; }
if ($host) { return 200; }
return 200;
set $a 1;
rewrite a b;
try_files a b;
internal;
listen 80;
server_name a;
worker_processes 1;
worker_connections 1;
map $a $b { default 1; } map $b $a { default 1; }
types { text/plain a; }
alias /srv;
allow all;
add_header A b;
error_page 404 /x;
limit_except GET { }
events { }
http { }
`,
	],
	[
		"contexts",
		"server",
		`
location / { location /a { } }
location / { server { } }
upstream a { server 127.0.0.1:1; }
map $a $b { default 1; }
log_format a b;
alias /srv;
limit_except GET { deny all; }
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m;
limit_req_zone $uri zone=a:1m rate=1r/s;
internal;
rewrite ^ /x;
include /nope/*.conf;
ssl_certificate;
index a b c;
server 127.0.0.1:1;
ip_hash;
keepalive 5;
worker_connections 5;
types { text/plain a; } default_type a/b;
`,
	],
	[
		"unknown",
		"server",
		`
proxy_bufering off;
sever_name a;
locaton / { return 200; }
add_heder A b;
acces_log off;
clientmaxbodysize 1m;
ROOT /srv;
Root /srv;
root_ /srv;
gzip_typ text/css;
ssl_certificat a;
els { }
`,
	],
	[
		"locations",
		"server",
		`
location /a { } location /a { }
location /a { } location ^~ /a { }
location /a { } location = /a { }
location = /a { } location = /a { }
location @a { } location @a { }
location ~ a { } location ~ a { }
location /a { location /a/b { } }
location /a { location /b { } }
location /a { location ~ b { } }
location ~ a { location /b { } }
location = /a { location /a { } }
location @a { location /a { } }
location /a { location @b { } }
location ~= /a { }
location *~ /a { }
location /a /b { }
location =/a { }
location ^~/a { }
location ~ /a { proxy_pass http://127.0.0.1:1; }
location ~ /a { proxy_pass http://127.0.0.1:1/; }
location ~ /a { proxy_pass http://127.0.0.1:1/$uri; }
location @a { proxy_pass http://127.0.0.1:1/; }
location /a { if ($host) { proxy_pass http://127.0.0.1:1/; } }
location /a { if ($host) { proxy_pass http://127.0.0.1:1; } }
location /a { limit_except GET { proxy_pass http://127.0.0.1:1/; } }
location ~ /a { location /a { proxy_pass http://127.0.0.1:1/; } }
location ~ /a { proxy_pass http://unix:/tmp/a.sock; }
location ~ /a { proxy_pass http://unix:/tmp/a.sock:/; }
location @a { alias /srv/; }
location ~ ^/a/(.*) { alias /srv/$1; }
location /a { proxy_pass 127.0.0.1:1; }
location /a { proxy_pass HTTP://127.0.0.1:1; }
location /a { proxy_pass ws://127.0.0.1:1; }
location /a { proxy_pass unix:/tmp/a.sock; }
location /a { proxy_pass $host; }
location /a { fastcgi_pass fastcgi://127.0.0.1:1; }
location /a { scgi_pass scgi://127.0.0.1:1; }
location /a { uwsgi_pass uwsgi://127.0.0.1:1; }
location /a { uwsgi_pass http://127.0.0.1:1; }
location /a { grpc_pass http://127.0.0.1:1; }
location /a { memcached_pass memcached://127.0.0.1:1; }
`,
	],
	[
		"conditions",
		"server",
		`
if ($host = a) { }
if ( $host = a ) { }
if ($host == a) { }
if ($host != a) { }
if ($host !== a) { }
if ($host eq a) { }
if ($host ~ a) { }
if ($host !~* a) { }
if ($host =~ a) { }
if ($host=a) { }
if ($host= a) { }
if ($host =a) { }
if ($host = a b) { }
if ($host = "a b") { }
if ($host =) { }
if ($host = "") { }
if ($host = '') { }
if ($host && $uri) { }
if ($host || $uri) { }
if (!$host) { }
if ("$host" = a) { }
if ($host) { }
if (host) { }
if (a = $host) { }
if $host { }
if ($host { }
if $host) { }
if () { }
if ( ) { }
if (-f /a) { }
if (!-f $request_filename) { }
if (-d) { }
if (-f /a /b) { }
if (-z /a) { }
if (! -f /a) { }
if ($host ~ (a|b)) { }
if ($host ~ "(a)") { }
if ($) { }
`,
	],
	[
		"flags",
		"server",
		`
rewrite ^ /a last;
rewrite ^ /a break;
rewrite ^ /a redirect;
rewrite ^ /a permanent;
rewrite ^ /a LAST;
rewrite ^ /a 301;
rewrite ^ /a [L];
rewrite ^ /a lst;
rewrite ^ http://a/;
`,
	],
	[
		"sockets",
		"http",
		`
server { listen 18001; listen 18001; }
server { listen 18001; listen *:18001; }
server { listen 18001; listen 0.0.0.0:18001; }
server { listen 18001; listen [::]:18001; }
server { listen [::]:18001; listen [0:0::0]:18001; }
server { listen 18001-18003; listen 18002; }
server { listen unix:/tmp/edgewise.sock; listen unix:/tmp/edgewise.sock; }
server { listen 18001 default_server; } server { listen 18001 default_server; }
server { listen 18001 default_server; } server { listen 18002 default_server; }
server { listen 18001 default_server; } server { listen *:18001 default; }
server { listen 18001; } server { listen 18001; }
server { listen 18001; server_name a; } server { listen 18001; server_name A; }
server { listen 18001; server_name a a; }
server { listen 18001 ssl; }
server { listen 18001 ssl; ssl_reject_handshake on; }
server { listen 18001 ssl; ssl_reject_handshake on; } server { listen 18001 ssl; server_name a; }
server { listen 18001 ssl; server_name a; } server { listen 18001 ssl default_server; ssl_reject_handshake on; }
ssl_reject_handshake on; server { listen 18001 ssl; }
`,
	],
	[
		"patterns",
		"server",
		`
location ~ 'a' { }
location ~ 'a|b' { }
location ~ '(a' { }
location ~ 'a)' { }
location ~ '((a)' { }
location ~ '(a|b)c' { }
location ~ '*a' { }
location ~ '+a' { }
location ~ '?a' { }
location ~ 'a**' { }
location ~ 'a+*' { }
location ~ 'a?+' { }
location ~ 'a*+' { }
location ~ 'a+?' { }
location ~ 'a??' { }
location ~ 'a{2}' { }
location ~ 'a{2,}' { }
location ~ 'a{2,1}' { }
location ~ 'a{,3}' { }
location ~ '{3}' { }
location ~ 'a{3}{2}' { }
location ~ 'a{70000}' { }
location ~ '(*a)' { }
location ~ '(|a)' { }
location ~ '(a|)' { }
location ~ '|' { }
location ~ '()' { }
location ~ '^*' { }
location ~ '^+a' { }
location ~ '$?' { }
location ~ '\\b+' { }
location ~ '(?:a)' { }
location ~ '(?:a' { }
location ~ '(?=a)b' { }
location ~ '(?<=a)b' { }
location ~ '(?<!a)b' { }
location ~ '(?<n>a)' { }
location ~ '(?<n>a)(?<n>b)' { }
location ~ '(?<1n>a)' { }
location ~ '(?<n a)' { }
location ~ '(?<>a)' { }
location ~ '(?P<n>a)' { }
location ~ '(?P<n>a)\\k<n>' { }
location ~ "(?'n'a)" { }
location ~ '(?i)a' { }
location ~ '(?i:a)' { }
location ~ '(?z)a' { }
location ~ '(?#note)a' { }
location ~ '(?#note' { }
location ~ '(?>a)b' { }
location ~ '(?|(a)|(b))' { }
location ~ '[a-z]' { }
location ~ '[z-a]' { }
location ~ '[a' { }
location ~ '[]a]' { }
location ~ '[^]a]' { }
location ~ '[]' { }
location ~ '[^]' { }
location ~ '[a-]' { }
location ~ '[-a]' { }
location ~ '[a-\\d]' { }
location ~ '[\\d-z]' { }
location ~ '[[:alpha:]]' { }
location ~ '[[:foo:]]' { }
location ~ '[[:alpha:]' { }
location ~ '[:alpha:]' { }
location ~ '[a\\]b]' { }
location ~ '[\\w.-]+' { }
location ~ '\\d\\w\\s\\D\\W\\S' { }
location ~ '\\h\\v\\N' { }
location ~ '\\1' { }
location ~ '(a)\\1' { }
location ~ '(a)\\2' { }
location ~ '\\12' { }
location ~ '\\\\' { }
location ~ 'a\\\\' { }
location ~ '\\Qa.b\\E' { }
location ~ '\\x41' { }
location ~ '\\x{41}' { }
location ~ '\\p{L}' { }
location ~ '\\R' { }
location ~ '\\K' { }
location ~ '.+\\.(jpg|png)$' { }
location ~ '~a' { }
location ~ 'a{' { }
location ~ 'a{x}' { }
location ~ 'a{2' { }
location ~ '(?<name>\\w+)-(?<other>\\d+)' { }
location ~ '(?R)' { }
location ~ '(?1)' { }
location ~ '(a)(?1)' { }
location ~ '(a)?' { }
location ~ '(?:a|b)*' { }
location ~ '(a+)+' { }
location ~ '[a-z]{2,5}' { }
location ~ '^/(?!admin)' { }
location ~ '\\/' { }
location ~ '\\.' { }
location ~ '\\-' { }
location ~ '\\_' { }
location ~ '\\:' { }
location ~ '\\y' { }
location ~ '\\i' { }
`,
	],
	[
		"main blocks",
		"whole",
		`
events {}
events {} http {}
http {} events {}
events {} events {} http {}
events {} http {} http {}
http { server { listen 127.0.0.1:18999; } }
events { } http { } mail
events {} server { listen 80; }
worker_processes 1;
`,
	],
];

export function cases(): readonly Case[] {
	return [...families, ...messages, ...names].flatMap(
		([family, block, lines]) =>
			lines
				.trim()
				.split("\n")
				.map((line) => ({
					name: `${family}, ${block}: ${line}`,
					config: around[block](line),
				})),
	);
}
