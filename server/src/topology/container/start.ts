/** What a container runs when it starts: entrypoint and command of compose, of the Dockerfile, of the image. */

import type { Service } from "../../languages/compose/facts.ts";
import {
	imageFamily,
	type NginxFlavour,
	parseImageReference,
} from "../../languages/dockerfile/image.ts";
import { hasStartScript } from "../../languages/dockerfile/nginx-version.ts";
import type { BuiltStage } from "../../languages/dockerfile/stage.ts";
import type { Place } from "../../text/place.ts";

/** Words as one process gets them; a shell form is `/bin/sh -c TEXT`. */
export interface Words {
	readonly words: readonly string[];
	/** Absent: the image's own. */
	readonly at: Place | undefined;
}

export interface Start {
	/** Undefined: the image's own, whatever that is. */
	readonly entrypoint: Words | undefined;
	/** What the entrypoint gets; undefined: the image's own. */
	readonly command: Words | undefined;
	/** Whether the entrypoint is the official image's start script, before files are looked at. */
	readonly byImage: boolean;
}

/** The image that a service runs, or that its Dockerfile is built on. */
export interface BaseImage {
	readonly text: string;
	/** It depends on a variable that nobody settles. */
	readonly open: boolean;
	readonly at: Place;
}

export function baseImage(
	service: Service,
	built: BuiltStage | undefined,
): BaseImage | undefined {
	if (built?.image) {
		const { text, open, at } = built.image;
		return { text, open: open.length > 0, at };
	}
	if (service.build || !service.image) return undefined;
	const { value, open, at } = service.image;
	return { text: value, open: open.length > 0, at };
}

/** The nginx flavour whose start script and files an image has. */
export function flavourOf(
	image: BaseImage | undefined,
): NginxFlavour | undefined {
	if (!image) return undefined;
	const family = imageFamily(parseImageReference(image.text));
	return family.kind === "nginx" ? family.flavour : undefined;
}

export function startOf(
	service: Service,
	built: BuiltStage | undefined,
): Start {
	const image = baseImage(service, built);
	const own = service.entrypoint ?? built?.entrypoint;
	const byImage =
		own === undefined &&
		image !== undefined &&
		hasStartScript(parseImageReference(image.text));
	const entrypoint = own && wordsOf(own, service.entrypoint === undefined);
	if (service.command)
		return { entrypoint, command: wordsOf(service.command, false), byImage };
	// compose drops the image's command where it is given an entrypoint (05-services.md, entrypoint).
	if (service.entrypoint) return { entrypoint, command: none, byImage };
	if (built?.command)
		return { entrypoint, command: wordsOf(built.command, true), byImage };
	if (built && !built.keepsImageCommand)
		return { entrypoint, command: none, byImage };
	return {
		entrypoint,
		command: flavourOf(image) ? imageCommand : undefined,
		byImage,
	};
}

const none: Words = { words: [], at: undefined };

const imageCommand: Words = {
	words: ["nginx", "-g", "daemon off;"],
	at: undefined,
};

/** compose splits a string into words and runs them; a Dockerfile gives the string to a shell. */
function wordsOf(
	command: {
		readonly words: readonly string[];
		readonly form: "exec" | "shell";
		readonly text?: string;
		readonly at: Place;
	},
	inDockerfile: boolean,
): Words {
	const { words, form, text, at } = command;
	return inDockerfile && form === "shell"
		? { words: ["/bin/sh", "-c", text ?? words.join(" ")], at }
		: { words, at };
}
