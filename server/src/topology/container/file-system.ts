/** The file system of a service's container, as far as the workspace tells: image, build, mounts, and what happens at start. */

import type { Service } from "../../languages/compose/facts.ts";
import type { Dockerfile } from "../../languages/dockerfile/facts.ts";
import type { BuiltStage } from "../../languages/dockerfile/stage.ts";
import { resolve } from "../../text/path.ts";
import type { Lookup } from "../snapshot.ts";
import { isConfigured } from "./configured.ts";
import { buildContext } from "./context.ts";
import {
	type ContainerEnvironment,
	containerEnvironment,
	officialVariables,
} from "./environment.ts";
import { imageFiles, unknownImage } from "./image-files.ts";
import { mountLayer } from "./mounts.ts";
import {
	type Layer,
	type Listing,
	type Origin,
	unknownLayer,
} from "./origin.ts";
import { stageLayer } from "./stage-layer.ts";
import { baseImage, flavourOf, type Start, startOf } from "./start.ts";
import { startedLayer, type TemplateUse } from "./started.ts";

/** A service's Dockerfile and the stage of it that is built. */
export interface ServiceBuild {
	readonly file: Dockerfile;
	readonly stage: BuiltStage;
}

export interface ContainerFileSystem {
	/** Where an absolute path of the container comes from when its process runs. */
	origin(path: string): Origin;
	/** What a folder holds, for the patterns of `include`. */
	list(directory: string): Listing;
	readonly start: Start;
	readonly environment: ContainerEnvironment;
	readonly templates: TemplateUse;
}

/** `build`: undefined where the service has none, or its Dockerfile can't be read. */
export function containerFileSystem(
	service: Service,
	build: ServiceBuild | undefined,
	look: Lookup,
): ContainerFileSystem {
	const start = startOf(service, build?.stage);
	const flavour = flavourOf(baseImage(service, build?.stage));
	const official = flavour === "official" || flavour === "unprivileged";
	const environment = containerEnvironment(
		service,
		build?.stage,
		official ? officialVariables : undefined,
	);
	const settled: Service = {
		...service,
		mounts: service.mounts.map((mount) => ({
			...mount,
			target: canonical(mount.target),
		})),
	};
	const mounted = mountLayer(
		settled,
		lazy(() => imageOf(service, build, look)),
		look,
	);
	const { layer, templates } = startedLayer(
		settled,
		start,
		environment,
		mounted,
		look,
	);
	return {
		origin: (path) => layer.origin(canonical(path)),
		list: (directory) => layer.list(canonical(directory)),
		start,
		environment,
		templates,
	};
}

function imageOf(
	service: Service,
	build: ServiceBuild | undefined,
	look: Lookup,
): Layer {
	const configured = isConfigured(service, build?.stage);
	if (service.build) {
		if (!build)
			return unknownImage("its Dockerfile is not in the workspace", configured);
		const { file, stage } = build;
		const context = buildContext(service.build, file.path, look);
		return stageLayer(file, stage.stage, context, configured);
	}
	if (!service.image) return unknownLayer("the service names no image");
	const { value, open } = service.image;
	return imageFiles(value, open.length > 0, configured).layer;
}

/** Of most services nobody asks what their image holds. */
function lazy(make: () => Layer): Layer {
	let made: Layer | undefined;
	const layer = () => {
		made ??= make();
		return made;
	};
	return {
		origin: (path) => layer().origin(path),
		list: (directory) => layer().list(directory),
	};
}

/** /var/run is a link to /run in every image that is known here. */
function canonical(path: string): string {
	const settled = resolve("/", path);
	return settled === "/var/run" || settled.startsWith("/var/run/")
		? settled.slice("/var".length)
		: settled;
}
