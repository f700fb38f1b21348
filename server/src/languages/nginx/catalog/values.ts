/** Values that are worth offering where the syntax of a directive only says what kind of value it takes. */

const types =
	"text/html text/css text/plain text/xml application/javascript application/json application/xml application/rss+xml application/wasm application/octet-stream font/woff2 image/svg+xml image/png image/jpeg image/webp".split(
		" ",
	);

const requestHeaders = [
	"Host $host",
	"X-Real-IP $remote_addr",
	"X-Forwarded-For $proxy_add_x_forwarded_for",
	"X-Forwarded-Proto $scheme",
	"X-Forwarded-Host $host",
	"X-Forwarded-Port $server_port",
	"Upgrade $http_upgrade",
	'Connection ""',
	'Connection "upgrade"',
];

/** Directive → what may stand behind it; of headers with a usual value. */
const values: Readonly<Record<string, readonly string[]>> = {
	error_log: [
		"/dev/stderr warn",
		"stderr warn",
		"/var/log/nginx/error.log warn",
	],
	access_log: ["off", "/dev/stdout", "/var/log/nginx/access.log"],
	location: ["/", "= /", "^~ /", "~ ", "~* ", "@"],
	limit_except: ["GET", "GET HEAD", "GET POST"],
	proxy_set_header: requestHeaders,
	grpc_set_header: requestHeaders,
	add_header: [
		'Strict-Transport-Security "max-age=63072000" always',
		"X-Content-Type-Options nosniff always",
		"X-Frame-Options SAMEORIGIN always",
		'Referrer-Policy "strict-origin-when-cross-origin" always',
		"Content-Security-Policy \"default-src 'self'\" always",
		"Cache-Control no-store",
	],
	return: ["301 https://$host$request_uri", "204", "403", "404", "444", "503"],
	error_page: ["404 /404.html", "500 502 503 504 /50x.html"],
	try_files: [
		"$uri $uri/ =404",
		"$uri /index.html",
		"$uri $uri/ /index.php?$args",
	],
	default_type: types,
	gzip_types: types,
	brotli_types: types,
	expires: ["30d", "1y", "max", "off", "-1"],
	worker_processes: ["auto"],
	use: ["epoll"],
	charset: ["utf-8"],
	ssl_protocols: ["TLSv1.2 TLSv1.3"],
	ssl_session_cache: ["shared:SSL:10m"],
	if: ["($request_method = POST)", "(-f $request_filename)"],
};

export function usualValues(directive: string): readonly string[] {
	return Object.hasOwn(values, directive) ? (values[directive] ?? []) : [];
}
