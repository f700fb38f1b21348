/** Services that wait for each other in a circle: compose starts none of them (compose-go graph/cycle.go). */

import type { ComposeProblem, Service } from "../../languages/compose/facts.ts";
import { scalarsOf } from "../../languages/compose/service/reading.ts";
import { findValue } from "../../languages/compose/yaml-find.ts";
import type { Place } from "../../text/place.ts";

/** One problem for each circle that a search meets, at the entry that closes it. */
export function cycleProblems(
	services: ReadonlyMap<string, Service>,
): readonly ComposeProblem[] {
	const problems: ComposeProblem[] = [];
	const done = new Set<string>();
	for (const service of services.values())
		search(service, [], services, done, problems);
	return problems;
}

interface Step {
	readonly service: Service;
	readonly at: Place;
}

function search(
	service: Service,
	path: readonly Step[],
	services: ReadonlyMap<string, Service>,
	done: Set<string>,
	problems: ComposeProblem[],
): void {
	if (done.has(service.name)) return;
	for (const { name, at } of dependencies(service)) {
		const steps = [...path, { service, at }];
		const begin = steps.findIndex((step) => step.service.name === name);
		const next = services.get(name);
		if (begin >= 0) problems.push(problem(steps.slice(begin)));
		else if (next) search(next, steps, services, done, problems);
	}
	done.add(service.name);
}

/** depends_on, and what compose makes dependencies of (loader/normalize.go). */
function dependencies(
	service: Service,
): readonly { readonly name: string; readonly at: Place }[] {
	const found = new Map<string, Place>();
	for (const { service: name, at } of service.dependsOn) found.set(name, at);
	for (const { service: name, at } of service.links)
		if (!found.has(name)) found.set(name, at);
	const mode = service.networkMode;
	if (mode?.kind === "service" && !found.has(mode.service))
		found.set(mode.service, mode.at);
	for (const { text, at } of scalarsOf(
		findValue(service.body, "volumes_from"),
	)) {
		const name = text.split(":")[0] ?? "";
		if (!text.startsWith("container:") && !found.has(name)) found.set(name, at);
	}
	return [...found].map(([name, at]) => ({ name, at }));
}

function problem(steps: readonly Step[]): ComposeProblem {
	const names = steps.map(({ service }) => service.name);
	const last = steps.at(-1) as Step;
	const [first] = steps;
	const base = {
		rule: "compose-cycle",
		severity: "error",
		at: last.at,
	} as const;
	if (first === undefined || steps.length === 1)
		return {
			...base,
			message: `Service ${names[0]} depends on itself: compose refuses to start anything.`,
		};
	return {
		...base,
		message: `Services depend on each other in a circle (${[...names, names[0]].join(", ")}): compose refuses to start anything.`,
		related: {
			at: first.at,
			message: `${names[0]} depends on ${names[1]} here`,
		},
	};
}
