import { removeWord } from "../languages/nginx/edit.ts";
import type { Directive, Word } from "../languages/nginx/tree.ts";
import { partOf } from "../languages/nginx/word.ts";
import { replace } from "../text/edit.ts";
import { between } from "../text/place.ts";
import type { Project } from "../topology/model.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const weakTls: Rule = {
	id: "weak-tls",
	severity: "warning",
	summary: "nginx offers a TLS version or cipher that is broken.",
	reads: "topology",

	*check(project) {
		for (const { directive } of judgedNamed(project, "ssl_protocols")) {
			const found = protocols(directive, project);
			if (found) yield found;
		}
		for (const { directive } of judgedNamed(project, "ssl_ciphers"))
			yield* ciphers(directive, project);
	},
};

/** RFC 7568 (SSLv3), RFC 6176 (SSLv2), RFC 8996 (TLS 1.0 and 1.1). */
function protocols({ args }: Directive, project: Project): Finding | undefined {
	const weak = args.filter(({ text }) =>
		/^(SSLv2|SSLv3|TLSv1|TLSv1\.1)$/.test(text),
	);
	const [first] = weak;
	const last = args.at(-1);
	if (!first || !last) return undefined;
	const names = weak.map(({ text }) => text).join(", ");
	const broken = weak.some(({ text }) => text.startsWith("SSL"));
	return {
		message: broken
			? `${names}: SSL can be broken by who listens, and where OpenSSL still has it nginx offers it here.`
			: `${names}: browsers have refused ${weak.length > 1 ? "them" : "it"} since 2020, and who listens can attack the clients that still take ${weak.length > 1 ? "them" : "it"}.`,
		at: first.at,
		...(!broken && { severity: "info" }),
		fixes: [
			weak.length === args.length
				? {
						title: "Offer TLSv1.2 and TLSv1.3",
						edits: () => [
							replace(between(first.at, last.at), "TLSv1.2 TLSv1.3"),
						],
					}
				: {
						title: `Remove ${names}`,
						edits: () =>
							weak.map((word) =>
								removeWord(textOf(project, word.at.path), word),
							),
					},
		],
	};
}

/** Words of OpenSSL's cipher list (openssl-ciphers(1)); what a word with `!` takes away is gone wherever it stands. */
function* ciphers({ args }: Directive, project: Project): Iterable<Finding> {
	const [word] = args;
	if (!word || word.text.includes("$")) return;
	const killed = new Set<string>();
	for (const { text } of items(word))
		if (text.startsWith("!")) killed.add(text.slice(1).toUpperCase());
	const said = new Set<string>();
	for (const { text, from } of items(word)) {
		const why = weakness(text);
		const parts = text.toUpperCase().split(/[-+]/);
		if (!why || said.has(why.name) || parts.some((part) => killed.has(part)))
			continue;
		if (why.killers.some((name) => killed.has(name))) continue;
		said.add(why.name);
		yield {
			message: `ssl_ciphers offers ${text}: ${why.what}.`,
			at: partOf(word, from, from + text.length),
			...(!why.bare && { severity: "info" }),
			fixes: withoutItem(word, text, from, project),
		};
	}
}

/** With the colon behind it, or the one in front of the last. */
function withoutItem(
	word: Word,
	text: string,
	from: number,
	project: Project,
): readonly Fix[] {
	const to = from + text.length;
	const at =
		to < word.text.length
			? partOf(word, from, to + 1)
			: partOf(word, Math.max(0, from - 1), to);
	const file = textOf(project, at.path);
	const isAlone = items(word).length === 1;
	if (isAlone || !file.slice(at.start, at.end).includes(text)) return [];
	return [{ title: `Remove ${text}`, edits: () => [replace(at, "")] }];
}

interface Weakness {
	readonly name: string;
	readonly what: string;
	/** Words that take it away with a `!`. */
	readonly killers: readonly string[];
	/** It protects nothing at all. */
	readonly bare: boolean;
}

function weakness(text: string): Weakness | undefined {
	const name = text.toUpperCase();
	// `!`, `-` take away, `+` moves to the end, `@` sorts.
	if (/^[!\-+@]/.test(name)) return undefined;
	return weaknesses.find(({ pattern }) => pattern.test(name));
}

const weaknesses: readonly (Weakness & { readonly pattern: RegExp })[] = [
	{
		name: "null",
		pattern: /(^|[-+])E?NULL($|[-+])/,
		what: "it does not encrypt",
		killers: ["NULL", "ENULL"],
		bare: true,
	},
	{
		name: "anonymous",
		pattern: /^(ADH|AECDH|ANULL)($|[-+])/,
		what: "it asks for no certificate, and anybody can stand in between",
		killers: ["ANULL", "ADH", "AECDH"],
		bare: true,
	},
	{
		name: "export",
		pattern: /^(EXP|EXPORT\d*|LOW)($|[-+])/,
		what: "its keys are short enough to be guessed",
		killers: ["EXP", "EXPORT", "LOW"],
		bare: true,
	},
	{
		name: "rc4",
		pattern: /(^|[-+])RC4($|[-+])/,
		what: "RC4 is broken (RFC 7465)",
		killers: ["RC4"],
		bare: false,
	},
	{
		name: "des",
		pattern: /(^|[-+])(3?DES|CBC3)($|[-+])/,
		what: "with blocks of 64 bits long connections can be read (CVE-2016-2183)",
		killers: ["3DES", "DES"],
		bare: false,
	},
];

function items({
	text,
}: Word): readonly { readonly text: string; readonly from: number }[] {
	return [...text.matchAll(/[^\s:,;]+/g)].map((match) => ({
		text: match[0],
		from: match.index,
	}));
}
