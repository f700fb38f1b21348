/** Which files a shell text writes, moves or removes, as far as its words tell: RUN instructions, start scripts, commands given to `sh -c`. */

import {
	type ShellWord,
	type SimpleCommand,
	simpleCommands,
} from "../../languages/dockerfile/shell.ts";
import { basename, dirname, resolve } from "../../text/path.ts";
import { isPattern } from "./glob.ts";

export type Effect =
	/** At `path` and below it something may be written. */
	| { readonly kind: "write"; readonly path: string; readonly by: string }
	| {
			readonly kind: "remove";
			readonly path: string;
			/** What lies in the folder, not the folder. */
			readonly inside: boolean;
	  }
	/** cp, mv, ln: what is at `from` is at `to`, or in it where that is a folder. */
	| {
			readonly kind: "copy";
			readonly from: string;
			readonly to: string;
			/** `to` is the new name, even where a folder has it: what lies in `from` goes into it. */
			readonly exact: boolean;
	  }
	/** envsubst reads `from` and writes `to`; `names`: what it replaces, absent: every variable. */
	| {
			readonly kind: "render";
			readonly from: string;
			readonly to: string;
			readonly names: readonly string[] | undefined;
	  }
	/** A program runs that may write anywhere. */
	| { readonly kind: "anything"; readonly by: string };

/** `directory`: the working directory; undefined where it is not known. */
export function effectsOf(
	script: string,
	directory: string | undefined,
): readonly Effect[] {
	let here = directory;
	return simpleCommands(script).flatMap((command) => {
		const [program, target] = command.words;
		if (program?.text === "cd") {
			here = target && pathOf(target, here);
			return [];
		}
		return effectsOfCommand(command, here);
	});
}

/** Of a command in exec form; `sh -c` is looked into. */
export function effectsOfWords(
	words: readonly string[],
	directory: string | undefined,
): readonly Effect[] {
	const script = shellScript(words);
	if (script !== undefined) return effectsOf(script, directory);
	return effectsOfCommand(
		{
			words: words.map((text) => ({ text, open: false })),
			redirects: [],
			certain: true,
		},
		directory,
	);
}

/** The text behind `sh -c`, `/bin/bash -lc` and the like. */
export function shellScript(words: readonly string[]): string | undefined {
	const [program = "", ...rest] = words;
	if (!/(^|\/)(sh|bash|ash|dash)$/.test(program)) return undefined;
	const flag = rest.findIndex((word) => /^-[a-z]*c$/.test(word));
	return flag < 0 ? undefined : rest[flag + 1];
}

function effectsOfCommand(
	command: SimpleCommand,
	here: string | undefined,
): readonly Effect[] {
	const [program, ...args] = command.words;
	const name = program ? programName(program) : "";
	const rendered = name === "envsubst" ? rendering(command, here) : undefined;
	if (rendered) return [rendered];
	const by = name === "" ? "a redirection" : name;
	const redirected = command.redirects
		.filter(({ operator }) => operator !== "<")
		.map(({ target }) => write(target, here, by));
	return [
		...redirected,
		...(program ? effectsOfProgram(command, program, name, args, here) : []),
	];
}

function effectsOfProgram(
	command: SimpleCommand,
	program: ShellWord,
	name: string,
	args: readonly ShellWord[],
	here: string | undefined,
): readonly Effect[] {
	const plain = args.filter(({ text }) => !text.startsWith("-"));
	const writes = (words: readonly ShellWord[]) =>
		words.map((word) => write(word, here, name));
	if (harmless.has(name)) return [];
	if (builders.has(name))
		return here === undefined || here === "/"
			? []
			: [{ kind: "write", path: here, by: name }];
	const nested = shellScript(command.words.map(({ text }) => text));
	if (nested !== undefined)
		return effectsOf(nested, here).map((effect) =>
			command.certain ? effect : vague(effect, name),
		);
	switch (name) {
		case "rm":
			return plain.map((word) => removal(command, word, here));
		case "cp":
		case "mv":
		case "ln":
		case "install":
			return transfer(command, name, plain, here);
		case "sed":
		case "perl":
			return args.some(({ text }) => /^-[a-zA-Z]*i|^--in-place/.test(text))
				? writes(editedFiles(args))
				: [];
		case "find":
			return args.some(({ text }) => /^-(delete|exec|execdir|ok)$/.test(text))
				? [{ kind: "anything", by: name }]
				: [];
		case "touch":
		case "tee":
		case "truncate":
			return writes(plain);
		case "openssl":
		case "curl":
		case "wget":
		case "j2":
		case "gomplate":
			return outputs(args).map((word) => write(word, here, name));
		case "tar":
		case "unzip":
		case "git":
			return unpacked(args, here, name);
		case "certbot":
			return [{ kind: "write", path: "/etc/letsencrypt", by: name }];
		case "dockerize":
			return templateTargets(args, here);
		default:
			return [
				...writes(plain.filter(({ text }) => text.startsWith("/"))),
				{ kind: "anything", by: program.open ? "a command" : program.text },
			];
	}
}

/** They write nothing, or nothing that nginx reads. */
const harmless = new Set(
	": [ add-apt-repository addgroup adduser apk apt apt-get awk basename break cat chgrp chmod chown continue cut date deluser df dirname dnf docker-entrypoint.sh dpkg du echo egrep env exit export false fgrep getent grep groupadd head hostname id kill ldconfig local ls microdnf mkdir nginx nginx-debug openresty printenv printf ps pwd read return rmdir set setcap sha256sum shift shopt sleep sort stat tail test tr trap true ulimit umask uname uniq unset update-ca-certificates useradd usermod wait wc which whoami yum".split(
		" ",
	),
);

