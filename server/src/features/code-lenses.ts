/** Over services, PM2 apps and upstreams: how many locations send to them, and how many problems are about them. */

import type { RuledFinding } from "../rules/rule.ts";
import type { Place } from "../text/place.ts";
import {
	arrivalsAtApp,
	arrivalsAtService,
	passesTo,
} from "../topology/arrivals.ts";
import type { Project } from "../topology/model.ts";

export interface CodeLens {
	readonly at: Place;
	readonly title: string;
	/** The addresses that lead there. */
	readonly references: readonly Place[];
}

export function codeLenses(
	project: Project,
	path: string,
	findings: readonly RuledFinding[],
): readonly CodeLens[] {
	const lens = (
		at: Place,
		around: Place,
		references: readonly Place[],
	): readonly CodeLens[] =>
		at.path === path
			? [
					{
						at,
						title: title(references, problems(around, findings)),
						references,
					},
				]
			: [];
	return [
		...[...(project.compose?.services.values() ?? [])].flatMap((service) =>
			lens(
				service.at,
				service.body.at,
				arrivalsAtService(project, service).map(
					({ pass }) => pass.directive.at,
				),
			),
		),
		...project.ecosystems
			.flatMap(({ apps }) => apps)
			.flatMap((running) =>
				lens(
					running.app.nameAt,
					running.app.at,
					arrivalsAtApp(project, running).map(({ pass }) => pass.directive.at),
				),
			),
		...project.nginxes.flatMap((nginx) =>
			nginx.facts.upstreams.flatMap((upstream) =>
				lens(
					upstream.name.at,
					upstream.directive.at,
					passesTo(nginx, upstream).map(({ directive }) => directive.at),
				),
			),
		),
	];
}

/** Errors and warnings that stand there or name it as the other end. */
function problems(around: Place, findings: readonly RuledFinding[]): number {
	const isInside = (at: Place) =>
		at.path === around.path && around.start <= at.start && at.end <= around.end;
	return findings.filter(
		({ severity, at, related = [] }) =>
			(severity === "error" || severity === "warning") &&
			[at, ...related.map((each) => each.at)].some(isInside),
	).length;
}

function title(references: readonly Place[], problems: number): string {
	const count = new Set(references.map(({ path, start }) => `${start} ${path}`))
		.size;
	const parts = [
		`${count} ${count === 1 ? "location" : "locations"}`,
		...(problems > 0
			? [`${problems} ${problems === 1 ? "problem" : "problems"}`]
			: []),
	];
	return parts.join(" · ");
}
