/** The Dockerfile that a service is built with. */

import type { Service } from "../../languages/compose/facts.ts";
import { finalStage } from "../../languages/dockerfile/stage.ts";
import type { Lookup } from "../snapshot.ts";
import type { ServiceBuild } from "./file-system.ts";
import { dockerfileOf, soundDockerfile } from "./parsed.ts";

/** Undefined where there is none, it can't be read, it is written inline, or has no stage of the target's name. */
export function serviceBuild(
	service: Service,
	look: Lookup,
): ServiceBuild | undefined {
	const { build } = service;
	if (!build?.dockerfile || build.dockerfile.open.length > 0) return undefined;
	if (build.target && build.target.open.length > 0) return undefined;
	const source = look.file(build.dockerfile.value);
	if (!source) return undefined;
	const file = dockerfileOf(soundDockerfile(source), build.args);
	const stage = finalStage(file, build.target?.value);
	return stage && { file, stage };
}
