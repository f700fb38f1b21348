/** Whether a service is made an nginx by the files that it is given, whatever its image is called. */

import type { Service } from "../../languages/compose/facts.ts";
import type { BuiltStage } from "../../languages/dockerfile/stage.ts";
import { isWithin, resolve } from "../../text/path.ts";
import { nginxInstaller } from "./installed.ts";

/** A file of the workspace is put below /etc/nginx, or nginx is installed into the image. */
export function isConfigured(
	service: Service,
	built: BuiltStage | undefined,
): boolean {
	const mounted = service.mounts.some(
		(mount) =>
			(mount.kind === "bind" || mount.kind === "config") &&
			isWithin("/etc/nginx", resolve("/", mount.target)),
	);
	const copied = built?.instructions.some(
		(instruction) =>
			(instruction.kind === "copy" || instruction.kind === "add") &&
			isWithin("/etc/nginx", resolve("/", instruction.destination.text)),
	);
	const installed = built?.instructions.some(
		(instruction) =>
			instruction.kind === "run" &&
			nginxInstaller(instruction.command.text) !== undefined,
	);
	return mounted || copied === true || installed === true;
}
