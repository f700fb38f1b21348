/** What nginx takes one declaration of, wherever in the configuration it stands. */

import type { Place } from "../../../text/place.ts";
import type { NginxFacts } from "../facts.ts";
import { statementsNamed, statementsWith } from "../statements.ts";
import type { Directive, Word } from "../tree.ts";
import { partOf } from "../word.ts";
import { readNames } from "./read.ts";
import { surroundingsIn } from "./surroundings.ts";

export interface Declared {
	readonly what: "zone" | "log format" | "cache path" | "thread pool";
	readonly name: string;
	/** The same for what is one to nginx. */
	readonly key: string;
	/** The directive and its protocol. Of a zone it is the module that made it: no other may have one of that name (ngx_shared_memory_add). */
	readonly by: string;
	/** Its module may name it again: upstreams and servers share one. */
	readonly isShared: boolean;
	readonly at: Place;
	readonly directive: Directive;
}

/** In no order. */
export function declaredOnce(facts: NginxFacts): readonly Declared[] {
	return [
		...zonesAndFormats(facts),
		...sharedZones(facts),
		...cachePaths(facts),
		...threadPools(facts),
	];
}

function zonesAndFormats(facts: NginxFacts): readonly Declared[] {
	return readNames(facts).flatMap((each): Declared[] => {
		const { kind, name, protocol, at, directive, isDeclaration } = each;
		if (!isDeclaration || kind === "named-location") return [];
		const by = `${directive.name.text} of ${protocol}`;
		const own = { name, by, isShared: false, at, directive };
		// Formats are looked up without case, and compared with it where they are declared (ngx_http_log_set_format).
		return kind === "log-format"
			? [{ ...own, what: "log format", key: `${by} ${name}` }]
			: [{ ...own, what: "zone", key: `zone ${name}` }];
	});
}

/** `zone` of upstreams, `ssl_session_cache shared:name:size`. */
function sharedZones(facts: NginxFacts): readonly Declared[] {
	const surroundings = surroundingsIn(facts);
	return statementsWith(facts.directives, (name) => sharing.has(name)).flatMap(
		(statement): Declared[] => {
			const { directive, around } = statement;
			const { text } = directive.name;
			if (text === "zone" && around?.directive.name.text !== "upstream")
				return [];
			const { protocol } = surroundings(statement);
			return directive.args.flatMap((word, i): Declared[] => {
				const named = text === "zone" ? i === 0 && inWhole(word) : shared(word);
				return named
					? [
							{
								...named,
								what: "zone",
								key: `zone ${named.name}`,
								by: `${text} of ${protocol}`,
								isShared: true,
								directive,
							},
						]
					: [];
			});
		},
	);
}

const sharing = new Set(["zone", "ssl_session_cache"]);

function inWhole(word: Word): Pick<Declared, "name" | "at"> {
	return { name: word.text, at: word.at };
}

function shared(word: Word): Pick<Declared, "name" | "at"> | undefined {
	const [, name] = /^shared:([^:]+)/.exec(word.text) ?? [];
	if (name === undefined) return undefined;
	const from = "shared:".length;
	return { name, at: partOf(word, from, from + name.length) };
}

/** ngx_add_path compares them as they are written. */
function cachePaths({ directives }: NginxFacts): readonly Declared[] {
	return statementsWith(directives, (name) => cachePath.test(name)).flatMap(
		({ directive }) => {
			const [word] = directive.args;
			return word ? alone("cache path", word, directive) : [];
		},
	);
}

const cachePath = /^(proxy|fastcgi|uwsgi|scgi)_cache_path$/;

function threadPools({ directives }: NginxFacts): readonly Declared[] {
	return statementsNamed(directives, "thread_pool").flatMap(({ directive }) => {
		const [word] = directive.args;
		return word ? alone("thread pool", word, directive) : [];
	});
}

function alone(
	what: Declared["what"],
	{ text: name, at }: Word,
	directive: Directive,
): readonly Declared[] {
	const by = directive.name.text;
	const key = `${what} ${name}`;
	return [{ what, name, key, by, isShared: false, at, directive }];
}
