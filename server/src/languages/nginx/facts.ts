/**
 * What the cross-file view asks of an nginx configuration, read from its directives.
 * Every fact keeps the directive it came from, so that a rule can look further.
 */

import type { Located, Place } from "../../text/place.ts";
import type { Directive, Word } from "./tree.ts";

export type Protocol = "http" | "stream" | "mail";

export type Host =
	| { readonly kind: "name"; readonly name: string; readonly at: Place }
	/** IPv6 without its brackets. */
	| { readonly kind: "ip"; readonly address: string; readonly at: Place }
	| { readonly kind: "unix"; readonly path: string; readonly at: Place }
	/** A variable decides at run time. */
	| { readonly kind: "variable"; readonly text: string; readonly at: Place };

/** `host:port` as it stands in `server` or behind a pass directive's scheme. */
export interface Address {
	readonly text: string;
	readonly at: Place;
	readonly host: Host;
	/** Absent where it is not written; then nginx's default counts (semantics 36). */
	readonly port: Located<number> | undefined;
}

export interface UpstreamServer {
	readonly address: Address;
	/** Every word behind the address: `max_fails=3`, `backup`. */
	readonly parameters: readonly Word[];
	readonly directive: Directive;
}

export interface Upstream {
	readonly protocol: Protocol;
	readonly name: Word;
	readonly servers: readonly UpstreamServer[];
	/** The directive that chooses the peer: ip_hash, hash, least_conn, random, least_time, sticky. */
	readonly balancing: Directive | undefined;
	readonly directive: Directive;
}

export type PassDirective =
	| "proxy_pass"
	| "grpc_pass"
	| "fastcgi_pass"
	| "uwsgi_pass"
	| "scgi_pass"
	| "memcached_pass";

export interface Pass {
	readonly protocol: Protocol;
	readonly kind: PassDirective;
	/** `http`, `https`, `grpc`, `grpcs`; absent where the directive takes none or none is written. */
	readonly scheme: string | undefined;
	/** Host and port, or the name of an upstream: that is settled where names are resolved. */
	readonly address: Address;
	/** From the slash on; absent where there is none (`http://api`). */
	readonly uri: Located<string> | undefined;
	readonly directive: Directive;
	readonly server: Server;
	/** Absent in a stream server. */
	readonly location: Location | undefined;
}

export interface Listen {
	/** Absent: all addresses. IPv6 without its brackets. */
	readonly address: string | undefined;
	/** Absent for a unix socket or a port that is not a number. */
	readonly port: Located<number> | undefined;
	readonly ssl: boolean;
	readonly directive: Directive;
}

export interface Server {
	readonly protocol: Protocol;
	/** Empty: nginx listens on *:80 (*:8000 without root's rights). */
	readonly listens: readonly Listen[];
	readonly names: readonly Word[];
	/** The outermost ones. */
	readonly locations: readonly Location[];
	/** The statements of its block, includes replaced by what they bring. */
	readonly directives: readonly Directive[];
	readonly directive: Directive;
}

export interface Location {
	readonly modifier: "" | "=" | "^~" | "~" | "~*" | "@";
	/** Without the modifier; of a named location without the `@`. */
	readonly pattern: Located<string>;
	readonly parent: Location | undefined;
	readonly locations: readonly Location[];
	readonly directives: readonly Directive[];
	readonly directive: Directive;
}

/** One nginx configuration, its includes in place. */
export interface NginxFacts {
	readonly upstreams: readonly Upstream[];
	readonly servers: readonly Server[];
	/** In every context: locations, `if` and `limit_except` in them, stream servers. */
	readonly passes: readonly Pass[];
}
