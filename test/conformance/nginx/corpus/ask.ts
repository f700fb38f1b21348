/**
 * Everything that nginx refuses in other people's files, one refusal after the other: what it
 * refuses is blanked out in a copy, and it is asked again. Fragments stand in the blocks that
 * their directives need.
 */

import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Context } from "../../../../server/src/languages/nginx/catalog/contexts.ts";
import { childrenOf } from "../../../../server/src/languages/nginx/find.ts";
import { parseNginx } from "../../../../server/src/languages/nginx/parse.ts";
import type { Directive } from "../../../../server/src/languages/nginx/tree.ts";
import { lineAt, lineIndex } from "../../../../server/src/text/line-index.ts";
import { possibleContexts } from "../../../../server/src/topology/nginx/placements.ts";
import { elsewhere, isMachines, loadModules, withFileMade } from "./machine.ts";

export interface Refusal {
	/** From 1 on; absent where nginx names none. */
	readonly line?: number;
	/** Without the folder in which it was asked. */
	readonly message: string;
}

/** More refusals has no file. */
const most = 80;

/** `folder` is a copy that may be changed; `file` one of its files. */
export function refusals(
	nginx: string,
	folder: string,
	file: string,
): readonly Refusal[] {
	const path = join(folder, file);
	const original = readFileSync(path, "utf8");
	const main = wrapped(path, original);
	const found: Refusal[] = [];
	const touched = new Map<string, string>();
	try {
		for (let i = 0; i < most; i++) {
			const refusal = ask(nginx, main, folder);
			if (!refusal) break;
			const { line, message } = refusal;
			const at = refusal.path ?? path;
			if (at === main && main !== path) break;
			const text = readFileSync(at, "utf8");
			const made = withFileMade(folder, text, message);
			if (made === undefined && at === path && !isMachines(message))
				found.push({
					...(line !== undefined && { line }),
					message: message.replaceAll(`${folder}/`, "").replaceAll(folder, ""),
				});
			const rest = made ?? withoutCause(text, line, message);
			if (rest === undefined) break;
			if (!touched.has(at)) touched.set(at, text);
			writeFileSync(at, rest);
		}
	} finally {
		for (const [each, text] of touched) writeFileSync(each, text);
		if (main !== path) rmSync(main);
		rmSync(join(folder, elsewhere), { recursive: true, force: true });
	}
	return found;
}

/** The file itself if it is a main one, else one beside it that includes it where its directives may stand. */
function wrapped(path: string, text: string): string {
	const { directives } = parseNginx(path, text);
	if (directives.some(({ name }) => blocks.test(name.text))) return path;
	const [context = "http"] = order.filter((each) =>
		possibleContexts(directives).includes(each),
	);
	const main = join(dirname(path), ".edgewise-main.conf");
	writeFileSync(main, around(context, `include "${path}";`));
	return main;
}

const blocks = /^(events|http|stream|mail)$/;

const order: readonly Context[] = [
	"http",
	"server",
	"location",
	"if in location",
	"upstream",
	"main",
	"mail",
	"stream",
];

function around(context: Context, include: string): string {
	const http = (inside: string) => `events {}\nhttp { ${inside} }\n`;
	switch (context) {
		case "main":
			return `events {}\n${include}\n`;
		case "server":
			return http(`server { ${include} }`);
		case "location":
			return http(`server { location / { ${include} } }`);
		case "if in location":
			return http(`server { location / { if ($uri) { ${include} } } }`);
		case "upstream":
			return http(`upstream u { ${include} }`);
		case "mail":
		case "stream":
			return `events {}\n${context} { ${include} }\n`;
		default:
			return http(include);
	}
}

function ask(
	nginx: string,
	main: string,
	folder: string,
): { path?: string; line?: number; message: string } | undefined {
	// Its own pid file would be one of the machine's.
	const pid = /^\s*pid\s/m.test(readFileSync(main, "utf8"))
		? ""
		: "pid edgewise.pid;";
	const { status, stderr } = spawnSync(
		nginx,
		["-t", "-p", folder, "-c", main, "-g", `${pid} ${loadModules}`],
		{ encoding: "utf8", timeout: 20_000 },
	);
	if (status === 0) return undefined;
	const said =
		/\[(?:emerg|crit)\] (?:\d+#\d+: )?(.*)/.exec(stderr)?.[1] ?? stderr.trim();
	const [, message = said, path, line] =
		/^(.*) in (\/.*):(\d+)$/.exec(said) ?? [];
	return path && line ? { path, line: Number(line), message } : { message };
}

/** The text without what is refused, as far as the refusal tells what that is. */
function withoutCause(
	text: string,
	line: number | undefined,
	message: string,
): string | undefined {
	if (line !== undefined) return withoutLine(text, line);
	if (message.startsWith('no "events" section')) return `${text}\nevents {}\n`;
	const variable = /^unknown "(\w+)" variable/.exec(message)?.[1];
	if (variable !== undefined) {
		const uses = new RegExp(`\\$(${variable}\\b|\\{${variable}\\})`, "gi");
		return uses.test(text) ? text.replace(uses, "$uri") : undefined;
	}
	const name = /^(?:zero size shared memory zone |require_pv\()"(\S+)"/.exec(
		message,
	)?.[1];
	return name === undefined ? undefined : withoutUse(text, name);
}

/** Without the innermost statement that has its head or its end on that line. */
function withoutLine(text: string, line: number): string | undefined {
	const index = lineIndex(text);
	const { directives } = parseNginx("", text);
	const lineOf = (offset: number) => lineAt(index, offset) + 1;
	const isHead = ({ name, args, at, block }: Directive) =>
		lineOf(at.start) <= line &&
		line <= lineOf((block ? (args.at(-1) ?? name).at.end : at.end) - 1);
	const found =
		innermost(directives, isHead) ??
		innermost(directives, ({ at }) => lineOf(at.end - 1) === line);
	return found && blanked(text, found);
}

function withoutUse(text: string, name: string): string | undefined {
	const user = innermost(parseNginx("", text).directives, ({ args }) =>
		args.some((each) => each.text === name || each.text === `zone=${name}`),
	);
	return user && blanked(text, user);
}

/** Line breaks stay. */
function blanked(text: string, { at: { start, end } }: Directive): string {
	return (
		text.slice(0, start) +
		text.slice(start, end).replace(/[^\n]/g, " ") +
		text.slice(end)
	);
}

function innermost(
	level: readonly Directive[],
	is: (directive: Directive) => boolean,
): Directive | undefined {
	for (const directive of level) {
		const inside = innermost(childrenOf(directive), is);
		if (inside) return inside;
		if (is(directive)) return directive;
	}
	return undefined;
}
