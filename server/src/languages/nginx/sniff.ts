/** Whether a file with a name as many programs use it (`app.conf`) is nginx's. */

/**
 * Looks for what only nginx writes: one of its own directives with its `;`, or an upstream of
 * server lines. Cheap, and rather says no.
 */
export function looksLikeNginx(text: string): boolean {
	const head = text.slice(0, 65536);
	return (
		ownStatement.test(head) || (ownBlock.test(head) && serverLine.test(head))
	);
}

const ownStatement =
	/^[ \t{]*(?:(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_pass[ \t]+[^\s;]+|proxy_set_header[ \t]+\S+[ \t]+[^\r\n]*|fastcgi_param[ \t]+\S+[ \t]+[^\r\n]*|server_name[ \t]+[^\r\n=]*|try_files[ \t]+[^\r\n]+|worker_(?:processes|connections)[ \t]+\w+|add_header[ \t]+[\w-]+[ \t]+[^\r\n]*|ssl_certificate(?:_key)?[ \t]+\/[^\r\n]*|include[ \t]+(?:\/etc\/nginx\/[^\r\n]*|mime\.types)[ \t]*)[ \t]*;/m;
const ownBlock = /^[ \t]*upstream[ \t]+[^\s{]+\s*\{/m;
const serverLine = /^[ \t]*server[ \t]+[^\s;{]+[^;{]*;/m;
