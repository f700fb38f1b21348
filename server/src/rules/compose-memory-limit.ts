import { setKey } from "../languages/compose/edit.ts";
import type { Service } from "../languages/compose/facts.ts";
import { findMap, findValue } from "../languages/compose/yaml-find.ts";
import { textOf } from "../topology/text-of.ts";
import type { Rule } from "./rule.ts";

export const composeMemoryLimit: Rule = {
	id: "compose-memory-limit",
	severity: "hint",
	summary: "A service with several replicas has no memory limit.",
	reads: "topology",

	*check(project) {
		for (const service of project.compose?.services.values() ?? []) {
			const { replicas, name, body } = service;
			if (!replicas || replicas.count < 2 || isLimited(service)) continue;
			yield {
				message: `Service ${name} runs ${replicas.count} replicas without a memory limit: one that leaks takes the others' memory too.`,
				at: replicas.at,
				fixes: [
					{
						title: `Limit the memory of service ${name} to 512M`,
						edits: () =>
							setKey(
								textOf(project, body.at.path),
								body,
								["deploy", "resources", "limits", "memory"],
								"512M",
							),
					},
				],
			};
		}
	},
};

function isLimited({ body }: Service): boolean {
	const resources = findMap(findMap(body, "deploy"), "resources");
	return (
		findValue(body, "mem_limit") !== undefined ||
		findValue(findMap(resources, "limits"), "memory") !== undefined
	);
}
