/**
 * Dockerfile to facts. BuildKit's own rules are followed instead of those of a syntax package:
 * of the exec form `["nginx", "-g", "daemon off;"]` and of quoted words the spaces count.
 */

import type { Place } from "../../text/place.ts";
import type {
	Dockerfile,
	DockerfileProblem,
	Instruction,
	Stage,
} from "./facts.ts";
import { isInstruction, readArguments } from "./instructions.ts";
import { type LogicalLine, readLines } from "./lines.ts";
import { declareArgument, type Scopes, stageScopes } from "./scopes.ts";
import { wordOf } from "./word.ts";
import { flaggedWords } from "./words.ts";

export interface DockerfileOptions {
	/** `build.args` of compose; an undefined value is taken from the shell that builds. */
	readonly args?: ReadonlyMap<string, string | undefined>;
	/** Where a part of the text stands, for a text that is no file of its own. */
	place?(start: number, end: number): Place;
}

interface Draft {
	readonly stage: Stage;
	readonly instructions: Instruction[];
	readonly scopes: Scopes;
}

/** Reads any text; what BuildKit would refuse is in `problems`. */
export function parseDockerfile(
	path: string,
	text: string,
	options: DockerfileOptions = {},
): Dockerfile {
	const {
		lines,
		comments,
		problems: found,
	} = readLines(
		text,
		options.place ?? ((start, end) => ({ path, start, end })),
	);
	const problems = [...found];
	const drafts: Draft[] = [];
	const aliases = new Map<string, number>();
	const globals = stageScopes(options.args ?? new Map(), undefined, undefined);
	for (const line of lines) {
		const report = (message: string) => problems.push({ message, at: line.at });
		if (!isInstruction(line.keyword)) {
			report(`${line.keyword} is no Dockerfile instruction.`);
			continue;
		}
		const draft = drafts.at(-1);
		if (line.keyword === "FROM") {
			const begun = beginStage(line, globals, drafts, aliases, report);
			// Of several stages with one name the latest counts.
			if (begun.stage.alias)
				aliases.set(begun.stage.alias.value, drafts.length);
			drafts.push(begun);
		} else if (line.keyword === "ARG")
			declareArgument(line, draft?.scopes ?? globals);
		else if (draft)
			for (const instruction of readArguments(line, draft.scopes, report))
				draft.instructions.push(instruction);
		else report(`${line.keyword} stands before the first FROM.`);
	}
	if (drafts.length === 0 && lines.length > 0 && problems.length === 0)
		problems.push(noStage(lines));
	const stages = drafts.map(({ stage }) => stage);
	return { path, stages, comments, problems };
}

function beginStage(
	line: LogicalLine,
	globals: Scopes,
	earlier: readonly Draft[],
	aliases: ReadonlyMap<string, number>,
	report: (message: string) => void,
): Draft {
	const { words } = flaggedWords(line.text, line.rest, line.escapeToken);
	const [image, as, alias] = words;
	const fits = words.length === 1 || words.length === 3;
	if (!fits || (as && as.text.toUpperCase() !== "AS"))
		report("FROM takes an image, or an image, AS and a name.");
	const name = image && wordOf(line, image, globals.scope);
	const base = name && aliases.get(name.text.toLowerCase());
	const instructions: Instruction[] = [];
	const stage: Stage = {
		image: name,
		alias: alias && {
			value: alias.text.toLowerCase(),
			at: line.place(alias.start, alias.end),
		},
		base,
		instructions,
		at: line.at,
	};
	const scopes = stageScopes(
		globals.args,
		globals,
		base === undefined ? undefined : earlier[base]?.scopes,
	);
	return { stage, instructions, scopes };
}

function noStage(lines: readonly LogicalLine[]): DockerfileProblem {
	const at = lines.at(-1)?.at as Place;
	return { message: "The Dockerfile has no FROM.", at };
}
