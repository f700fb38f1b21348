/** Directives that read their arguments in a way of their own; each from its handler in nginx's source. */

import { nearestWord } from "../../../text/nearest-word.ts";
import type { KnownDirective } from "../catalog/catalog.ts";
import type { Directive, Word } from "../tree.ts";
import { isAddressRange } from "./addresses.ts";
import { cacheValid, errorPage, isCode, returned } from "./codes.ts";
import { accessLog, errorLog } from "./logs.ts";
import { expires, sessionCache, temporaryPath } from "./memory.ts";
import { bytes } from "./parameters.ts";
import { oneOf, wrongSize, wrongTime } from "./slots.ts";
import { isNumber, isOffset, isSize } from "./units.ts";
import { type Wrong, wrongWord } from "./wrong.ts";

type Handler = (directive: Directive, module: string) => Wrong | undefined;

export function wrongByHandler(
	directive: Directive,
	{ name, module }: Pick<KnownDirective, "name" | "module">,
): Wrong | undefined {
	return hasHandler({ name }) ? handlers[name]?.(directive, module) : undefined;
}

export function hasHandler({ name }: Pick<KnownDirective, "name">): boolean {
	return Object.hasOwn(handlers, name);
}

const handlers: Readonly<Record<string, Handler>> = {
	return: returned,
	error_page: errorPage,
	try_files: ({ args }) => {
		const last = args.at(-1);
		return last?.text.startsWith("=") && !isCode(last.text.slice(1))
			? wrongWord(last, `try_files ends with a status code, not "${last.text}"`)
			: undefined;
	},
	expires,
	...each(
		"proxy_cache_valid fastcgi_cache_valid uwsgi_cache_valid scgi_cache_valid",
		cacheValid,
	),
	...each("allow deny", access),
	set_real_ip_from: ({ args: [word] }) =>
		word &&
		/^[\d.]+(\/|$)/.test(word.text) &&
		!isAddressRange(word.text) &&
		// An address to the resolver that is asked then (inet_aton).
		!/^\d+(\.\d+){0,2}$/.test(word.text)
			? wrongWord(word, `"${word.text}" is no address`)
			: undefined,
	error_log: errorLog,
	access_log: accessLog,
	worker_processes: ({ args: [word] }) =>
		word && word.text !== "auto" && !isNumber(word.text)
			? wrongWord(
					word,
					`worker_processes takes a number or auto, not "${word.text}"`,
				)
			: undefined,
	worker_connections: ({ args: [word] }) =>
		word && !isNumber(word.text)
			? wrongWord(word, `worker_connections takes a number, not "${word.text}"`)
			: undefined,
	worker_priority: ({ args: [word] }) =>
		word && !/^[+-]?\d+$/.test(word.text)
			? wrongWord(word, `worker_priority takes a number, not "${word.text}"`)
			: undefined,
	use: ({ args: [word] }) =>
		word && !eventMethods.includes(word.text)
			? wrongWord(
					word,
					`use takes ${oneOf(eventMethods.slice(0, 4))}, not "${word.text}"`,
					nearestWord(word.text, eventMethods),
				)
			: undefined,
	limit_conn: ({ args: [, word] }) =>
		word &&
		(!isNumber(word.text) ||
			Number(word.text) === 0 ||
			Number(word.text) > 65535)
			? wrongWord(
					word,
					`limit_conn takes a number from 1 to 65535, not "${word.text}"`,
				)
			: undefined,
	limit_except: ({ args }) => {
		const word = args.find(({ text }) => !methods.has(text.toUpperCase()));
		return (
			word &&
			wrongWord(
				word,
				`"${word.text}" is no request method that nginx knows`,
				nearestWord(word.text.toUpperCase(), methods),
			)
		);
	},
	keepalive_timeout: ({ args: [timeout, header], name }, module) =>
		(timeout && wrongTime(name.text, timeout, "milliseconds")) ??
		(header && module === "ngx_http_core_module"
			? wrongTime(name.text, header, "seconds")
			: undefined),
	...each("limit_rate limit_rate_after", ({ args: [word], name }) =>
		word && !word.text.includes("$")
			? wrongSize(name.text, word, false)
			: undefined,
	),
	...each("set auth_request_set js_set js_var perl_set", ({ args, name }) =>
		variable(args[0], name),
	),
	...each("map split_clients", ({ args, name }) => variable(args[1], name)),
	geo: ({ args: [first, second], name }) =>
		variable(first, name) ?? variable(second, name),
	random: ({ args: [count, method] }) => {
		if (count && count.text !== "two")
			return wrongWord(
				count,
				`random takes "two" first, not "${count.text}"`,
				method ? undefined : `two ${count.text}`,
			);
		return method && !/^least_(conn|time=.*)$/.test(method.text)
			? wrongWord(method, `random two takes least_conn, not "${method.text}"`)
			: undefined;
	},
	...each(
		"proxy_temp_path fastcgi_temp_path uwsgi_temp_path scgi_temp_path client_body_temp_path",
		temporaryPath,
	),
	...each(
		"dav_access proxy_store_access fastcgi_store_access uwsgi_store_access scgi_store_access",
		({ args }) => {
			const word = args.find(
				({ text }) => !/^(user|group|all):rw?$/.test(text),
			);
			return (
				word &&
				wrongWord(
					word,
					`"${word.text}" is none of user:rw, group:r and the like`,
				)
			);
		},
	),
	ssl_session_cache: sessionCache,
	zone: ({ args: [, size] }, module) => {
		if (!size || !/upstream/.test(module)) return undefined;
		return (
			wrongSize("zone", size, false) ??
			(isSize(size.text) && bytes(size.text) < 8 * 4096
				? {
						kind: "size",
						at: size.at,
						message: `zone takes at least 32k, not ${size.text} ("zone … is too small")`,
					}
				: undefined)
		);
	},
	keepalive: ({ args: [word] }) =>
		word && !isNumber(word.text)
			? wrongWord(word, `keepalive takes a number, not "${word.text}"`)
			: undefined,
	userid_expires: ({ args: [word] }) =>
		word && !/^(max|off)$/.test(word.text)
			? wrongTime("userid_expires", word, "seconds")
			: undefined,
	...each("connection_pool_size request_pool_size", ({ args: [word], name }) =>
		word &&
		isSize(word.text) &&
		(bytes(word.text) < 112 || bytes(word.text) % 16)
			? wrongWord(
					word,
					`${name.text} takes at least 112 bytes, in steps of 16, not ${word.text}`,
				)
			: undefined,
	),
	directio: ({ args: [word] }) =>
		word && word.text !== "off" && !isOffset(word.text)
			? wrongSize("directio", word, true)
			: undefined,
	aio: ({ args: [word] }) =>
		word && !/^(on|off|threads(=.*)?)$/.test(word.text)
			? wrongWord(word, `aio is on, off or threads, not "${word.text}"`)
			: undefined,
	...each(
		"proxy_bind fastcgi_bind uwsgi_bind scgi_bind grpc_bind memcached_bind",
		({ args: [, word], name }) =>
			word && word.text !== "transparent"
				? wrongWord(
						word,
						`${name.text} has no parameter "${word.text}"`,
						nearestWord(word.text, ["transparent"]),
					)
				: undefined,
	),
	...each(
		"proxy_redirect proxy_cookie_domain proxy_cookie_path",
		({ args, name }) => {
			const [word] = args;
			if (!word || args.length !== 1) return undefined;
			const alone =
				name.text === "proxy_redirect" ? ["off", "default"] : ["off"];
			return alone.includes(word.text)
				? undefined
				: wrongWord(
						word,
						`${name.text} takes two texts, or ${oneOf(alone)} alone, not "${word.text}"`,
					);
		},
	),
	server_tokens: ({ args: [word] }) =>
		word && !/^(on|off|build)$/i.test(word.text) && !word.text.includes("$")
			? commercialText(word)
			: undefined,
};

