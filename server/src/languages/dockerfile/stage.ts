/** The stage that a build ends with, together with the earlier stages that it continues. */

import type {
	Command,
	Dockerfile,
	Healthcheck,
	Instruction,
	Stage,
	Word,
} from "./facts.ts";

export interface BuiltStage {
	readonly stage: Stage;
	/** The image below the first of the stages that it continues; absent while FROM stands alone. */
	readonly image: Word | undefined;
	/** Those of all the stages, in the order in which they take effect. */
	readonly instructions: readonly Instruction[];
	/** Absent: the image's own counts. */
	readonly command: Command | undefined;
	readonly entrypoint: Command | undefined;
	/** An ENTRYPOINT of this file takes the image's own CMD away (docs: "Understand how CMD and ENTRYPOINT interact"). */
	readonly keepsImageCommand: boolean;
	readonly environment: ReadonlyMap<string, Word>;
	/** The last one; absent: the image's own. */
	readonly healthcheck: Healthcheck | undefined;
}

/** The stage that `target` names, by alias or number, else the last; undefined where there is none of that name. */
export function finalStage(
	dockerfile: Dockerfile,
	target?: string,
): BuiltStage | undefined {
	const stage =
		target === undefined
			? dockerfile.stages.at(-1)
			: stageNamed(dockerfile.stages, target);
	return stage && built(dockerfile, stage);
}

/** What `target` and `COPY --from` call a stage: its alias, in any case, else its number. */
export function stageNamed(
	stages: readonly Stage[],
	name: string,
): Stage | undefined {
	const wanted = name.toLowerCase();
	return (
		stages.findLast(({ alias }) => alias?.value === wanted) ??
		(/^\d+$/.test(name) ? stages[Number(name)] : undefined)
	);
}

export function built(dockerfile: Dockerfile, stage: Stage): BuiltStage {
	const chain = [stage];
	for (let first = stage; first.base !== undefined; first = chain[0] as Stage) {
		const base = dockerfile.stages[first.base];
		if (!base) break;
		chain.unshift(base);
	}
	const instructions = chain.flatMap((part) => part.instructions);
	const environment = new Map<string, Word>();
	for (const instruction of instructions)
		if (instruction.kind === "env")
			environment.set(instruction.name, instruction.value);
	return {
		stage,
		image: chain[0]?.image,
		instructions,
		...startOf(chain),
		environment,
		healthcheck: instructions.findLast(
			(instruction) => instruction.kind === "healthcheck",
		),
	};
}

function startOf(chain: readonly Stage[]) {
	let command: Command | undefined;
	let entrypoint: Command | undefined;
	let keepsImageCommand = true;
	for (const { instructions } of chain) {
		let own = false;
		for (const instruction of instructions) {
			if (instruction.kind === "cmd") {
				command = instruction.command;
				own = true;
			} else if (instruction.kind === "entrypoint") {
				entrypoint = instruction.command;
				if (own) continue;
				command = undefined;
				keepsImageCommand = false;
			}
		}
	}
	return { command, entrypoint, keepsImageCommand };
}
