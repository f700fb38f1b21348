/** One instruction of a stage to facts. */

import { resolve } from "../../text/path.ts";
import { readCommand } from "./command.ts";
import { readCopy } from "./copy.ts";
import { readExpose } from "./expose.ts";
import type { Instruction, Word } from "./facts.ts";
import type { LogicalLine } from "./lines.ts";
import type { Scopes } from "./scopes.ts";
import { wordOf } from "./word.ts";
import {
	flaggedWords,
	plainWords,
	quotedWords,
	type RawWord,
} from "./words.ts";

const known = new Set(
	"ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR".split(
		" ",
	),
);

export function isInstruction(keyword: string): boolean {
	return known.has(keyword);
}

/** Any instruction but FROM and ARG; those that say nothing of files, ports or processes give nothing. ENV and WORKDIR change `scopes`. */
export function readArguments(
	line: LogicalLine,
	scopes: Scopes,
	report: (message: string) => void,
): readonly Instruction[] {
	const { at } = line;
	switch (line.keyword) {
		case "COPY":
		case "ADD":
			return readCopy(line, scopes, report);
		case "RUN":
			return [
				{
					kind: "run",
					command: readCommand(
						line,
						flaggedWords(line.text, line.rest, line.escapeToken).rest,
					),
					directory: scopes.directory,
					at,
				},
			];
		case "CMD":
			return [{ kind: "cmd", command: readCommand(line, line.rest), at }];
		case "ENTRYPOINT":
			return [
				{ kind: "entrypoint", command: readCommand(line, line.rest), at },
			];
		case "HEALTHCHECK":
			return [readHealthcheck(line)];
		case "ENV":
			return readEnvironment(line, scopes);
		case "EXPOSE":
			return readExpose(line, scopes.scope);
		case "WORKDIR":
			return [readDirectory(line, scopes)];
		case "USER":
			return [{ kind: "user", value: wholeRest(line, scopes), at }];
		case "VOLUME":
			return volumes(line, scopes);
		default:
			return [];
	}
}

function readHealthcheck(line: LogicalLine): Instruction {
	const { rest, words } = flaggedWords(line.text, line.rest, line.escapeToken);
	const [first] = words;
	const command =
		first?.text.toUpperCase() === "CMD"
			? readCommand(line, rest + first.text.length)
			: undefined;
	return { kind: "healthcheck", command, at: line.at };
}

/** `ENV a=b c="d e"`, or the old form `ENV a b c`, in which all behind the name is the value. */
function readEnvironment(line: LogicalLine, scopes: Scopes): Instruction[] {
	const words = quotedWords(line.text, line.rest, line.escapeToken);
	const [first] = words;
	if (!first) return [];
	const pairs: { readonly name: string; readonly value: RawWord }[] = [];
	if (first.text.includes("=")) {
		for (const word of words) {
			const equals = word.text.indexOf("=");
			if (equals < 0) continue;
			pairs.push({
				name: word.text.slice(0, equals),
				value: {
					text: word.text.slice(equals + 1),
					start: word.start + equals + 1,
					end: word.end,
				},
			});
		}
	} else {
		const [name = first] = plainWords(line.text, line.rest);
		const behind = line.text.slice(name.end);
		const start = name.end + behind.length - behind.trimStart().length;
		const text = behind.trim();
		pairs.push({
			name: name.text,
			value: { text, start, end: start + text.length },
		});
	}
	// All values of one ENV see the variables as they were before it.
	const found = pairs.map(({ name, value }) => ({
		name,
		value: wordOf(line, value, scopes.scope),
	}));
	for (const { name, value } of found) scopes.environment.set(name, value);
	return found.map(({ name, value }) => ({
		kind: "env",
		name,
		value,
		at: line.place(line.rest, line.text.length),
	}));
}

function readDirectory(line: LogicalLine, scopes: Scopes): Instruction {
	const value = wholeRest(line, scopes);
	const settled = value.open.length === 0;
	if (value.text.startsWith("/"))
		scopes.directory = settled ? resolve("/", value.text) : undefined;
	else if (scopes.directory !== undefined)
		scopes.directory = settled
			? resolve(scopes.directory, value.text)
			: undefined;
	return { kind: "workdir", value, at: line.at };
}

function volumes(line: LogicalLine, scopes: Scopes): Instruction[] {
	const { words } = flaggedWords(line.text, line.rest, line.escapeToken);
	return words.map((word) => ({
		kind: "volume",
		value: wordOf(line, word, scopes.scope),
		at: line.at,
	}));
}

function wholeRest(line: LogicalLine, scopes: Scopes): Word {
	const text = line.text.slice(line.rest).trimEnd();
	return wordOf(
		line,
		{ text, start: line.rest, end: line.rest + text.length },
		scopes.scope,
	);
}
