/**
 * What the cross-file view asks of an nginx configuration, read from its directives.
 * Every fact keeps the directive it came from, so that a rule can look further.
 */

import type { Located, Place } from "../../text/place.ts";
import type { Directive, Word } from "./tree.ts";

export type Protocol = "http" | "stream" | "mail";

export type Host =
	/** As written; all digits (`server 3000;`) is a name too, which resolves to 0.0.11.184 (semantics 36). */
	| { readonly kind: "name"; readonly name: string; readonly at: Place }
	/** IPv6 without its brackets. */
	| { readonly kind: "ip"; readonly address: string; readonly at: Place }
	| { readonly kind: "unix"; readonly path: string; readonly at: Place }
	/** A variable decides at run time: `$backend`, `${name}.internal`. */
	| { readonly kind: "variable"; readonly text: string; readonly at: Place };

/** `host:port` as it stands in `server` or behind a pass directive's scheme. */
export interface Address {
	readonly text: string;
	readonly at: Place;
	readonly host: Host;
	/** Absent where it is not written (then nginx's default counts, semantics 36) or is no port number (then `portText` is there). */
	readonly port: Located<number> | undefined;
	/** What stands behind the host's colon: `3000`, `$port`, `99999`. */
	readonly portText: Located<string> | undefined;
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
	/** `http`, `https`, `grpc`, `grpcs`, `$scheme`; absent where the directive takes none or none is written. */
	readonly scheme: string | undefined;
	/** Host and port, or the name of an upstream: that is settled where names are resolved. */
	readonly address: Address;
	/** From the slash on, or from a variable that stands in its place (`http://api$request_uri`); absent where there is none. */
	readonly uri: Located<string> | undefined;
	/** A variable stands somewhere in it: nginx looks the name up at each request, not when it starts (semantics 37). */
	readonly atRunTime: boolean;
	readonly directive: Directive;
	/** Absent in a fragment that is included inside a server. */
	readonly server: Server | undefined;
	/** Absent in a stream server. */
	readonly location: Location | undefined;
	/** The statements around it, innermost block first: `if` or limit_except, locations, the server, http. See `inherited` in find.ts. */
	readonly levels: readonly (readonly Directive[])[];
}

export interface Listen {
	/** Absent: all addresses (none written, or `*`). IPv6 without its brackets; a unix socket with its `unix:`. */
	readonly address: string | undefined;
	/** Absent for a unix socket or a port that is not a number. Where none is written it is 80, and its place is the address. */
	readonly port: Located<number> | undefined;
	/** The last port of a range `a-b`. */
	readonly portEnd?: number;
	/** QUIC, or `udp` in a stream: it takes no TCP port. */
	readonly udp: boolean;
	/** Also by the server's old `ssl on`. */
	readonly ssl: boolean;
	/** Every word behind the address. */
	readonly parameters: readonly Word[];
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

/** What one variable is given by set, map, geo and split_clients; the values are as written and may hold variables themselves. */
export interface VariableFacts {
	/** By every statement. Which of them count at a pass directive: see variables-at.ts. */
	readonly values: readonly Word[];
	/** By map, geo and split_clients, which hold for every request. */
	readonly tables: readonly Word[];
	/** In the order of the file. */
	readonly sets: readonly VariableSet[];
	/** False where something else sets it too, or an include in its map was not followed. */
	readonly complete: boolean;
}

/** One `set`: only requests that pass it know its value. */
export interface VariableSet {
	readonly value: Word;
	/** The blocks that it stands in; of locations the innermost. */
	readonly server: Directive | undefined;
	readonly location: Directive | undefined;
	/** The `if` around it. */
	readonly condition: Directive | undefined;
	/** How its `if` ends: no later `set` counts then, or the request does not stay in the block. */
	readonly ending: "on" | "break" | "leave";
}

/** One nginx configuration, its includes in place. */
export interface NginxFacts {
	/** The statements that it was read from. */
	readonly directives: readonly Directive[];
	/** The statements of its http blocks; of a fragment, which http includes, those of the fragment. */
	readonly http: readonly Directive[];
	readonly upstreams: readonly Upstream[];
	readonly servers: readonly Server[];
	/** In every context: locations, `if` and `limit_except` in them, stream servers. */
	readonly passes: readonly Pass[];
	/** By name, lower-cased, without the `$`. */
	readonly variables: ReadonlyMap<string, VariableFacts>;
}
