/** Names: zones, log formats, named locations and variables, declared and not. As in cases.ts. */

export const names: readonly (readonly [
	string,
	"main" | "http" | "server" | "location" | "upstream",
	string,
])[] = [
	[
		"variables",
		"location",
		`
return 200 "$nope";
return 301 http://x/$nope;
set $a x$nope;
rewrite ^/ /$nope;
rewrite ^/$nope /x;
if ($nope) { return 204; }
if ($nope = a) { return 204; }
if ($uri = $nope) { return 204; }
if ($uri ~ $nope) { return 204; }
if (-f /x/$nope) { return 204; }
add_header X $nope;
add_header X-$nope y;
add_trailer X $nope;
root /x/$nope;
alias /x/$nope;
try_files /x$nope =404;
try_files $uri /$nope;
index $nope;
error_page 404 /$nope;
limit_rate $nope;
limit_rate_after $nope;
default_type $nope;
auth_basic $nope;
auth_basic_user_file /$nope;
auth_request /$nope;
auth_request_set $a $nope;
mirror /$nope;
expires $nope;
expires modified $nope;
charset $nope;
source_charset $nope;
sub_filter $nope b;
sub_filter a $nope;
sub_filter_types $nope;
secure_link $nope;
secure_link_md5 $nope;
secure_link_secret $nope;
userid_domain $nope;
userid_path /$nope;
userid_name $nope;
userid_p3p $nope;
addition_types $nope;
add_before_body /$nope;
dav_methods PUT; create_full_put_path on; client_body_temp_path /tmp/$nope;
disable_symlinks on from=/x$nope;
aio threads=$nope;
gzip_types $nope;
gzip_disable $nope;
ssi_types $nope;
types { text/x $nope; }
proxy_pass http://$nope;
proxy_pass http://127.0.0.1;proxy_set_header X $nope;
proxy_pass http://127.0.0.1;proxy_set_header X-$nope a;
proxy_set_header X $nope;
proxy_pass http://127.0.0.1;proxy_set_body $nope;
proxy_set_body $nope;
proxy_pass http://127.0.0.1;proxy_method $nope;
proxy_pass http://127.0.0.1;proxy_cache_key $nope;
proxy_pass http://127.0.0.1;proxy_cache $nope;
proxy_pass http://127.0.0.1;proxy_cache_bypass $nope;
proxy_pass http://127.0.0.1;proxy_no_cache $nope;
proxy_pass http://127.0.0.1;proxy_store /$nope;
proxy_pass http://127.0.0.1;proxy_bind $nope;
proxy_pass http://127.0.0.1;proxy_redirect $nope /;
proxy_pass http://127.0.0.1;proxy_redirect / $nope;
proxy_pass http://127.0.0.1;proxy_redirect ~a /$nope;
proxy_pass http://127.0.0.1;proxy_redirect ~$nope /;
proxy_pass http://127.0.0.1;proxy_cookie_domain $nope b;
proxy_pass http://127.0.0.1;proxy_cookie_domain a $nope;
proxy_pass http://127.0.0.1;proxy_cookie_domain ~a$nope b;
proxy_pass http://127.0.0.1;proxy_cookie_path $nope b;
proxy_pass http://127.0.0.1;proxy_cookie_path a $nope;
proxy_pass http://127.0.0.1;proxy_cookie_flags $nope secure;
proxy_pass http://127.0.0.1;proxy_cookie_flags a $nope;
proxy_pass http://127.0.0.1;proxy_ssl_name $nope;
proxy_pass http://127.0.0.1;proxy_ssl_certificate /$nope; proxy_ssl_certificate_key /$nope;
proxy_pass http://127.0.0.1;proxy_hide_header $nope;
proxy_pass http://127.0.0.1;proxy_pass_header $nope;
proxy_pass http://127.0.0.1;proxy_temp_path /tmp/$nope;
proxy_pass http://127.0.0.1;proxy_ssl_trusted_certificate /$nope;
fastcgi_pass $nope;
fastcgi_pass 127.0.0.1:9;fastcgi_param X $nope;
fastcgi_pass 127.0.0.1:9;fastcgi_param X-$nope a;
fastcgi_pass 127.0.0.1:9;fastcgi_cache_key $nope;
fastcgi_pass 127.0.0.1:9;fastcgi_cache $nope;
fastcgi_pass 127.0.0.1:9;fastcgi_cache_bypass $nope;
fastcgi_pass 127.0.0.1:9;fastcgi_no_cache $nope;
fastcgi_pass 127.0.0.1:9;fastcgi_store /$nope;
fastcgi_pass 127.0.0.1:9;fastcgi_bind $nope;
fastcgi_pass 127.0.0.1:9;fastcgi_param X $nope if_not_empty;
uwsgi_pass $nope;
uwsgi_pass 127.0.0.1:9;uwsgi_param X $nope;
uwsgi_pass 127.0.0.1:9;uwsgi_param X-$nope a;
uwsgi_pass 127.0.0.1:9;uwsgi_cache_key $nope;
uwsgi_pass 127.0.0.1:9;uwsgi_cache $nope;
uwsgi_pass 127.0.0.1:9;uwsgi_cache_bypass $nope;
uwsgi_pass 127.0.0.1:9;uwsgi_no_cache $nope;
uwsgi_pass 127.0.0.1:9;uwsgi_store /$nope;
uwsgi_pass 127.0.0.1:9;uwsgi_bind $nope;
uwsgi_pass 127.0.0.1:9;uwsgi_param X $nope if_not_empty;
scgi_pass $nope;
scgi_pass 127.0.0.1:9;scgi_param X $nope;
scgi_pass 127.0.0.1:9;scgi_param X-$nope a;
scgi_pass 127.0.0.1:9;scgi_cache_key $nope;
scgi_pass 127.0.0.1:9;scgi_cache $nope;
scgi_pass 127.0.0.1:9;scgi_cache_bypass $nope;
scgi_pass 127.0.0.1:9;scgi_no_cache $nope;
scgi_pass 127.0.0.1:9;scgi_store /$nope;
scgi_pass 127.0.0.1:9;scgi_bind $nope;
scgi_pass 127.0.0.1:9;scgi_param X $nope if_not_empty;
fastcgi_index $nope;
fastcgi_split_path_info ^(.+\\.php)(/.+)$nope;
uwsgi_param X $nope;
fastcgi_param X $nope;
uwsgi_pass 127.0.0.1:9; uwsgi_ssl_name $nope;
grpc_pass grpc://$nope;
grpc_pass 127.0.0.1:9; grpc_set_header X $nope;
grpc_set_header X-$nope a;
grpc_pass 127.0.0.1:9; grpc_bind $nope;
grpc_pass 127.0.0.1:9; grpc_ssl_name $nope;
grpc_pass 127.0.0.1:9; grpc_ssl_certificate /$nope; grpc_ssl_certificate_key /$nope;
set $memcached_key x; memcached_pass 127.0.0.1:1; memcached_bind $nope;
access_log /tmp/$nope;
access_log /tmp/a combined if=$nope;
post_action /$nope;
http2_push /$nope;
proxy_pass http://127.0.0.1/$nope/x;
real_ip_header $nope;
`,
	],
	[
		"variables",
		"server",
		`
server_name $nope;
location /$nope { }
location ~ /$nope { }
set $x $nope;
location @$nope { }
valid_referers $nope;
proxy_set_header X $nope;
fastcgi_param X $nope;
return 200 $nope;
root /x/$nope;
if ($nope) { }
rewrite ^ /$nope;
add_header X $nope;
error_page 404 /$nope;
access_log /tmp/$nope;
auth_basic $nope;
`,
	],
	[
		"variables",
		"http",
		`
map $nope $x { default 1; }
map a$nope $x { default 1; }
map $uri $x { default $nope; }
map $uri $x { $nope 1; }
map $uri $x { ~$nope 1; }
map $uri $x { a x$nope; }
map $uri $x { a "x$nope y"; }
geo $nope $x { default 1; }
geo $x { default $nope; }
split_clients $nope $x { * a; }
split_clients a\${nope}b $x { * a; }
split_clients a $x { * $nope; }
log_format x "$nope";
log_format x$nope "a";
log_format x escape=json "a" "\${nope}";
limit_req_zone $nope zone=x:1m rate=1r/s;
limit_req_zone a zone=$nope:1m rate=1r/s;
limit_conn_zone $nope zone=x:1m;
proxy_cache_path /tmp/$nope keys_zone=x:1m;
proxy_set_header X $nope;
proxy_set_header X $nope; server { listen 8089; proxy_set_header X a; location / { proxy_set_header X b; } }
fastcgi_param X $nope;
add_header X $nope;
root /$nope;
error_page 404 /$nope;
access_log /tmp/$nope;
proxy_cache_key $nope;
index $nope;
proxy_cookie_path / $nope;
limit_rate $nope;
types { text/x $nope; }
`,
	],
	[
		"variables",
		"upstream",
		`
hash $nope; server 127.0.0.1:1;
hash $nope consistent; server 127.0.0.1:1;
zone $nope 64k; server 127.0.0.1:1;
server unix:/$nope; server 127.0.0.1:1;
`,
	],
	[
		"variables",
		"location",
		`
return 200 $arg_a$http_b$cookie_c$sent_http_d$upstream_http_e$1;
return 200 $Host$REMOTE_ADDR;
return 200 $tls;
mirror "/a$";
auth_request "/a$";
proxy_set_header "a$" b;
grpc_set_header "a$" b;
error_page 404 "/a$";
set $a 1; return 200 $A;
auth_request_set $b $upstream_http_c; add_header X $b;
if ($uri ~ "^/(?<part>.*)$") { return 200 $part; }
if ($uri ~ "^/(?P<part>.*)$") { return 200 $PART; }
if ($uri ~ "^/(?'part'.*)$") { return 200 $part; }
return 200 $part;
valid_referers none a.example; if ($invalid_referer) { return 403; }
return 200 $invalid_referer$secure_link$gzip_ratio$limit_req_status$realip_remote_addr;
return 200 $date_local$ancient_browser$slice_range$uid_got$connections_active$http2$ssl_protocol$proxy_add_x_forwarded_for;
`,
	],
	[
		"variables declared anew",
		"server",
		`
set $host a;
set $uri a;
set $args a;
set $limit_rate 1k;
set $request_uri a;
set $scheme a;
set $http_host a;
set $http_x a;
set $arg_x a;
set $document_root a;
set $status 1;
set $upstream_addr a;
set $proxy_host a;
set $fastcgi_script_name a;
auth_request_set $host a;
rewrite ^/(?<uri>x) /y;
rewrite ^/(?<args>x) /y;
if ($uri ~ (?<host>x)) { return 204; }
location ~ ^/(?<host>x) { }
location ~ ^/(?<hosts>x) { }
location "/(?<host>x)" { }
valid_referers ~(?<host>x);
server_name ~^(?<server_name>x);
server_name ~^(?<name>x);
location / { fastcgi_split_path_info ^(?<host>x)(.*)$; }
`,
	],
	[
		"variables declared anew",
		"http",
		`
map $uri $host { default a; }
map $uri $args { default a; }
map $uri $twice { default a; } map $host $twice { default b; }
geo $uri { default a; }
geo $remote_addr $scheme { default a; }
split_clients a $is_args { * a; }
map $uri $x { "~^/(?<scheme>x)" a; }
map $uri $x { "/(?<scheme>x)" a; }
map $uri $x { default a; } server { listen 127.0.0.1:18998; set $x b; }
`,
	],
	[
		"zones",
		"http",
		`
limit_req zone=a;
limit_conn a 1;
proxy_cache a;
limit_req_zone $uri zone=a:1m rate=1r/s; limit_conn_zone $uri zone=b:1m; server { listen 127.0.0.1:18998; limit_req zone=a; }
limit_req_zone $uri zone=a:1m rate=1r/s; limit_conn_zone $uri zone=b:1m; server { listen 127.0.0.1:18998; limit_req zone=A; }
limit_req_zone $uri zone=a:1m rate=1r/s; limit_conn_zone $uri zone=b:1m; server { listen 127.0.0.1:18998; limit_req zone=b; }
limit_req_zone $uri zone=a:1m rate=1r/s; limit_conn_zone $uri zone=b:1m; server { listen 127.0.0.1:18998; limit_conn b 1; }
limit_req_zone $uri zone=a:1m rate=1r/s; limit_conn_zone $uri zone=b:1m; server { listen 127.0.0.1:18998; limit_conn a 1; }
limit_req_zone $uri zone=a:1m rate=1r/s; limit_conn_zone $uri zone=b:1m; server { listen 127.0.0.1:18998; limit_conn c 1; }
limit_req_zone $uri zone=a:1m rate=1r/s; limit_conn_zone $uri zone=b:1m; server { listen 127.0.0.1:18998; limit_req zone=a burst=5 nodelay; limit_conn b 5; }
limit_req_zone $uri zone=a:1m rate=1r/s; limit_conn_zone $uri zone=b:1m; server { listen 127.0.0.1:18998; limit_req zone=c burst=5; }
limit_req_zone $uri zone=a:1m rate=1r/s; limit_conn_zone $uri zone=b:1m; server { listen 127.0.0.1:18998; proxy_cache a; }
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; fastcgi_cache_path /tmp/edgewise-d keys_zone=b:1m; server { listen 127.0.0.1:18998; proxy_cache a; }
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; fastcgi_cache_path /tmp/edgewise-d keys_zone=b:1m; server { listen 127.0.0.1:18998; proxy_cache b; }
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; fastcgi_cache_path /tmp/edgewise-d keys_zone=b:1m; server { listen 127.0.0.1:18998; proxy_cache c; }
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; fastcgi_cache_path /tmp/edgewise-d keys_zone=b:1m; server { listen 127.0.0.1:18998; proxy_cache off; }
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; fastcgi_cache_path /tmp/edgewise-d keys_zone=b:1m; server { listen 127.0.0.1:18998; proxy_cache $host; }
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; fastcgi_cache_path /tmp/edgewise-d keys_zone=b:1m; server { listen 127.0.0.1:18998; fastcgi_cache b; }
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; fastcgi_cache_path /tmp/edgewise-d keys_zone=b:1m; server { listen 127.0.0.1:18998; fastcgi_cache a; }
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; fastcgi_cache_path /tmp/edgewise-d keys_zone=b:1m; server { listen 127.0.0.1:18998; uwsgi_cache a; }
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; fastcgi_cache_path /tmp/edgewise-d keys_zone=b:1m; server { listen 127.0.0.1:18998; scgi_cache c; }
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; fastcgi_cache_path /tmp/edgewise-d keys_zone=b:1m; server { listen 127.0.0.1:18998; limit_conn a 1; }
server { listen 127.0.0.1:18998; limit_req zone=a; } limit_req_zone $uri zone=a:1m rate=1r/s;
server { listen 127.0.0.1:18998; proxy_cache a; } proxy_cache_path /tmp/edgewise-c keys_zone=a:1m;
limit_conn_zone $uri zone=a:1m; limit_conn a 1;
limit_conn_zone $uri zone=a:1m; server { listen 127.0.0.1:18998; location / { limit_conn b 1; } }
`,
	],
	[
		"log formats",
		"http",
		`
access_log /tmp/edgewise-a combined;
access_log /tmp/edgewise-a Combined;
access_log /tmp/edgewise-a;
access_log /tmp/edgewise-a main;
access_log off;
log_format main a; access_log /tmp/edgewise-a main;
log_format main a; access_log /tmp/edgewise-a MAIN;
access_log /tmp/edgewise-a main; log_format main a;
server { listen 127.0.0.1:18998; access_log /tmp/edgewise-a main; } log_format main a;
log_format main a; server { listen 127.0.0.1:18998; access_log /tmp/edgewise-a main; }
log_format main a; server { listen 127.0.0.1:18998; access_log /tmp/edgewise-a mains; }
access_log /tmp/edgewise-a buffer=32k;
access_log /tmp/edgewise-a gzip;
access_log /tmp/edgewise-a combined buffer=32k gzip=3 flush=1m if=$host;
access_log syslog:server=127.0.0.1 main;
access_log syslog:server=127.0.0.1 combined;
log_format main "$status" escape=json;
`,
	],
	[
		"named locations",
		"server",
		`
location @a { return 204; } location @b { return 204; } error_page 404 @a;
try_files $uri @a;
location @a { return 204; } try_files $uri @A;
error_page 404 = @a; location @a { return 204; }
`,
	],
	[
		"declared twice",
		"http",
		`
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s;
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; limit_req_zone $uri zone=a:2m rate=1r/s;
limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s; limit_req_zone $binary_remote_addr zone=A:1m rate=1r/s;
limit_conn_zone $uri zone=a:1m; limit_conn_zone $uri zone=a:1m;
limit_req_zone $uri zone=a:1m rate=1r/s; limit_conn_zone $uri zone=a:1m;
limit_req_zone $uri zone=a:1m rate=1r/s; limit_conn_zone $uri zone=b:1m;
limit_conn_zone $uri zone=a:1m; upstream u { zone a 1m; server 127.0.0.1:1; }
upstream u { zone a 1m; server 127.0.0.1:1; } upstream v { zone a; server 127.0.0.1:1; }
ssl_session_cache shared:a:1m; limit_req_zone $uri zone=a:1m rate=1r/s;
ssl_session_cache shared:a:1m; server { listen 127.0.0.1:18998; ssl_session_cache shared:a:1m; }
log_format a x; log_format a y;
log_format a x; log_format A y;
log_format combined x;
log_format Combined x;
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; proxy_cache_path /tmp/edgewise-d keys_zone=a:1m;
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; proxy_cache_path /tmp/edgewise-c keys_zone=b:1m;
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; proxy_cache_path /tmp/edgewise-c/ keys_zone=b:1m;
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; fastcgi_cache_path /tmp/edgewise-c keys_zone=b:1m;
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; fastcgi_cache_path /tmp/edgewise-d keys_zone=a:1m;
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m; limit_conn_zone $uri zone=a:1m;
proxy_cache_path /tmp/edgewise-c keys_zone=a:1m keys_zone=a:1m;
upstream u { zone a; server 127.0.0.1:1; }
upstream u { zone a; server 127.0.0.1:1; } upstream v { zone a 1m; server 127.0.0.1:1; }
upstream u { zone a; server 127.0.0.1:1; } upstream v { zone b 1m; server 127.0.0.1:1; }
map $uri $x { "/(?<scheme>x)" a a; }
map $uri $x { "~/(?<part>x)" a a; }
set_real_ip_from 100;
set_real_ip_from 127.1;
set_real_ip_from 1.2.3.4/33;
`,
	],
	[
		"thread pools",
		"main",
		`
thread_pool a threads=1;
thread_pool default threads=1;
thread_pool a threads=1; thread_pool b threads=1;
thread_pool a threads=1; thread_pool a threads=1;
thread_pool default threads=1; thread_pool default threads=2;
`,
	],
	[
		"twice in a block",
		"location",
		`
keepalive_timeout 65; keepalive_timeout 65;
keepalive_timeout 65; keepalive_timeout 65 60;
server_tokens off; server_tokens off;
proxy_limit_rate 1k; proxy_limit_rate 2k;
fastcgi_limit_rate 1k; fastcgi_limit_rate 2k;
proxy_redirect off; proxy_redirect off;
proxy_redirect off; proxy_redirect http://a/ /;
proxy_redirect http://a/ /; proxy_redirect off;
proxy_redirect http://a/ /; proxy_redirect http://b/ /;
proxy_cookie_domain off; proxy_cookie_domain a b;
proxy_cookie_domain a b; proxy_cookie_domain off;
proxy_cookie_domain a b; proxy_cookie_domain a b;
proxy_cookie_path off; proxy_cookie_path off;
proxy_cookie_path /a /b; proxy_cookie_path /a /b;
proxy_cookie_flags off; proxy_cookie_flags a secure;
proxy_cookie_flags a secure; proxy_cookie_flags a secure;
mirror /a; mirror /a;
mirror off; mirror /a;
mirror /a; mirror off;
mirror off; mirror off;
open_file_cache off; open_file_cache max=10;
open_file_cache off off;
open_log_file_cache off off;
open_log_file_cache max=10 off;
allow 10..0.1;
allow ...;
deny 1.2.3;
allow 10.0.0.;
`,
	],
	[
		"limits in a block",
		"http",
		`
limit_req_zone $uri zone=a:1m rate=1r/s; limit_req zone=a; limit_req zone=a;
limit_req_zone $uri zone=a:1m rate=1r/s; limit_req zone=a burst=5; limit_req burst=6 zone=a;
limit_req_zone $uri zone=a:1m rate=1r/s; limit_req_zone $uri zone=b:1m rate=1r/s; limit_req zone=a; limit_req zone=b;
limit_req_zone $uri zone=a:1m rate=1r/s; limit_req zone=a; server { listen 127.0.0.1:18998; limit_req zone=a; }
limit_conn_zone $uri zone=a:1m; limit_conn a 1; limit_conn a 2;
limit_conn_zone $uri zone=a:1m; limit_conn_zone $uri zone=b:1m; limit_conn a 1; limit_conn b 2;
`,
	],
];
