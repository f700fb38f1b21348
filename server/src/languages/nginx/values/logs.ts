/** Where logs go and how they are held back: access_log, error_log, syslog. */

import { nearestWord } from "../../../text/nearest-word.ts";
import type { Directive, Word } from "../tree.ts";
import { partOf } from "../word.ts";
import { bytes } from "./parameters.ts";
import { oneOf } from "./slots.ts";
import { wrongVariableIn } from "./variables.ts";
import { type Wrong, wrongWord } from "./wrong.ts";

/** ngx_http_log_set_log, ngx_stream_log_set_log. */
export function accessLog(
	{ name, args }: Directive,
	module: string,
): Wrong | undefined {
	const [path, behind] = args;
	if (!path) return undefined;
	if (path.text === "off")
		return (
			behind &&
			wrongWord(
				behind,
				`access_log off takes nothing behind it, not "${behind.text}"`,
			)
		);
	if (!behind && module === "ngx_stream_log_module")
		return wrongWord(
			name,
			"access_log of stream needs the name of a log_format behind the path: there is no combined",
		);
	return syslog(path) ?? buffering(path, args.slice(2));
}

function buffering(path: Word, parameters: readonly Word[]): Wrong | undefined {
	for (const word of parameters) {
		const wrong = wrongAmount(word);
		if (wrong) return wrong;
	}
	const holds = parameters.find(({ text }) => /^(buffer=|gzip)/.test(text));
	const flush = parameters.find(({ text }) => text.startsWith("flush="));
	if (!holds)
		return (
			flush &&
			wrongWord(flush, "flush= needs buffer= or gzip beside it in access_log")
		);
	if (path.text.startsWith("syslog:"))
		return wrongWord(holds, "access_log to syslog can't be buffered");
	return path.text.includes("$")
		? wrongWord(
				holds,
				"access_log can't be buffered where its path holds a variable",
			)
		: undefined;
}

function wrongAmount(word: Word): Wrong | undefined {
	const [, key, value = ""] =
		/^(buffer|flush|gzip)=(.*)$/.exec(word.text) ?? [];
	if (key === "gzip")
		return /^0*[1-9]$/.test(value)
			? undefined
			: wrongWord(
					word,
					`access_log … gzip= takes a level from 1 to 9, not "${value}"`,
				);
	const isNothing =
		key === "buffer" ? bytes(value) === 0 : /^0+\D*$/.test(value);
	return key && isNothing
		? wrongWord(word, `access_log … ${key}= takes more than ${value}`)
		: undefined;
}

/** ngx_http_log_compile_format. */
export function logFormat({ args }: Directive): Wrong | undefined {
	const [, first] = args;
	const escaping = /^escape=(.*)$/.exec(first?.text ?? "")?.[1];
	if (
		first &&
		escaping !== undefined &&
		!/^(default|json|none)$/.test(escaping)
	)
		return wrongWord(
			first,
			`log_format … escape= is default, json or none, not "${escaping}"`,
		);
	for (const word of args.slice(1)) {
		const wrong = wrongVariableIn(word);
		if (wrong) return wrong;
	}
	return undefined;
}

/** ngx_log_set_levels. */
export function errorLog({ args }: Directive): Wrong | undefined {
	const [path, ...levels] = args;
	const word = levels.find(
		({ text }) =>
			!logLevels.includes(text) &&
			!/^debug_(core|alloc|mutex|event|http|mail|stream)$/.test(text) &&
			text !== "json",
	);
	if (word)
		return wrongWord(
			word,
			`"${word.text}" is no log level: it is one of ${oneOf(logLevels)}`,
			nearestWord(word.text, logLevels),
		);
	const [, again] = levels.filter(({ text }) => logLevels.includes(text));
	if (again) return wrongWord(again, "error_log takes one level");
	return path && syslog(path);
}

const logLevels = "debug info notice warn error crit alert emerg".split(" ");

const facilities =
	"kern user mail daemon auth intern lpr news uucp clock authpriv ftp ntp audit alert cron local0 local1 local2 local3 local4 local5 local6 local7".split(
		" ",
	);

/** What may stand behind a key, and how a message puts it. */
const choices: Readonly<
	Record<string, readonly [readonly string[], string] | undefined>
> = {
	facility: [facilities, "daemon, user and local0 to local7"],
	severity: [logLevels, oneOf(logLevels)],
};

/** `syslog:server=…,facility=…` (ngx_syslog_parse_args). */
function syslog(word: Word): Wrong | undefined {
	if (!word.text.startsWith("syslog:")) return undefined;
	let at = "syslog:".length;
	const seen = new Set<string>();
	for (const part of word.text.slice(at).split(",")) {
		const { message, meant } = wrongInSyslog(part, seen) ?? {};
		const place = partOf(word, at, at + part.length);
		if (message !== undefined)
			return {
				kind: "value",
				at: place.end > place.start ? place : word.at,
				message,
				...(meant === undefined ? {} : { instead: { at: place, text: meant } }),
			};
		at += part.length + 1;
	}
	return seen.has("server")
		? undefined
		: wrongWord(word, `"${word.text}" lacks server=, where the log goes to`);
}

function wrongInSyslog(
	part: string,
	seen: Set<string>,
): { readonly message: string; readonly meant?: string } | undefined {
	if (part === "nohostname") return undefined;
	const equals = part.indexOf("=");
	const key = part.slice(0, Math.max(equals, 0));
	const value = part.slice(equals + 1);
	if (!/^(server|facility|severity|tag)$/.test(key))
		return {
			message: `syslog has no parameter "${part}": it takes server=, facility=, severity=, tag= and nohostname`,
		};
	if (seen.has(key)) return { message: `syslog takes ${key}= once` };
	seen.add(key);
	const [known, shown] = choices[key] ?? [];
	if (known && !known.includes(value)) {
		const near = nearestWord(value, known);
		return {
			message: `"${value}" is no ${key} of syslog, as ${shown} are`,
			...(near === undefined ? {} : { meant: `${key}=${near}` }),
		};
	}
	if (key === "tag" && !/^\w{0,32}$/.test(value))
		return {
			message: `a tag of syslog is up to 32 letters, digits and underscores, not "${value}"`,
		};
	return undefined;
}
