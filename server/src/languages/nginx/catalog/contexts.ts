/** Where a directive may stand, a letter each: NGX_HTTP_SRV_CONF and its kin (ngx_http_config.h). */

export type Context =
	| "main"
	| "events"
	| "http"
	| "server"
	| "location"
	| "if in server"
	| "if in location"
	| "limit_except"
	| "upstream"
	| "stream"
	| "stream server"
	| "stream upstream"
	| "mail"
	| "mail server"
	/** Blocks of the commercial version and of modules. */
	| "mgmt"
	| "acme_issuer"
	| "oidc_provider";

const letters: Readonly<Record<Context, string>> = {
	main: "m",
	events: "e",
	http: "h",
	server: "s",
	location: "l",
	"if in server": "i",
	"if in location": "j",
	limit_except: "x",
	upstream: "u",
	stream: "S",
	"stream server": "T",
	"stream upstream": "U",
	mail: "M",
	"mail server": "N",
	mgmt: "G",
	acme_issuer: "A",
	oidc_provider: "O",
};

export const contexts = Object.keys(letters) as readonly Context[];

/** `*` stands for all of them. */
export function contextsOf(written: string): readonly Context[] {
	if (written === "*") return contexts;
	return contexts.filter((context) => written.includes(letters[context]));
}

export function written(some: readonly Context[]): string {
	if (some.length === contexts.length) return "*";
	return contexts
		.filter((context) => some.includes(context))
		.map((context) => letters[context])
		.join("");
}

/** The context inside of a block that stands in `outer`; undefined: what is in there are no directives that we know. */
export function insideOf(block: string, outer: Context): Context | undefined {
	switch (block) {
		case "events":
			return outer === "main" ? "events" : undefined;
		case "http":
		case "stream":
		case "mail":
		case "mgmt":
			return outer === "main" ? block : undefined;
		case "server":
			if (outer === "http") return "server";
			if (outer === "stream") return "stream server";
			return outer === "mail" ? "mail server" : undefined;
		case "upstream":
			if (outer === "http") return "upstream";
			return outer === "stream" ? "stream upstream" : undefined;
		case "location":
			return outer === "server" || outer === "location"
				? "location"
				: undefined;
		case "if":
			if (outer === "server") return "if in server";
			return outer === "location" ? "if in location" : undefined;
		case "limit_except":
			return outer === "location" ? "limit_except" : undefined;
		case "acme_issuer":
		case "oidc_provider":
			return outer === "http" ? block : undefined;
		default:
			return undefined;
	}
}

/** Blocks of one protocol; of the top level none. */
export function protocolOf(
	context: Context,
): "http" | "stream" | "mail" | undefined {
	switch (context) {
		case "main":
		case "events":
		case "mgmt":
			return undefined;
		case "stream":
		case "stream server":
		case "stream upstream":
			return "stream";
		case "mail":
		case "mail server":
			return "mail";
		default:
			return "http";
	}
}
