/** The Dockerfile that a service is built with. */

import type { Build, Service } from "../../languages/compose/facts.ts";
import type { Dockerfile } from "../../languages/dockerfile/facts.ts";
import { parseDockerfile } from "../../languages/dockerfile/parse.ts";
import { finalStage } from "../../languages/dockerfile/stage.ts";
import type { Located } from "../../text/place.ts";
import type { Lookup } from "../snapshot.ts";
import type { ServiceBuild } from "./file-system.ts";
import { dockerfileOf, soundDockerfile } from "./parsed.ts";

/** Undefined where there is none, it can't be read, or has no stage of the target's name. */
export function serviceBuild(
	service: Service,
	look: Lookup,
): ServiceBuild | undefined {
	const { build } = service;
	if (!build || (build.target && build.target.open.length > 0))
		return undefined;
	const file = build.inline
		? inlineDockerfile(build.inline, build)
		: readDockerfile(build, look);
	if (!file) return undefined;
	const stage = finalStage(file, build.target?.value);
	return stage && { file, stage };
}

function readDockerfile(build: Build, look: Lookup): Dockerfile | undefined {
	if (!build.dockerfile || build.dockerfile.open.length > 0) return undefined;
	const source = look.file(build.dockerfile.value);
	return source && dockerfileOf(soundDockerfile(source), build.args);
}

/** `dockerfile_inline`: all of it stands at the place of the YAML value, which indents it. */
function inlineDockerfile(
	{ value, at }: Located<string>,
	{ args }: Build,
): Dockerfile {
	return parseDockerfile(at.path, value, { args, place: () => at });
}
