/** Texts of everything that is hard to tell apart, the same ones on every run. */

export type Random = () => number;

export function random(seed: number): Random {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

/** Statements, most of which nginx can cut into words. */
export function statements(next: Random): string {
	return repeat(next, 1, 6, () => {
		const words = repeat(next, 0, 5, () => pick(next, gaps) + word(next));
		const close = next() < 0.3 ? "} " : "";
		return (
			pick(next, heads) + words + pick(next, ends) + pick(next, afters) + close
		);
	});
}

/** A block of Lua and a directive behind it. */
export function luaBlock(next: Random): string {
	return `x_by_lua_block {${repeat(next, 0, 20, () => pick(next, lua))}\n} foo; }`;
}

function word(next: Random): string {
	return repeat(next, 0, 4, () => pick(next, pieces));
}

function repeat(
	next: Random,
	least: number,
	below: number,
	make: () => string,
): string {
	const count = least + Math.floor(next() * (below - least));
	return Array.from({ length: count }, make).join("");
}

function pick(next: Random, from: readonly string[]): string {
	return from[Math.floor(next() * from.length)] ?? "";
}

const heads =
	`location|location ~|location ~*|location =|if (|if ($a|if ($a ~|if ($a !=|if (-f|rewrite|map $a|map|types|geo
split_clients|charset_map|server|server_name|server_name ~|return|listen|set|include|add_header|fastcgi_param|upstream
error_page|gzip_disable|foo|"foo"|\${x}|break|proxy_pass|try_files|env|error_log|valid_referers|proxy_redirect
a}b|a#b|set_by_lua_block`.split(/[|\n]/);

const pieces = [
	..."\"'#}()[]~=*@:/.a1^|?+-!$%&,<>xé\u00a0",
	...String.raw`\; \{ \" \\ \} \# $x {{ a=b http:// unix: 10m 1.2.3.4 ::1 [a-z [^;] (?<x> (?: on =404 @n ~*`.split(
		" ",
	),
	"$" + "{",
	"$" + "{A}",
	"[ ",
	"\\ ",
	"a\\\n",
];

const gaps = [
	" ",
	" ",
	" ",
	"\t",
	"\n",
	"  ",
	") ",
	" # c\n",
	' "q ; { # \\" $x" ',
	" 'q } \\' ' ",
];

const ends = [";", ";", ";", " {", " {", "{", " ) {", ");", "\n{\n", " }", "}"];

const afters = [" ", "\n", "", "\n# x\n", " # y {\n"];

const lua = [
	"\n",
	" ",
	..."\n\"'{}\\a#[]-=",
	"{ a }",
	"--",
	"--[[",
	"[[",
	"]]",
	"[=[",
	"]=]",
	'\\"',
	"\\z",
];
