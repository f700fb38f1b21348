/** Directives whose arguments are parameters in any order: `listen 80 reuseport backlog=511`. Each from its handler in nginx's source. */

export type ParameterType =
	| "any"
	| "number"
	/** From 1 on. */
	| "positive"
	| "size"
	| "offset"
	| "seconds"
	| "milliseconds"
	| "on or off"
	/** `name:10m` */
	| "zone"
	/** `10r/s` */
	| "rate"
	/** `1:2` */
	| "levels"
	/** `on`, `off`, `30s:10s:3` */
	| "keepalive";

export interface Parameters {
	/** The first argument that is a parameter; 0 is the first behind the name. */
	readonly from: number;
	readonly keys: Readonly<Record<string, ParameterType>>;
	readonly flags?: readonly string[];
	/** Keys that must be there. */
	readonly required?: readonly string[];
	/** Words that are no parameters may stand among them. */
	readonly open?: true;
	/** The whole directive in another form. */
	readonly alone?: string;
}

const socket = {
	backlog: "positive",
	rcvbuf: "size",
	sndbuf: "size",
	ipv6only: "on or off",
	so_keepalive: "keepalive",
} as const;

const moreSocket = {
	...socket,
	setfib: "any",
	fastopen: "number",
	accept_filter: "any",
} as const;

/** A module's own name stands in front where several have a directive of that name. */
export const parameterTable: Readonly<Record<string, Parameters>> = {
	"ngx_http_core_module listen": {
		from: 1,
		keys: moreSocket,
		flags:
			"default_server default bind deferred reuseport ssl http2 quic proxy_protocol multipath".split(
				" ",
			),
	},
	"ngx_stream_core_module listen": {
		from: 1,
		keys: moreSocket,
		flags:
			"default_server bind deferred reuseport ssl udp proxy_protocol multipath".split(
				" ",
			),
	},
	"ngx_mail_core_module listen": {
		from: 1,
		keys: socket,
		flags: ["bind", "ssl", "proxy_protocol", "multipath"],
	},
	"ngx_http_upstream_module server": upstreamServer(),
	"ngx_stream_upstream_module server": upstreamServer(),
	proxy_cache_path: cachePath(),
	fastcgi_cache_path: cachePath(),
	uwsgi_cache_path: cachePath(),
	scgi_cache_path: cachePath(),
	limit_req_zone: {
		from: 1,
		keys: { zone: "zone", rate: "rate" },
		flags: ["sync"],
		required: ["zone"],
	},
	limit_req: {
		from: 0,
		keys: { zone: "any", burst: "positive", delay: "positive" },
		flags: ["nodelay"],
		required: ["zone"],
	},
	limit_conn_zone: { from: 1, keys: { zone: "zone" }, required: ["zone"] },
	open_file_cache: {
		from: 0,
		keys: { max: "positive", inactive: "seconds" },
		required: ["max"],
		flags: ["off"],
		alone: "off",
	},
	open_log_file_cache: {
		from: 0,
		keys: {
			max: "positive",
			inactive: "seconds",
			min_uses: "positive",
			valid: "seconds",
		},
		required: ["max"],
		flags: ["off"],
		alone: "off",
	},
	resolver: {
		from: 0,
		keys: {
			valid: "seconds",
			ipv4: "on or off",
			ipv6: "on or off",
			status_zone: "any",
		},
		open: true,
	},
	"ngx_http_log_module access_log": {
		from: 2,
		keys: {
			buffer: "size",
			flush: "milliseconds",
			gzip: "number",
			if: "any",
		},
		flags: ["gzip"],
	},
	"ngx_stream_log_module access_log": {
		from: 2,
		keys: {
			buffer: "size",
			flush: "milliseconds",
			gzip: "number",
			if: "any",
		},
		flags: ["gzip"],
	},
	thread_pool: {
		from: 1,
		keys: { threads: "positive", max_queue: "number" },
		required: ["threads"],
		open: true,
	},
	add_header: { from: 2, keys: {}, flags: ["always"] },
	add_trailer: { from: 2, keys: {}, flags: ["always"] },
	fastcgi_param: { from: 2, keys: {}, flags: ["if_not_empty"] },
	uwsgi_param: { from: 2, keys: {}, flags: ["if_not_empty"] },
	scgi_param: { from: 2, keys: {}, flags: ["if_not_empty"] },
	hash: { from: 1, keys: {}, flags: ["consistent"] },
	disable_symlinks: {
		from: 0,
		keys: { from: "any" },
		flags: ["on", "off", "if_not_owner"],
	},
};

function upstreamServer(): Parameters {
	return {
		from: 1,
		keys: {
			weight: "positive",
			max_conns: "number",
			max_fails: "number",
			fail_timeout: "seconds",
			// The commercial version's, and those of the rule about versions.
			service: "any",
			route: "any",
		},
		flags: ["backup", "down", "resolve", "drain"],
	};
}

function cachePath(): Parameters {
	return {
		from: 1,
		keys: {
			levels: "levels",
			use_temp_path: "on or off",
			keys_zone: "zone",
			inactive: "seconds",
			max_size: "offset",
			min_free: "offset",
			loader_files: "number",
			loader_sleep: "milliseconds",
			loader_threshold: "milliseconds",
			manager_files: "number",
			manager_sleep: "milliseconds",
			manager_threshold: "milliseconds",
			purger: "any",
			purger_files: "any",
			purger_sleep: "any",
			purger_threshold: "any",
		},
		required: ["keys_zone"],
	};
}
