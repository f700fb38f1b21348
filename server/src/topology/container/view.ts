/** Everything about one service's container that can be read before other processes are known. */

import type { Service } from "../../languages/compose/facts.ts";
import type { Lookup } from "../snapshot.ts";
import { serviceBuild } from "./build.ts";
import {
	type ContainerFileSystem,
	containerFileSystem,
	type ServiceBuild,
} from "./file-system.ts";
import { type NginxOf, nginxOf } from "./nginx-image.ts";

export interface ContainerView {
	readonly service: Service;
	/** Absent where it is not built here, or its Dockerfile can't be read. */
	readonly build: ServiceBuild | undefined;
	readonly files: ContainerFileSystem;
	readonly nginx: NginxOf;
}

export function viewContainer(service: Service, look: Lookup): ContainerView {
	const build = serviceBuild(service, look);
	const files = containerFileSystem(service, build, look);
	return { service, build, files, nginx: nginxOf(service, build, files) };
}
