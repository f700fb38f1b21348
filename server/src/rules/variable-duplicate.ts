import { builtInVariable } from "../languages/nginx/built-in-variables.ts";
import { childrenOf } from "../languages/nginx/find.ts";
import { keyOf, type Mention } from "../languages/nginx/names/mention.ts";
import { readVariableNames } from "../languages/nginx/names/variables.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Nginx } from "../topology/model.ts";
import type { Finding, Rule } from "./rule.ts";

export const variableDuplicate: Rule = {
	id: "variable-duplicate",
	severity: "error",
	summary:
		"A variable of nginx's own is declared anew, which nginx refuses, or two maps declare one, of which the last holds.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			// Fragments may be of http or of stream, and alternatives of each other.
			if (nginx.kind !== "main") continue;
			yield* ofNginx(nginx);
			yield* tablesTwice(nginx);
		}
	},
};

/** ngx_http_add_variable: one that is there and not changeable. */
function* ofNginx({ facts }: Nginx): Iterable<Finding> {
	const seen = new Set<string>();
	for (const each of readVariableNames(facts)) {
		const { name, at, directive, isDeclaration, protocol, isCapture } = each;
		if (!isDeclaration || !isRefused(each)) continue;
		const place = `${at.start} ${at.path}`;
		if (seen.has(place)) continue;
		seen.add(place);
		const by = isCapture ? "a named capture" : directive.name.text;
		yield {
			message: `$${name} is nginx's own variable${protocol === "stream" ? " in stream" : ""}, and ${by} can't declare it anew: nginx does not start ("the duplicate "${name}" variable").`,
			at,
		};
	}
}

/** Of the modules that every nginx has, those that were always there; see built-in-variables.ts. */
function isRefused({ name, protocol, directive, isCapture }: Mention): boolean {
	const builtIn = builtInVariable(name, protocol);
	return (
		builtIn !== undefined &&
		!builtIn.isFamily &&
		!builtIn.isChangeable &&
		/^(core|upstream|proxy|fastcgi)$/.test(builtIn.module) &&
		!recent.test(builtIn.name) &&
		// stream has it since 1.25.5.
		!(builtIn.name === "server_name" && protocol === "stream") &&
		(isCapture !== true || isExpression(directive))
	);
}

const recent =
	/^(is_request_port|request_port|time_iso8601_ms|proxy_add_via|proxy_protocol_.*|upstream_(last_.*|queue_time))$/;

/** Where nginx reads a regular expression with its captures; valid_referers and fastcgi_split_path_info leave them alone. */
function isExpression({ name, args }: Directive): boolean {
	switch (name.text) {
		case "location":
			return args[0]?.text.startsWith("~") === true;
		case "server_name":
		case "rewrite":
		case "if":
			return true;
		default:
			return name.text.startsWith("~");
	}
}

/** map, geo and split_clients of one variable: what is read last holds (`get_handler` is overwritten). */
function* tablesTwice({ facts }: Nginx): Iterable<Finding> {
	const last = new Map<string, Mention>();
	for (const each of readVariableNames(facts)) {
		const { isDeclaration, directive, protocol, name, at, isCapture } = each;
		if (
			!isDeclaration ||
			isCapture ||
			!/^(map|geo|split_clients)$/.test(directive.name.text)
		)
			continue;
		const key = `${protocol} ${keyOf(each)}`;
		const first = last.get(key);
		last.set(key, each);
		if (!first || isSame(first.directive, directive)) continue;
		yield {
			message: `${directive.name.text} declares $${name} a second time, and what is read last holds everywhere: the ${first.directive.name.text} before it does nothing.`,
			at,
			severity: "warning",
			related: [{ at: first.at, message: "this one does nothing" }],
		};
	}
}

/** The copy that each site has of `map $http_upgrade $connection_upgrade`. */
function isSame(one: Directive, other: Directive): boolean {
	return textOf(one) === textOf(other);
}

function textOf(directive: Directive): string {
	const { name, args } = directive;
	const entries = childrenOf(directive).map((entry) =>
		[entry.name, ...entry.args].map(({ text }) => text).join("\0"),
	);
	return [name, ...args]
		.map(({ text }) => text)
		.concat(entries.sort())
		.join("\n");
}
