/** Whether a file with a name as many programs use it (`app.conf`) is nginx's. */

/**
 * Looks for what only nginx writes: one of its own directives with its `;`, an upstream of
 * server lines, or both main blocks. Cheap, and rather says no.
 */
export function looksLikeNginx(text: string): boolean {
	const head = text.slice(0, 65536);
	return (
		ownStatement.test(head) ||
		(ownBlock.test(head) && serverLine.test(head)) ||
		(events.test(head) && http.test(head))
	);
}

/** The same of a file that is named nginx.conf: supervisord and logrotate have such files too, without its blocks. */
export function isNginxConf(text: string): boolean {
	return /(?:^|[;}])[ \t]*(?:events|http|stream|mail|server|upstream)\b[^;\n]*\{/m.test(
		text,
	);
}

const ownStatement = new RegExp(
	`(?:^|[{;}])[ \\t]*(?:${[
		"(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_pass[ \\t]+[^\\s;]+",
		"(?:proxy_set_header|fastcgi_param|add_header)[ \\t]+[\\w$-]+[ \\t]+[^\\r\\n;]+",
		"server_name[ \\t]+[^\\r\\n;=]+",
		"try_files[ \\t]+[^\\r\\n;]+",
		"worker_(?:processes|connections)[ \\t]+\\w+",
		"ssl_certificate(?:_key)?[ \\t]+[^\\s;=]+",
		"include[ \\t]+(?:/etc/nginx/[^\\s;]+|mime\\.types)",
	].join("|")})[ \\t]*;`,
	"m",
);
const ownBlock = /^[ \t]*upstream[ \t]+[^\s{]+\s*\{/m;
const events = /^[ \t]*events\s*\{/m;
const http = /^[ \t]*(?:http|stream)\s*\{/m;
const serverLine = /^[ \t]*server[ \t]+[^\s;{]+[^;{}\r\n]*;/m;
