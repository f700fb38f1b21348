/**
 * The directives that everybody uses: enough to see where a `;` or a brace was forgotten.
 * Not a list of what nginx knows.
 */

/** Blocks whose statements are not directives but keys and values. */
const tables = new Set(["types", "map", "geo", "split_clients", "charset_map"]);

/**
 * Simple directive → the number of arguments behind which no argument can be the name of a
 * directive: nginx takes no more (its source, any version and module), or only parameters of its
 * own (`listen`). Infinity where any text may follow (`server_name`).
 */
const simple: ReadonlyMap<string, number> = new Map([
	...entries(0, "internal ip_hash least_conn"),
	...entries(
		1,
		`aio alias allow auth_basic auth_basic_user_file charset client_body_buffer_size client_body_timeout
		client_header_buffer_size client_header_timeout client_max_body_size default_type deny error_log etag
		fastcgi_buffer_size fastcgi_connect_timeout fastcgi_hide_header fastcgi_index fastcgi_pass
		fastcgi_read_timeout fastcgi_send_timeout fastcgi_split_path_info grpc_pass gunzip gzip gzip_comp_level
		gzip_http_version gzip_min_length gzip_static gzip_vary include keepalive_requests limit_rate listen
		map_hash_bucket_size memcached_pass multi_accept pid proxy_buffer_size proxy_buffering proxy_cache
		proxy_cache_key proxy_connect_timeout proxy_hide_header proxy_http_version proxy_intercept_errors
		proxy_pass proxy_pass_header proxy_pass_request_headers proxy_read_timeout proxy_request_buffering
		proxy_send_timeout proxy_ssl_server_name proxy_ssl_verify real_ip_header real_ip_recursive
		resolver_timeout root scgi_pass send_timeout sendfile server server_names_hash_bucket_size server_tokens
		set_real_ip_from ssl_certificate ssl_certificate_key ssl_ciphers ssl_dhparam ssl_prefer_server_ciphers
		ssl_protocols ssl_session_tickets ssl_session_timeout ssl_stapling ssl_stapling_verify
		ssl_trusted_certificate tcp_nodelay tcp_nopush types_hash_max_size uwsgi_pass worker_connections
		worker_processes worker_rlimit_nofile`,
	),
	...entries(
		2,
		`access_log expires fastcgi_buffers gzip_buffers hash keepalive keepalive_timeout
		large_client_header_buffers limit_conn proxy_buffers proxy_redirect proxy_set_header return set
		ssl_session_cache user zone`,
	),
	...entries(
		3,
		"add_header fastcgi_param limit_req limit_req_zone rewrite uwsgi_param",
	),
	...entries(
		Infinity,
		`error_page gzip_disable gzip_proxied gzip_types index log_format proxy_cache_path proxy_cache_valid
		proxy_next_upstream resolver server_name try_files`,
	),
]);

interface BlockRule {
	/** The most arguments it takes. */
	readonly arguments: number;
	/** The blocks it may stand in. */
	readonly within: readonly string[];
}

const blocks: ReadonlyMap<string, BlockRule> = new Map([
	["events", { arguments: 0, within: [] }],
	["http", { arguments: 0, within: [] }],
	["stream", { arguments: 0, within: [] }],
	["mail", { arguments: 0, within: [] }],
	["server", { arguments: 0, within: ["http", "stream", "mail"] }],
	["upstream", { arguments: 1, within: ["http", "stream"] }],
	["location", { arguments: 2, within: ["server", "location"] }],
	["if", { arguments: Infinity, within: ["server", "location"] }],
	["limit_except", { arguments: Infinity, within: ["location"] }],
	["types", { arguments: 0, within: ["http", "server", "location"] }],
	["map", { arguments: 2, within: ["http", "stream"] }],
	["geo", { arguments: 2, within: ["http", "stream"] }],
	["split_clients", { arguments: 2, within: ["http", "stream"] }],
	["charset_map", { arguments: 2, within: ["http"] }],
]);

/** A block of keys and values, as `map`; what its statements begin with is no directive. */
export function isTable(name: string): boolean {
	return tables.has(name);
}

export function isBlock(name: string): boolean {
	return blocks.has(name);
}

export function isSimple(name: string): boolean {
	return simple.has(name);
}

export function isKnown(name: string): boolean {
	return simple.has(name) || blocks.has(name);
}

/** Whether a line that begins with it is a statement of its own; `gzip` may be a parameter of access_log. */
export function beginsStatement(name: string): boolean {
	return isKnown(name) && name !== "gzip";
}

/** Whether a block may stand in another, as far as both are known; "" is the file itself. */
export function mayContain(outer: string, inner: string): boolean {
	// A fragment's surroundings are in another file; a block of some module may hold anything.
	if (!blocks.has(outer)) return true;
	return blocks.get(inner)?.within.includes(outer) ?? true;
}

/** How many arguments it takes at most before the next word must be something else; undefined: not known. */
export function mostArguments(
	name: string,
	table: string | undefined,
): number | undefined {
	if (table !== undefined) return table === "types" ? Infinity : 1;
	return simple.get(name) ?? blocks.get(name)?.arguments;
}

/** How many arguments a block takes at most. */
export function blockArguments(name: string): number {
	return blocks.get(name)?.arguments ?? Infinity;
}

/** Whether somebody who typed this was about to type a directive's name. */
export function isHalfTyped(name: string): boolean {
	if (isKnown(name)) return false;
	for (const known of simple.keys()) if (known.startsWith(name)) return true;
	for (const known of blocks.keys()) if (known.startsWith(name)) return true;
	return false;
}

function entries(count: number, names: string): [string, number][] {
	return names
		.trim()
		.split(/\s+/)
		.map((name) => [name, count]);
}
