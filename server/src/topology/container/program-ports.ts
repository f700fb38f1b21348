/** Ports that a container's command, healthcheck, Dockerfile and image speak of. */

import { imagePorts } from "../../languages/dockerfile/image-ports.ts";
import type { Place } from "../../text/place.ts";
import type { Evidence } from "../model.ts";
import { baseImage } from "./start.ts";
import type { ContainerView } from "./view.ts";

export interface ProgramPort {
	readonly port: number;
	readonly evidence: Evidence;
	readonly at: Place;
}

export function programPorts(view: ContainerView): readonly ProgramPort[] {
	return [
		...commandPorts(view),
		...healthcheckPorts(view),
		...exposed(view),
		...known(view),
	];
}

/** `--port 8000`, `-p 3000`, `--bind 0.0.0.0:8000`, `PORT=3000 node x`. */
const commandPort =
	/(?:^|\s)(?:--(?:port|listen|http-port)[= ]|-p |(?:-b|--bind)[= ]?(?:\[?[\w.:]*\]?:)|PORT=)["']?(\d{2,5})\b/g;

function commandPorts({ files }: ContainerView): readonly ProgramPort[] {
	return [files.start.entrypoint, files.start.command].flatMap((part) => {
		const { at } = part ?? {};
		if (!part || !at) return [];
		const found = [...part.words.join(" ").matchAll(commandPort)];
		return found.map((match) => ({
			port: Number(match[1]),
			evidence: "command" as const,
			at,
		}));
	});
}

/** A healthcheck that asks the container itself: the port that it asks is one that answers. */
function healthcheckPorts({
	service,
	build,
}: ContainerView): readonly ProgramPort[] {
	const check = service.healthcheck ?? build?.stage.healthcheck?.command;
	if (!check || ("disabled" in check && check.disabled)) return [];
	const found = [
		...check.words
			.join(" ")
			.matchAll(/\b(?:localhost|127\.0\.0\.1|0\.0\.0\.0)[: ](\d{2,5})\b/g),
	];
	return found.map((match) => ({
		port: Number(match[1]),
		evidence: "healthcheck",
		at: check.at,
	}));
}

function exposed({ build }: ContainerView): readonly ProgramPort[] {
	return (build?.stage.instructions ?? []).flatMap(
		(instruction): ProgramPort[] => {
			if (instruction.kind !== "expose" || instruction.protocol !== "tcp")
				return [];
			const { port, last, at } = instruction;
			return Array.from({ length: Math.min(last - port, 100) + 1 }, (_, i) => ({
				port: port + i,
				evidence: "image-expose",
				at,
			}));
		},
	);
}

function known({ service, build }: ContainerView): readonly ProgramPort[] {
	const image = baseImage(service, build?.stage);
	if (!image || image.open) return [];
	return imagePorts(image.text).map((port) => ({
		port,
		evidence: "image-default",
		at: image.at,
	}));
}
