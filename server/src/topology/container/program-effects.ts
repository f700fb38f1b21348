/** What the programs that scripts and Dockerfiles call do to files; of a program that is not known, that it may do anything. */

import type {
	ShellWord,
	SimpleCommand,
} from "../../languages/dockerfile/shell.ts";
import { basename, dirname, resolve } from "../../text/path.ts";
import type { Effect } from "./effect.ts";
import { isPattern } from "./glob.ts";
import { pathOf, write } from "./script-path.ts";

/** `name`: the program without its folder; `here`: where it runs, undefined where that is not known. */
export function effectsOfProgram(
	command: SimpleCommand,
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
				{ kind: "anything", by: command.words[0]?.open ? "a command" : name },
			];
	}
}

/** They write nothing, or nothing that nginx reads. */
const harmless = new Set(
	": [ add-apt-repository addgroup adduser apk apt apt-get awk basename break cat chgrp chmod chown continue cut date deluser df dirname dnf docker-entrypoint.sh dpkg du echo egrep env envsubst exit export false fgrep getent grep groupadd head hostname id kill ldconfig local ls microdnf mkdir nginx nginx-debug openresty printenv printf ps pwd read return rmdir set setcap sha256sum shift shopt sleep sort stat tail test tr trap true ulimit umask uname uniq unset update-ca-certificates useradd usermod wait wc which whoami yum".split(
		" ",
	),
);

/** They write below the folder in which they run. */
const builders = new Set(
	"bundle cargo composer gem go npm npx pip pip3 pnpm yarn".split(" "),
);

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
