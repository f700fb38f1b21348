/** The files of nginx images and packages, with the text of those that decide what is loaded (in essence: comments are left out). */

import { packaged } from "./packaged.ts";

/** Path → text, undefined where only the name counts. */
export type ImageFiles = ReadonlyMap<string, string | undefined>;

/** nginx/docker-nginx with the files of nginx.org's packages. */
export const official = officialFiles("80", "/run/nginx.pid");

/** nginx/docker-nginx-unprivileged. */
export const unprivileged = officialFiles("8080", "/tmp/nginx.pid");

function officialFiles(port: string, pid: string): ImageFiles {
	return new Map<string, string | undefined>([
		["/docker-entrypoint.sh", undefined],
		["/docker-entrypoint.d/10-listen-on-ipv6-by-default.sh", undefined],
		["/docker-entrypoint.d/15-local-resolvers.envsh", undefined],
		["/docker-entrypoint.d/20-envsubst-on-templates.sh", undefined],
		["/docker-entrypoint.d/30-tune-worker-processes.sh", undefined],
		["/etc/nginx/nginx.conf", mainFile(pid)],
		["/etc/nginx/conf.d/default.conf", defaultServer(port)],
		["/etc/nginx/fastcgi_params", undefined],
		["/etc/nginx/mime.types", undefined],
		["/etc/nginx/modules", undefined],
		["/etc/nginx/scgi_params", undefined],
		["/etc/nginx/uwsgi_params", undefined],
		["/usr/share/nginx/html/50x.html", undefined],
		["/usr/share/nginx/html/index.html", undefined],
	]);
}

function mainFile(pid: string): string {
	return `${pid === "/run/nginx.pid" ? "user  nginx;\n" : ""}worker_processes  auto;

error_log  /var/log/nginx/error.log notice;
pid        ${pid};

events {
    worker_connections  1024;
}

http {
    include       /etc/nginx/mime.types;
    default_type  application/octet-stream;

    log_format  main  '$remote_addr - $remote_user [$time_local] "$request" '
                      '$status $body_bytes_sent "$http_referer" '
                      '"$http_user_agent" "$http_x_forwarded_for"';

    access_log  /var/log/nginx/access.log  main;

    sendfile        on;
    keepalive_timeout  65;

    include /etc/nginx/conf.d/*.conf;
}
`;
}

function defaultServer(port: string): string {
	return `server {
    listen       ${port};
    server_name  localhost;

    location / {
        root   /usr/share/nginx/html;
        index  index.html index.htm;
    }

    error_page   500 502 503 504  /50x.html;
    location = /50x.html {
        root   /usr/share/nginx/html;
    }
}
`;
}

/** openresty/docker-openresty: nginx.conf and nginx.vh.default.conf. */
export const openresty: ImageFiles = new Map<string, string | undefined>([
	[
		"/usr/local/openresty/nginx/conf/nginx.conf",
		`pcre_jit on;

events {
    worker_connections  1024;
}

http {
    include       mime.types;
    default_type  application/octet-stream;

    client_body_temp_path /var/run/openresty/nginx-client-body;
    proxy_temp_path       /var/run/openresty/nginx-proxy;
    fastcgi_temp_path     /var/run/openresty/nginx-fastcgi;
    uwsgi_temp_path       /var/run/openresty/nginx-uwsgi;
    scgi_temp_path        /var/run/openresty/nginx-scgi;

    sendfile        on;
    keepalive_timeout  65;

    include /etc/nginx/conf.d/*.conf;
}
`,
	],
	[
		"/etc/nginx/conf.d/default.conf",
		defaultServer("80").replaceAll(
			"/usr/share/nginx/html",
			"/usr/local/openresty/nginx/html",
		),
	],
	...[
		"fastcgi.conf",
		"fastcgi_params",
		"koi-utf",
		"koi-win",
		"mime.types",
		"scgi_params",
		"uwsgi_params",
		"win-utf",
	].map((name): [string, string | undefined] => [
		`/usr/local/openresty/nginx/conf/${name}`,
		packaged.get(name),
	]),
]);

/** Debian's and Ubuntu's package nginx-common (semantics 55). */
export const debianPackage: ImageFiles = packageFiles(
	`user www-data;
worker_processes auto;
pid /run/nginx.pid;
include /etc/nginx/modules-enabled/*.conf;

events {
	worker_connections 768;
}

http {
	sendfile on;
	types_hash_max_size 2048;
	include /etc/nginx/mime.types;
	default_type application/octet-stream;
	access_log /var/log/nginx/access.log;
	error_log /var/log/nginx/error.log;
	gzip on;

	include /etc/nginx/conf.d/*.conf;
	include /etc/nginx/sites-enabled/*;
}
`,
	"fastcgi.conf koi-utf koi-win proxy_params win-utf snippets/fastcgi-php.conf snippets/snakeoil.conf sites-available/default sites-enabled/default",
);

/** Alpine's package nginx: conf.d is included outside of http, http.d inside. */
export const alpinePackage: ImageFiles = packageFiles(
	`user nginx;
worker_processes auto;
pcre_jit on;
error_log /var/log/nginx/error.log warn;
include /etc/nginx/modules/*.conf;
include /etc/nginx/conf.d/*.conf;

events {
	worker_connections 1024;
}

http {
	include /etc/nginx/mime.types;
	default_type application/octet-stream;
	server_tokens off;
	client_max_body_size 1m;
	sendfile on;
	tcp_nopush on;
	access_log /var/log/nginx/access.log main;

	include /etc/nginx/http.d/*.conf;
}
`,
	"fastcgi.conf http.d/default.conf",
);

function packageFiles(mainFile: string, more: string): ImageFiles {
	const common = "fastcgi_params mime.types scgi_params uwsgi_params";
	return new Map<string, string | undefined>([
		["/etc/nginx/nginx.conf", mainFile],
		...`${common} ${more}`
			.split(" ")
			.map((name): [string, string | undefined] => [
				`/etc/nginx/${name}`,
				packaged.get(name),
			]),
	]);
}

/** What the main files of all packages have in common. */
export const anyMainFile = `events {
}

http {
	include /etc/nginx/conf.d/*.conf;
	include /etc/nginx/http.d/*.conf;
	include /etc/nginx/sites-enabled/*;
}
`;
