/** The environment in which a container's programs start. */

import type { Service } from "../../languages/compose/facts.ts";
import type { BuiltStage } from "../../languages/dockerfile/stage.ts";

export interface ContainerEnvironment {
	/** An undefined value is one that only the running container knows. */
	readonly values: ReadonlyMap<string, string | undefined>;
	/** False: names may be set that are not listed. */
	readonly complete: boolean;
}

/** `fromImage`: the names that the image sets, undefined where they are not known. */
export function containerEnvironment(
	service: Service,
	built: BuiltStage | undefined,
	fromImage: readonly string[] | undefined,
): ContainerEnvironment {
	const values = new Map<string, string | undefined>();
	for (const name of [...always, ...(fromImage ?? [])])
		values.set(name, undefined);
	for (const [name, value] of built?.environment ?? [])
		values.set(name, value.open.length === 0 ? value.text : undefined);
	for (const [name, variable] of service.environment)
		values.set(name, variable.open.length === 0 ? variable.value : undefined);
	return {
		values,
		complete: service.environmentComplete && fromImage !== undefined,
	};
}

/** ENV of the official image's Dockerfiles. */
export const officialVariables: readonly string[] =
	"NGINX_VERSION PKG_RELEASE DYNPKG_RELEASE NJS_VERSION NJS_RELEASE ACME_VERSION".split(
		" ",
	);

/** Docker and the shell of the start script set them. */
const always = ["PATH", "HOME", "HOSTNAME", "PWD"];
