import { sharedAdapter, webSocketLibrary } from "../languages/npm/evidence.ts";
import type { PackageFacts } from "../languages/npm/read.ts";
import { setField } from "../languages/pm2/edit.ts";
import { type Edit, replace } from "../text/edit.ts";
import type { Place } from "../text/place.ts";
import {
	type Arrival,
	arrivalsAtApp,
	arrivalsAtService,
} from "../topology/arrivals.ts";
import { instancesOf } from "../topology/instances.ts";
import type { Project, RunningApp } from "../topology/model.ts";
import { addName } from "../topology/settings-edit.ts";
import { stickyDefeated } from "../topology/sticky-defeated.ts";
import { textOf } from "../topology/text-of.ts";
import { servesSocketIo, upgrades } from "../topology/websocket.ts";
import type { Finding, Related, Rule } from "./rule.ts";

export const statefulScaled: Rule = {
	id: "stateful-scaled",
	severity: "warning",
	summary:
		"A service that keeps state in memory runs more than one replica or PM2 instance.",
	reads: "topology",

	*check(project) {
		for (const scaled of [...scaledServices(project), ...scaledApps(project)]) {
			const found = finding(scaled, project);
			if (found) yield found;
		}
	},
};

/** Whether it speaks of the service or app of that name. */
export function isStatefulScaled(name: string, project: Project): boolean {
	return [...scaledServices(project), ...scaledApps(project)].some(
		(scaled) => scaled.name === name && finding(scaled, project) !== undefined,
	);
}

/** A service or app that runs several times. */
interface Scaled {
	readonly name: string;
	readonly unit: "replica" | "instance";
	/** `2 replicas`. */
	readonly count: string;
	readonly key: "replicas" | "scale" | "instances";
	/** The number to change. */
	readonly at: Place;
	/** Sets it to 1, for this one alone: several apps may share the number. */
	readonly one: () => readonly Edit[];
	readonly package: PackageFacts | undefined;
	/** What its label says. */
	readonly label: { readonly value: string; readonly at: Place } | undefined;
	readonly arrivals: readonly Arrival[];
}

function scaledServices(project: Project): readonly Scaled[] {
	return [...(project.compose?.containers.values() ?? [])].flatMap(
		(container) => {
			const { service } = container;
			const { replicas } = service;
			if (!replicas || replicas.count < 2) return [];
			return [
				{
					name: service.name,
					unit: "replica" as const,
					count: `${replicas.count} replicas`,
					key: replicas.key,
					at: replicas.at,
					one: () => [replace(replicas.at, "1")],
					package: container.package,
					label: service.labels.get("edgewise.stateful"),
					arrivals: arrivalsAtService(project, service),
				},
			];
		},
	);
}

function scaledApps(project: Project): readonly Scaled[] {
	return project.ecosystems
		.flatMap(({ apps }) => apps)
		.flatMap((app) => scaledApp(app, project));
}

function scaledApp(app: RunningApp, project: Project): readonly Scaled[] {
	const instances = instancesOf(app);
	// Where PM2 breaks every session, that comes first.
	if (!instances.several || !instances.at || stickyDefeated(app, project))
		return [];
	return [
		{
			name: app.name,
			unit: "instance",
			count: instances.text,
			key: "instances",
			at: instances.at,
			one: () =>
				setField(textOf(project, app.app.at.path), app.app, "instances", 1),
			package: app.package,
			label: undefined,
			arrivals: arrivalsAtApp(project, app),
		},
	];
}

function finding(scaled: Scaled, project: Project): Finding | undefined {
	const { name, unit, count, at, key } = scaled;
	if (
		project.settings.scalableServices.includes(name) ||
		scaled.label?.value === "false"
	)
		return undefined;
	const declared = declaration(scaled, project);
	const clues = declared ? [] : evidence(scaled);
	if (!declared && clues.length === 0) return undefined;
	const because = declared
		? `is declared stateful (${declared})`
		: `seems to keep state in memory (${clues.map(({ words }) => words).join("; ")})`;
	return {
		message: `${name} runs ${count}, but ${because}: what one ${unit} knows, the others do not.`,
		at,
		severity: declared ? "error" : "warning",
		related: clues.flatMap(({ related }) => related),
		fixes: [
			{
				title: `Set ${key} of ${name} to 1`,
				preferred: true,
				edits: scaled.one,
			},
			{
				title: `Declare ${name} scalable in edgewise.json`,
				edits: () => addName(project.settingsFile, "scalableServices", name),
			},
		],
	};
}

function declaration(
	{ name, label }: Scaled,
	project: Project,
): string | undefined {
	if (label?.value === "true") return "label edgewise.stateful";
	return project.settings.statefulServices.includes(name)
		? "statefulServices"
		: undefined;
}

interface Clue {
	readonly words: string;
	readonly related: readonly Related[];
}

/**
 * Upgrade headers alone are boilerplate. What counts is a sticky upstream whose location serves
 * WebSockets, or a WebSocket library behind a location that upgrades; an adapter shares the state.
 */
function evidence(scaled: Scaled): readonly Clue[] {
	if (scaled.package && sharedAdapter(scaled.package)) return [];
	const library = scaled.package && webSocketLibrary(scaled.package);
	for (const arrival of scaled.arrivals) {
		const served = webSocketLocation(arrival);
		if (!served) continue;
		const sticky = stickyUpstream(arrival);
		const packageClue = library && {
			words: `its package.json has ${library.name}`,
			related: [
				{ at: library.at, message: `${scaled.name} uses ${library.name}` },
			],
		};
		const clues = [sticky, packageClue].filter((clue) => clue !== undefined);
		if (clues.length > 0) return [...clues, served];
	}
	return [];
}

function stickyUpstream({ upstream }: Arrival): Clue | undefined {
	const balancing = upstream?.upstream.balancing;
	if (
		!upstream ||
		!balancing ||
		!/^(ip_hash|hash|sticky)$/.test(balancing.name.text)
	)
		return undefined;
	const name = upstream.upstream.name.text;
	return {
		words: `upstream ${name} uses ${balancing.name.text}`,
		related: [{ at: balancing.at, message: `upstream ${name} is sticky` }],
	};
}

function webSocketLocation({ pass }: Arrival): Clue | undefined {
	const { location } = pass;
	const socketIo = servesSocketIo(pass);
	if (!socketIo && !upgrades(pass)) return undefined;
	const where = location
		? `location ${location.modifier}${location.modifier && " "}${location.pattern.value}`
		: "its server";
	return {
		words: `${where} ${socketIo ? "serves Socket.IO" : "upgrades to WebSockets"}`,
		related: location
			? [{ at: location.pattern.at, message: `${where} sends here` }]
			: [],
	};
}
