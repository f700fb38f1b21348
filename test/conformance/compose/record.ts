/**
 * Asks the real docker-compose what it makes of the projects, and writes it down or compares:
 * `node test/conformance/compose/record.ts [--write]`. Needs docker-compose 1.29.2 and python3
 * (Debian: `apt-get install docker-compose`); no engine.
 */

import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import { type ConformanceProject, projectsIn } from "./project.ts";

export type Answer = {
	readonly name: string;
	/** Of the project's text, so that an old answer is found out. */
	readonly hash: string;
} & ({ readonly config: Record<string, unknown> } | { readonly error: string });

/** What docker-compose answered when it was asked last: one project a line. */
export function recorded(): readonly Answer[] {
	return readFileSync(recordPath, "utf8")
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line) as Answer);
}

const recordPath = join(import.meta.dirname, "docker-compose-1.29.2.jsonl");

if (process.argv[1] === import.meta.filename)
	main(process.argv.includes("--write"));

function main(write: boolean): void {
	const version = spawnSync("docker-compose", ["version", "--short"], {
		encoding: "utf8",
	});
	if (version.status !== 0 || version.stdout.trim() !== "1.29.2") {
		console.error(
			`docker-compose 1.29.2 is needed, found ${version.stdout?.trim() || "none"}`,
		);
		process.exit(2);
	}
	const answers = projectsIn("projects").map(ask);
	if (write) {
		writeFileSync(
			recordPath,
			answers.map((answer) => `${JSON.stringify(answer)}\n`).join(""),
		);
		console.log(`${answers.length} projects recorded`);
		return;
	}
	const known = recorded();
	const names = new Set([...answers, ...known].map(({ name }) => name));
	const changed = [...names].filter(
		(name) =>
			!isDeepStrictEqual(answerTo(name, answers), answerTo(name, known)),
	);
	for (const name of changed)
		console.error(`${name}: docker-compose answers otherwise than recorded`);
	console.log(
		`${names.size - changed.length} passed, ${changed.length} failed`,
	);
	process.exit(changed.length > 0 ? 1 : 0);
}

function answerTo(
	name: string,
	answers: readonly Answer[],
): Answer | undefined {
	return answers.find((answer) => answer.name === name);
}

function ask(project: ConformanceProject): Answer {
	const above = mkdtempSync(join(tmpdir(), "compose-"));
	const directory = join(above, "project");
	try {
		for (const [path, text] of project.files) {
			mkdirSync(dirname(join(directory, path)), { recursive: true });
			writeFileSync(join(directory, path), text);
		}
		const options = project.named.flatMap((file) => ["-f", file]);
		const { status, stdout, stderr } = spawnSync(
			"docker-compose",
			[...options, "config"],
			{
				cwd: directory,
				env: { PATH: process.env.PATH ?? "", HOME: "/home/user" },
				encoding: "utf8",
			},
		);
		const clean = (text: string) =>
			text.replaceAll(directory, "/project").replaceAll(above, "");
		if (status !== 0)
			return {
				name: project.name,
				hash: project.hash,
				error: firstLine(clean(stderr)),
			};
		return {
			name: project.name,
			hash: project.hash,
			config: withWords(parse(clean(stdout))),
		};
	} finally {
		rmSync(above, { recursive: true });
	}
}

/** `config` prints commands as they were written; docker-compose splits them with Python's shlex. */
function withWords(config: Record<string, unknown>): Record<string, unknown> {
	const services = config.services as Record<string, Record<string, unknown>>;
	for (const service of Object.values(services))
		for (const key of ["command", "entrypoint"])
			if (typeof service[key] === "string")
				service[key] = { text: service[key], words: split(service[key]) };
	return config;
}

function split(text: string): unknown {
	const program =
		"import json, shlex, sys; print(json.dumps(shlex.split(sys.argv[1])))";
	return JSON.parse(
		spawnSync("python3", ["-c", program, text], { encoding: "utf8" }).stdout,
	);
}

/** Without warnings and hints on how to go on; of a circle the names in order, for docker-compose has them in a set. */
function firstLine(stderr: string): string {
	const lines = stderr
		.split("\n")
		.filter(
			(line) =>
				!/^(WARNING|The \S+ variable is not set)/.test(line) &&
				line.trim() !== "",
		);
	return lines
		.slice(0, 2)
		.join(" ")
		.replace(/(?<=^Circular dependency between ).*/, (names) =>
			names.split(" and ").sort().join(" and "),
		);
}
