/**
 * The files beside nginx.conf that nginx's packages bring, for those that a workspace includes and
 * does not have: nginx-common 1.22.1 of Debian and the files of nginx itself, without comments and
 * without the tables. Undefined: what it says (types, parameters of FastCGI) joins with nothing.
 * proxy_params had $http_host before Debian's fix of 2026.
 */
export const packaged: ReadonlyMap<string, string | undefined> = new Map([
	["mime.types", undefined],
	["fastcgi.conf", undefined],
	["fastcgi_params", undefined],
	["scgi_params", undefined],
	["uwsgi_params", undefined],
	["koi-utf", "charset_map koi8-r utf-8 {}\n"],
	["koi-win", "charset_map koi8-r windows-1251 {}\n"],
	["win-utf", "charset_map windows-1251 utf-8 {}\n"],
	[
		"proxy_params",
		`proxy_set_header Host $host;
proxy_set_header X-Real-IP $remote_addr;
proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
proxy_set_header X-Forwarded-Proto $scheme;
`,
	],
	[
		"snippets/fastcgi-php.conf",
		`fastcgi_split_path_info ^(.+?\\.php)(/.*)$;
try_files $fastcgi_script_name =404;
set $path_info $fastcgi_path_info;
fastcgi_param PATH_INFO $path_info;
fastcgi_index index.php;
include fastcgi.conf;
`,
	],
	[
		"snippets/snakeoil.conf",
		`ssl_certificate /etc/ssl/certs/ssl-cert-snakeoil.pem;
ssl_certificate_key /etc/ssl/private/ssl-cert-snakeoil.key;
`,
	],
]);
