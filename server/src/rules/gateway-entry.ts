/** The extra_hosts entry by which a container on Linux finds the host (semantics 60). */

import { appendTo } from "../languages/compose/edit.ts";
import type { Service } from "../languages/compose/facts.ts";
import type { Edit } from "../text/edit.ts";
import { uncomment } from "../text/uncomment.ts";
import type { Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";

export const gatewayName = "host.docker.internal";
export const gatewayEntry = `${gatewayName}:host-gateway`;

export function hasGateway(service: Service): boolean {
	return service.extraHosts.some(({ host }) => host === gatewayName);
}

/** Brings the entry in: uncommented where it stands commented out, else added. */
export function gatewayEdits(
	service: Service,
	project: Project,
): readonly Edit[] {
	return (
		commentedEntry(service, project) ??
		appendTo(
			textOf(project, service.body.at.path),
			service.body,
			["extra_hosts"],
			gatewayEntry,
		)
	);
}

/** The edits that bring back an `extra_hosts` which stands commented out inside the service. */
export function commentedEntry(
	service: Service,
	project: Project,
): readonly Edit[] | undefined {
	const { path, start, end } = service.body.at;
	const file = project.files.find((candidate) => candidate.path === path);
	if (!file) return undefined;
	return uncomment(
		file.text,
		file.comments.filter((at) => at.start >= start && at.start <= end),
		(lines) =>
			lines.some((line) => /^\s*extra_hosts:\s*$/.test(line)) &&
			lines.some((line) => line.includes(gatewayEntry)),
	);
}
