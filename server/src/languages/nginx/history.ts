/**
 * When directives and parameters came to nginx and when they went (nginx's CHANGES). Only what
 * is younger than the oldest nginx that people still run, and what has an effect on whether
 * nginx starts.
 */

export interface Change {
	/** The directive. */
	readonly name: string;
	/** Counts only in such a block (`upstream`). */
	readonly within?: string;
	/** Its parameter; absent: the directive as a whole. */
	readonly parameter?: RegExp;
	/** The first version that knows it. */
	readonly since?: string;
	/** The first version that warns of it. */
	readonly deprecated?: string;
	/** The first version that refuses it. */
	readonly removed?: string;
	/** What stands in its place, in words. */
	readonly instead?: string;
}

const since = (version: string, names: string, within?: string): Change[] =>
	names.split(/\s+/).map((name) => ({
		name,
		since: version,
		...(within === undefined ? {} : { within }),
	}));

export const changes: readonly Change[] = [
	...since("1.29.6", "sticky", "upstream"),
	...since("1.31.0", "least_time", "upstream"),
	...since("1.27.3", "resolver resolver_timeout", "upstream"),
	...since("1.29.4", "ssl_ech_file"),
	...since("1.29.0", "early_hints"),
	...since(
		"1.27.4",
		"keepalive_min_timeout ssl_certificate_cache proxy_ssl_certificate_cache grpc_ssl_certificate_cache uwsgi_ssl_certificate_cache ssl_object_cache_inheritable",
	),
	...since("1.27.2", "proxy_pass_trailers"),
	...since("1.25.1", "http2"),
	...since(
		"1.25.0",
		"http3 http3_hq http3_max_concurrent_streams http3_stream_buffer_size quic_active_connection_id_limit quic_bpf quic_gso quic_host_key quic_retry",
	),
	// ngx_stream_pass_module.
	...since("1.25.5", "pass"),
	...since("1.21.4", "mp4_start_key_frame"),
	...since("1.19.10", "keepalive_time"),
	...since(
		"1.19.4",
		"ssl_conf_command ssl_reject_handshake proxy_ssl_conf_command grpc_ssl_conf_command uwsgi_ssl_conf_command",
	),
	...since("1.19.3", "proxy_cookie_flags"),
	...since("1.17.10", "auth_delay"),
	...since("1.17.6", "limit_conn_dry_run"),
	...since("1.17.1", "limit_req_dry_run"),
	{
		name: "server",
		within: "upstream",
		parameter: /^resolve$/,
		since: "1.27.3",
	},
	{
		name: "server",
		within: "upstream",
		parameter: /^(route=|drain$)/,
		since: "1.29.6",
	},
	{
		name: "keepalive",
		within: "upstream",
		parameter: /^(local|0)$/,
		since: "1.29.7",
	},
	{ name: "listen", parameter: /^quic$/, since: "1.25.0" },
	{ name: "proxy_http_version", parameter: /^2$/, since: "1.29.4" },
	{
		name: "listen",
		parameter: /^http2$/,
		deprecated: "1.25.1",
		instead: "http2 on",
	},
	{
		name: "ssl",
		deprecated: "1.15.0",
		removed: "1.25.1",
		instead: "the ssl parameter of listen",
	},
	...["http2_push", "http2_push_preload", "http2_max_concurrent_pushes"].map(
		(name) => ({ name, deprecated: "1.25.1" }),
	),
	...["http2_idle_timeout", "http2_recv_timeout"].map((name) => ({
		name,
		deprecated: "1.19.7",
		instead:
			name === "http2_idle_timeout"
				? "keepalive_timeout"
				: "client_header_timeout",
	})),
	...["http2_max_field_size", "http2_max_header_size"].map((name) => ({
		name,
		deprecated: "1.19.7",
		instead: "large_client_header_buffers",
	})),
	{
		name: "http2_max_requests",
		deprecated: "1.19.7",
		instead: "keepalive_requests",
	},
];