/** Only the commercial version takes a text of one's own. */
function commercialText(word: Word): Wrong | undefined {
	const near = nearestWord(word.text.toLowerCase(), ["on", "off", "build"]);
	return /^(true|false|yes|no|0|1|none|hidden)$/i.test(word.text) || near
		? wrongWord(
				word,
				`server_tokens is on, off or build, not "${word.text}"`,
				near ?? (/^(true|yes|1)$/i.test(word.text) ? "on" : "off"),
			)
		: undefined;
}

const eventMethods = [
	"epoll",
	"poll",
	"select",
	"kqueue",
	"eventport",
	"/dev/poll",
];

const methods: ReadonlySet<string> = new Set(
	"GET HEAD POST PUT DELETE MKCOL COPY MOVE OPTIONS PROPFIND PROPPATCH LOCK UNLOCK PATCH".split(
		" ",
	),
);

/** ngx_http_access_rule. */
function access({ args: [word], name }: Directive): Wrong | undefined {
	if (!word || /^(all|unix:)$/.test(word.text) || isAddressRange(word.text))
		return undefined;
	return wrongWord(
		word,
		`${name.text} takes an address, a network as 10.0.0.0/8, unix: or all, not "${word.text}"`,
	);
}

function variable(word: Word | undefined, name: Word): Wrong | undefined {
	if (!word || /^\$./.test(word.text)) return undefined;
	return wrongWord(
		word,
		`${name.text} takes a variable here, with its $, not "${word.text}"`,
		/^[a-z_]\w*$/i.test(word.text) ? `$${word.text}` : undefined,
	);
}

function each(names: string, handler: Handler): Record<string, Handler> {
	return Object.fromEntries(names.split(" ").map((name) => [name, handler]));
}
