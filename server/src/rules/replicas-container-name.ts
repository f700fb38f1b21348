import { removeKey } from "../languages/compose/remove.ts";
import { isForSwarm } from "../topology/swarm.ts";
import { textOf } from "../topology/text-of.ts";
import type { Rule } from "./rule.ts";

export const replicasContainerName: Rule = {
	id: "replicas-container-name",
	severity: "error",
	summary: "A service with several replicas has one container_name.",
	reads: "topology",

	*check(project) {
		if (!project.compose || isForSwarm(project.compose)) return;
		for (const service of project.compose.services.values()) {
			const { name, replicas, containerName, body } = service;
			if (
				!replicas ||
				replicas.count < 2 ||
				!containerName ||
				replicas.open.length + containerName.open.length > 0
			)
				continue;
			yield {
				message: `Service ${name} runs ${replicas.count} replicas, but its container_name ${containerName.value} can name one container only: compose refuses to start it.`,
				at: containerName.at,
				related: [{ at: replicas.at, message: `${replicas.count} replicas` }],
				fixes: [
					{
						title: `Remove container_name of service ${name}`,
						preferred: true,
						edits: () =>
							removeKey(textOf(project, body.at.path), body, [
								"container_name",
							]),
					},
				],
			};
		}
	},
};
