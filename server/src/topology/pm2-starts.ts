/**
 * What one command starts from an ecosystem file: plainly, or with `--env NAME`. What two
 * different commands start never runs together, and is never compared.
 */

import { environmentNames } from "../languages/pm2/environment.ts";
import type { Circumstance, Runtime } from "../languages/pm2/facts.ts";
import { compatible, together } from "../languages/pm2/possible.ts";
import { runtime } from "../languages/pm2/runtime.ts";
import type { Project, RunningApp, RunningEcosystem } from "./model.ts";

export interface Start {
	readonly ecosystem: RunningEcosystem;
	/** The NAME of `--env NAME`; undefined: without it. */
	readonly environment: string | undefined;
	readonly apps: readonly StartedApp[];
}

export interface StartedApp {
	readonly running: RunningApp;
	/** As in this start alone: no value of another environment is in it. */
	readonly runtime: Runtime;
}

/** The setting `environment` leaves one of them. */
export function startsOf(project: Project): readonly Start[] {
	const { environment } = project.settings;
	return project.ecosystems.flatMap((ecosystem) => {
		const names =
			environment === undefined
				? [undefined, ...namesOf(ecosystem)]
				: [environment];
		return names.map((name) => start(ecosystem, name));
	});
}

function namesOf({ ecosystem }: RunningEcosystem): readonly string[] {
	const names = ecosystem.apps.flatMap((app) =>
		environmentNames(app, ecosystem),
	);
	const most = Math.floor(mostStarts / Math.max(1, ecosystem.apps.length));
	return [...new Set(names)].slice(0, most);
}

/** Apps times environments: nobody has as many; a file made to be slow may. */
const mostStarts = 500;

function start(
	ecosystem: RunningEcosystem,
	environment: string | undefined,
): Start {
	const apps = ecosystem.apps.map((running): StartedApp => {
		const scripts = running.package?.scripts;
		// No block is called `env_`: what is left is the plain start.
		const options = { environment: environment ?? "", scripts };
		return {
			running,
			runtime: runtime(running.app, ecosystem.ecosystem, options),
		};
	});
	return { ecosystem, environment, apps };
}

/** The mode under these circumstances, where they settle it. */
export function modeUnder(
	{ modes }: Runtime,
	when: readonly Circumstance[],
): "cluster" | "fork" | undefined {
	const [first, ...others] = modes
		.filter((each) => compatible(each.when, when))
		.map(({ mode }) => mode);
	return others.every((mode) => mode === first) ? first : undefined;
}

/**
 * The circumstances under which both hold, where that is known: two conditions that ask
 * different questions (`NODE_ENV is production`, `NODE_ENV is test`) may exclude each other.
 */
export function bothHold(
	a: readonly Circumstance[],
	b: readonly Circumstance[],
): readonly Circumstance[] | undefined {
	if (!compatible(a, b)) return undefined;
	const all = together(a, b);
	const isOneOfThem = all.length === a.length || all.length === b.length;
	return isOneOfThem ? all : undefined;
}

/** As one would say it, with a blank in front: ` with --env production`, ` where NODE_ENV is production`. */
export function underWords(
	environment: string | undefined,
	when: readonly Circumstance[],
): string {
	const conditions = when.flatMap((each) =>
		each.kind === "condition" ? [each.text] : [],
	);
	const names = new Set([
		...(environment === undefined ? [] : [environment]),
		...when.flatMap((each) => (each.kind === "environment" ? [each.name] : [])),
	]);
	const option = [...names].map((name) => ` with --env ${name}`).join("");
	return conditions.length === 0
		? option
		: `${option} where ${conditions.join(" and ")}`;
}
