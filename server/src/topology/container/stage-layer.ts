/** The files of an image that a Dockerfile builds: its base, then every instruction of its stages. */

import type {
	Dockerfile,
	Instruction,
	Stage,
	Word,
} from "../../languages/dockerfile/facts.ts";
import { stageNamed } from "../../languages/dockerfile/stage.ts";
import type { CopySource } from "./arrival.ts";
import type { BuildContext } from "./context.ts";
import { blurred, copyLayer } from "./copy-layer.ts";
import { effectLayer } from "./effect-layer.ts";
import { type Image, imageFiles } from "./image-files.ts";
import { installedNginx } from "./installed.ts";
import { type Layer, unknown, unknownLayer } from "./origin.ts";
import { effectsOf, effectsOfWords } from "./script-effects.ts";

interface Building {
	readonly dockerfile: Dockerfile;
	readonly context: BuildContext | undefined;
	/** Files of the workspace make the result an nginx. */
	readonly configured: boolean;
	readonly known: Map<Stage, Image>;
	/** How many more COPY --from may be followed: each is a fork in the search for where a file comes from. */
	forks: number;
	/** How many more instructions are looked at. */
	steps: number;
}

/** `context`: undefined where it is a URL or depends on a variable. */
export function stageLayer(
	dockerfile: Dockerfile,
	stage: Stage,
	context: BuildContext | undefined,
	configured: boolean,
): Layer {
	const building: Building = {
		dockerfile,
		context,
		configured,
		known: new Map(),
		forks: 10,
		steps: 300,
	};
	return filesOf(stage, building).layer;
}

function filesOf(stage: Stage, building: Building): Image {
	const known = building.known.get(stage);
	if (known) return known;
	const base = baseOf(stage, building);
	let layer = base.layer;
	for (const instruction of stage.instructions) {
		if (building.steps-- <= 0) {
			layer = blurred(layer, "its Dockerfile is too long to follow");
			break;
		}
		layer = after(instruction, stage, base.directory, layer, building);
	}
	const image = { layer, directory: base.directory };
	building.known.set(stage, image);
	return image;
}

function baseOf(stage: Stage, building: Building): Image {
	const { base, image } = stage;
	const earlier =
		base === undefined ? undefined : building.dockerfile.stages[base];
	if (earlier && building.steps-- > 0) return filesOf(earlier, building);
	if (!image || earlier)
		return {
			layer: unknownLayer("its Dockerfile names no image"),
			directory: undefined,
		};
	return imageFiles(image.text, image.open.length > 0, building.configured);
}

function after(
	instruction: Instruction,
	stage: Stage,
	directory: string | undefined,
	below: Layer,
	building: Building,
): Layer {
	switch (instruction.kind) {
		case "copy":
		case "add":
			return copyLayer(
				instruction,
				sourceOf(instruction.from, stage, building),
				directory,
				below,
			);
		case "run": {
			const { command } = instruction;
			const here = instruction.directory ?? directory;
			const base = installedNginx(command.text, below);
			const effects =
				command.form === "exec"
					? effectsOfWords(command.words, here)
					: effectsOf(command.text, here);
			return effectLayer(effects, "a RUN instruction", notRendered, base);
		}
		default:
			return below;
	}
}

/** The environment of a build is another one than that of the container. */
function notRendered() {
	return unknown("a RUN instruction renders it");
}

function sourceOf(
	from: Word | undefined,
	stage: Stage,
	building: Building,
): CopySource {
	if (!from)
		return building.context
			? { kind: "context", context: building.context }
			: {
					kind: "unknown",
					reason: "its build context is not in the workspace",
				};
	if (from.open.length > 0 || building.forks-- <= 0)
		return { kind: "unknown", reason: `COPY takes it from ${from.text}` };
	const { stages } = building.dockerfile;
	const earlier = stageNamed(stages.slice(0, stages.indexOf(stage)), from.text);
	const { layer } = earlier
		? filesOf(earlier, building)
		: imageFiles(from.text, false, false);
	return { kind: "layer", layer };
}
