/**
 * Asks the nginx of this machine what it refuses in every file of the corpora, and compares its
 * answers with corpus.jsonl: `node test/conformance/nginx/corpus/record.ts`, with `--write` to
 * write them, and beside each the errors of Edgewise that say the same.
 */

import {
	cpSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpus } from "../../../corpus.ts";
import { type Refusal, refusals } from "./ask.ts";
import { errors, type Said } from "./errors.ts";
import { corpora, filesOf } from "./files.ts";
import { mends, untold } from "./judgement.ts";

const table = join(import.meta.dirname, "corpus.jsonl");

export interface Answer extends Refusal {
	/** Below the shared folder. */
	readonly file: string;
}

export interface Recorded extends Answer {
	/** The rules of Edgewise that say it, each with what it underlines. */
	readonly says?: readonly string[];
}

if (process.argv[1] === import.meta.filename) main();

export function recorded(): readonly Recorded[] {
	const lines = readFileSync(table, "utf8").trim().split("\n");
	return lines.map((line) => JSON.parse(line));
}

/** As the table has it. */
export function saying({ rule, words }: Said): string {
	return `${rule}: ${words}`;
}

function main(): void {
	const binary = process.env.NGINX ?? "nginx";
	const answers = corpora.flatMap((name) => answersOf(binary, name));
	if (answers.length === 0) {
		console.log("The corpora are not on this machine.");
		return;
	}
	if (process.argv.includes("--write")) write(answers);
	else compare(answers);
	console.log(`${answers.length} refusals of ${binary}`);
}

function answersOf(binary: string, name: string): readonly Answer[] {
	const source = corpus(name);
	if (source === undefined) return [];
	const folder = mkdtempSync(join(tmpdir(), "edgewise-corpus-"));
	try {
		cpSync(source, folder, { recursive: true });
		return filesOf(name).flatMap((path) => {
			const file = join(name, path);
			const found = [...refusals(binary, folder, path)];
			for (const mend of mends.filter((each) => each.file === file)) {
				const text = readFileSync(join(folder, path), "utf8");
				writeFileSync(join(folder, path), text.replace(mend.from, mend.to));
				const known = found.map((each) => JSON.stringify(each));
				const more = refusals(binary, folder, path).filter(
					(each) => !known.includes(JSON.stringify(each)),
				);
				found.push(...more);
			}
			return found.map((refusal) => ({ file, ...refusal }));
		});
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** An error stands beside the last refusal of its line. */
function write(answers: readonly Answer[]): void {
	const said = errors().filter(
		({ file, line, rule }) =>
			!untold.some(
				(each) =>
					each.file === file && each.line === line && each.rule === rule,
			),
	);
	const lines = answers.map((answer, i): Recorded => {
		const { file, line } = answer;
		const isLast =
			line === undefined ||
			!answers
				.slice(i + 1)
				.some((other) => other.file === file && other.line === line);
		const says = said
			.filter((each) => isLast && isOf(each, answer))
			.map(saying);
		return says.length > 0 ? { ...answer, says } : answer;
	});
	writeFileSync(
		table,
		`${lines.map((each) => JSON.stringify(each)).join("\n")}\n`,
	);
}

function isOf(said: Said, { file, line, message }: Answer): boolean {
	if (said.file !== file) return false;
	return line === undefined
		? said.rule === "events-missing" && message.startsWith('no "events"')
		: said.line === line && said.rule !== "events-missing";
}

function compare(answers: readonly Answer[]): void {
	const before = recorded().map(({ says, ...answer }) =>
		JSON.stringify(answer),
	);
	const now = answers.map((answer) => JSON.stringify(answer));
	for (const each of before)
		if (!now.includes(each)) console.error(`recorded: ${each}`);
	for (const each of now)
		if (!before.includes(each)) console.error(`nginx:    ${each}`);
	if (before.join("\n") !== now.join("\n")) process.exitCode = 1;
}
