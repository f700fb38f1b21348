/** Whether a container holds nginx and nothing else that could listen. */

import {
	imageFamily,
	parseImageReference,
} from "../../languages/dockerfile/image.ts";
import {
	shellScript,
	simpleCommands,
} from "../../languages/dockerfile/shell.ts";
import { baseImage, type Words } from "./start.ts";
import type { ContainerView } from "./view.ts";

/**
 * An image of nginx's own, with its own entrypoint and nginx as the command, and no start
 * script of the workspace. Other images named nginx often bring PHP or a supervisor.
 */
export function runsOnlyNginx({
	service,
	build,
	files,
	nginx,
}: ContainerView): boolean {
	if (nginx.kind !== "nginx") return false;
	const image = baseImage(service, build?.stage);
	if (!image || image.open || (service.build && !build)) return false;
	const family = imageFamily(parseImageReference(image.text));
	if (
		family.kind !== "nginx" ||
		(family.flavour !== "official" && family.flavour !== "unprivileged")
	)
		return false;
	const { entrypoint, command } = files.start;
	const scripts = files.list("/docker-entrypoint.d");
	return (
		entrypoint === undefined &&
		command !== undefined &&
		startsNginxAlone(command) &&
		scripts.unknown === undefined &&
		scripts.entries.every(
			({ name }) =>
				files.origin(`/docker-entrypoint.d/${name}`).kind === "image",
		)
	);
}

/** Programs that end before nginx starts, and never listen. */
const harmless = /^(envsubst|sed|cp|mv|mkdir|echo|cat|chmod|chown|ln|rm|test)$/;

function startsNginxAlone({ words }: Words): boolean {
	const script = shellScript(words);
	const programs =
		script === undefined
			? words.slice(0, 1)
			: simpleCommands(script).map(
					({ words: [first, second] }) =>
						(first?.text === "exec" ? second : first)?.text ?? "",
				);
	return (
		programs.some(isNginx) &&
		programs.every((program) => isNginx(program) || harmless.test(program))
	);
}

function isNginx(program: string): boolean {
	return /(^|\/)nginx(-debug)?$/.test(program);
}