/** They write below the folder in which they run. */
const builders = new Set(
	"bundle cargo composer gem go npm npx pip pip3 pnpm yarn".split(" "),
);

function programName({ text }: ShellWord): string {
	const name = text.slice(text.lastIndexOf("/") + 1);
	// A script of one's own is not the system's program of that name.
	return text.startsWith("./") ? text : name;
}

function rendering(
	{ words, redirects, certain }: SimpleCommand,
	here: string | undefined,
): Effect | undefined {
	const from = redirects.find(({ operator }) => operator === "<")?.target;
	const to = redirects.find(({ operator }) => operator === ">")?.target;
	const source = from && pathOf(from, here);
	const target = to && pathOf(to, here);
	if (!certain || source === undefined || target === undefined)
		return undefined;
	const [, list] = words;
	if (list?.open && !/^[\s,:${}\w]*$/.test(list.text)) return undefined;
	const names = list && [...list.text.matchAll(/\$\{?([A-Za-z_]\w*)/g)];
	return {
		kind: "render",
		from: source,
		to: target,
		names: names?.map((match) => match[1] ?? ""),
	};
}

function removal(
	command: SimpleCommand,
	word: ShellWord,
	here: string | undefined,
): Effect {
	const inside = word.text.endsWith("/*");
	const path = pathOf(
		inside ? { ...word, text: word.text.slice(0, -2) || "/" } : word,
		here,
	);
	if (path === undefined || !command.certain || isPattern(path))
		return write(word, here, "rm");
	return { kind: "remove", path, inside };
}

/** `cp a b` is followed; several sources and patterns only say that something is written. */
function transfer(
	command: SimpleCommand,
	name: string,
	plain: readonly ShellWord[],
	here: string | undefined,
): readonly Effect[] {
	const [first, ...rest] = plain;
	const last = rest.at(-1);
	if (!first || !last) return [];
	const to = pathOf(last, here);
	// The target of a link counts from the folder of the link.
	const from = pathOf(
		first,
		name === "ln" && to !== undefined ? dirname(to) : here,
	);
	const written = write(last, here, name);
	if (
		!command.certain ||
		plain.length !== 2 ||
		from === undefined ||
		to === undefined ||
		isPattern(first.text) ||
		name === "install"
	)
		return [written];
	const exact = /(^|\/)\.$/.test(first.text);
	const intoFolder = last.text.endsWith("/") && !exact;
	const target = intoFolder ? resolve(to, basename(from)) : to;
	const copy: Effect = {
		kind: "copy",
		from,
		to: target,
		exact: exact || intoFolder,
	};
	return name === "mv"
		? [copy, { kind: "remove", path: from, inside: false }]
		: [copy];
}

/** `sed -i SCRIPT FILE…`, `sed -i -e SCRIPT FILE…`: the files. */
function editedFiles(args: readonly ShellWord[]): readonly ShellWord[] {
	const takesScript = ({ text }: ShellWord) =>
		/^-[a-zA-Z]*[ef]$|^--(expression|file)$/.test(text);
	const files = args.filter((word, i) => {
		const before = args[i - 1];
		return !word.text.startsWith("-") && !(before && takesScript(before));
	});
	return args.some(takesScript) ? files : files.slice(1);
}

/** The words behind `-o`, `-out`, `-keyout`, `--output` and `-O`. */
function outputs(args: readonly ShellWord[]): readonly ShellWord[] {
	return args.flatMap((word, i) => {
		const match =
			/^(?:-[a-zA-Z]*[oO]|-out|-keyout|--output|--output-document|--out)(?:=(.*))?$/.exec(
				word.text,
			);
		if (!match) return [];
		const target =
			match[1] === undefined ? args[i + 1] : { ...word, text: match[1] };
		return target ? [target] : [];
	});
}

function unpacked(
	args: readonly ShellWord[],
	here: string | undefined,
	by: string,
): readonly Effect[] {
	const flag = args.findIndex(({ text }) => /^(-C|-d|--directory)$/.test(text));
	const last = args.at(-1);
	const target =
		flag >= 0 ? args[flag + 1] : by === "git" && last ? last : undefined;
	if (target) return [write(target, here, by)];
	return here === undefined
		? [{ kind: "anything", by }]
		: [{ kind: "write", path: here, by }];
}

/** dockerize -template from:to. */
function templateTargets(
	args: readonly ShellWord[],
	here: string | undefined,
): readonly Effect[] {
	return args.flatMap((word, i) => {
		if (args[i - 1]?.text !== "-template") return [];
		const target = word.text.slice(word.text.lastIndexOf(":") + 1);
		return [write({ ...word, text: target }, here, "dockerize")];
	});
}

function vague(effect: Effect, by: string): Effect {
	switch (effect.kind) {
		case "copy":
		case "render":
			return { kind: "write", path: effect.to, by };
		case "remove":
			return { kind: "write", path: effect.path, by };
		default:
			return effect;
	}
}

/** A path with a variable, or below an unknown folder, may be any. */
function write(word: ShellWord, here: string | undefined, by: string): Effect {
	const path = pathOf(word, here);
	if (path === undefined) return { kind: "anything", by };
	// `conf.d/*.conf`: some of the files in it.
	const parts = path.split("/");
	const pattern = parts.findIndex(isPattern);
	return {
		kind: "write",
		path: pattern < 0 ? path : parts.slice(0, pattern).join("/") || "/",
		by,
	};
}

function pathOf(word: ShellWord, here: string | undefined): string | undefined {
	if (word.open) return undefined;
	if (word.text.startsWith("/")) return resolve("/", word.text);
	return here === undefined ? undefined : resolve(here, word.text);
}
