/**
 * Joins the files of one project into its topology. A pure function of what the lookup shows;
 * what it would like to see besides is in `look.missing`, and then it is called again.
 */

import type { Service } from "../languages/compose/facts.ts";
import { basename } from "../text/path.ts";
import { type LoadedCompose, loadCompose } from "./compose/load.ts";
import { missingOf } from "./container/missing.ts";
import { programPorts } from "./container/program-ports.ts";
import { runsOnlyNginx } from "./container/runs-only-nginx.ts";
import { unrenderedTemplates } from "./container/unrendered.ts";
import { type ContainerView, viewContainer } from "./container/view.ts";
import type {
	Compose,
	Container,
	Listener,
	Nginx,
	Project,
	Role,
	RunningEcosystem,
	Variant,
} from "./model.ts";
import {
	containerListeners,
	hostListeners,
	serviceListener,
} from "./network/listeners.ts";
import { routesOf } from "./network/routes.ts";
import { nginxesInside } from "./nginx/inside.ts";
import type { LoadedNginx } from "./nginx/loaded.ts";
import { straySite } from "./nginx/site.ts";
import { strayNginxes } from "./nginx/stray.ts";
import { nearestPackage, runningEcosystem } from "./pm2.ts";
import { pm2Site } from "./pm2-site.ts";
import { projectFiles, syntaxProblems } from "./project-files.ts";
import { remembered } from "./remembered.ts";
import { nearbyScripts } from "./scripts.ts";
import type { Seed } from "./seed.ts";
import type { Settings } from "./settings.ts";
import { settingsFileOf } from "./settings-file-of.ts";
import type { Lookup } from "./snapshot.ts";
import { loadings, variantLoadings } from "./variants.ts";
import { isWebSocketOnly } from "./web-socket-only.ts";

/** `isClaimed`: whether another project loads that nginx file; then it is no stray here. */
export function build(
	seed: Seed,
	look: Lookup,
	settings: Settings,
	isClaimed: (path: string) => boolean,
): Project {
	const loaded = remembered(seed, "compose", look, (own) =>
		loadSeed(seed, own),
	);
	// A stray of one would be one of the others too, and is none where any loads it.
	const variants = variantLoadings(seed, loaded, look).map(
		({ path, readings }): Variant => ({
			path,
			readings: readings.map((reading) =>
				join({ ...seed, nginx: [] }, reading, look, settings, isClaimed),
			),
		}),
	);
	const theirs = new Set(
		variants.flatMap(({ readings }) =>
			readings.flatMap((reading) => [...claims(reading)]),
		),
	);
	const project = join(
		seed,
		loaded,
		look,
		settings,
		(path) => theirs.has(path) || isClaimed(path),
	);
	return { ...project, variants };
}

function join(
	seed: Seed,
	loaded: LoadedCompose | undefined,
	look: Lookup,
	settings: Settings,
	isClaimed: (path: string) => boolean,
): Project {
	const views = [...(loaded?.services.values() ?? [])].map((service) =>
		viewContainer(service, look),
	);
	const inside = nginxesInside(views, look);
	const own = new Set(
		inside.flatMap(({ trees }) => trees.map(({ path }) => path)),
	);
	const stray = seed.nginx.filter((path) => !own.has(path) && !isClaimed(path));
	const nginxes = [
		...inside,
		...strayNginxes(stray, straySite(loaded, views), look),
	];
	const ecosystems = seed.ecosystems.flatMap((path): RunningEcosystem[] => {
		const file = look.file(path);
		return file
			? [
					runningEcosystem(
						file,
						pm2Site(path, views),
						seed.directory,
						look,
						settings,
					),
				]
			: [];
	});
	const containers = new Map(
		views.map((view) => [
			view.service.name,
			container(view, ecosystems, nginxes, look),
		]),
	);
	const compose: Compose | undefined = loaded && {
		...loaded,
		containers,
	};
	const settingsFile = settingsFileOf(seed.directory, look);
	const files = projectFiles(
		[
			...rolesOf(loaded, views, nginxes, ecosystems),
			[settingsFile.path, "settings"],
		],
		look,
	);
	const world = {
		compose,
		host: hostListeners(compose, ecosystems, nginxes),
		containers: namespaces(containers),
	};
	return {
		name: loaded?.name ?? basename(seed.directory),
		directory: seed.directory,
		files,
		settings,
		settingsFile,
		compose,
		nginxes: nginxes.map(
			({ trees, ...nginx }): Nginx => ({
				...nginx,
				files: trees.map(({ path }) => path),
				routes: routesOf(nginx, world),
			}),
		),
		ecosystems,
		host: world.host,
		webSocketOnly: isWebSocketOnly(
			[
				...[...containers.values()].flatMap((each) => each.package ?? []),
				...ecosystems.flatMap(({ apps }) =>
					apps.flatMap((app) => app.package ?? []),
				),
			],
			look,
		),
		scripts: nearbyScripts(seed.directory, ecosystems, look),
		syntax: syntaxProblems(files, loaded, look),
		variants: [],
	};
}

/** The nginx files that the project's services load, with any of its variants. */
export function claims(project: Project): ReadonlySet<string> {
	const inside = loadings(project)
		.flatMap(({ nginxes }) => nginxes)
		.filter(({ site }) => "service" in site);
	return new Set(inside.flatMap(({ files }) => files));
}

function loadSeed(seed: Seed, look: Lookup): LoadedCompose | undefined {
	if (seed.compose === undefined) return undefined;
	return loadCompose(
		seed.compose === "default"
			? { directory: seed.directory }
			: { files: seed.compose },
		look,
	);
}

function container(
	view: ContainerView,
	ecosystems: readonly RunningEcosystem[],
	nginxes: readonly LoadedNginx[],
	look: Lookup,
): Container {
	const { service } = view;
	const image = programPorts(view).map(({ port, evidence, at }) =>
		serviceListener(service, port, evidence, at),
	);
	const context = service.build?.context;
	return {
		service,
		package:
			context && context.open.length === 0
				? nearestPackage(context.value, context.value, look)
				: undefined,
		listeners: containerListeners(service, ecosystems, nginxes, image),
		missing: remembered(service, "missing", look, (own) =>
			missingOf(service, own),
		),
		unrendered: unrenderedTemplates(view),
		runsOnlyNginx: runsOnlyNginx(view),
	};
}

/** With `network_mode: service:x` the ports of both are one set: each answers where the other does. */
function namespaces(
	containers: ReadonlyMap<string, Container>,
): ReadonlyMap<string, readonly Listener[]> {
	const owner = (service: Service): string => {
		const mode = service.networkMode;
		const next =
			mode?.kind === "service"
				? containers.get(mode.service)?.service
				: undefined;
		return next && next !== service && next.networkMode?.kind !== "service"
			? next.name
			: service.name;
	};
	const all = [...containers.values()];
	return new Map(
		all.map(({ service }) => [
			service.name,
			all
				.filter((other) => owner(other.service) === owner(service))
				.flatMap(({ listeners }) => listeners),
		]),
	);
}

function rolesOf(
	loaded: LoadedCompose | undefined,
	views: readonly ContainerView[],
	nginxes: readonly LoadedNginx[],
	ecosystems: readonly RunningEcosystem[],
): readonly (readonly [string, Role])[] {
	const composeRole = (role: string): Role =>
		role === "dotenv" || role === "env_file" ? "dotenv" : "compose";
	return [
		...(loaded?.files ?? []).map(
			({ path, role }) => [path, composeRole(role)] as const,
		),
		...views.flatMap(({ build }) =>
			build ? [[build.file.path, "dockerfile"] as const] : [],
		),
		...nginxes.flatMap(({ trees }) =>
			trees.map(({ path }) => [path, "nginx"] as const),
		),
		...ecosystems.map(({ ecosystem }) => [ecosystem.path, "pm2"] as const),
		...ecosystems.flatMap(({ apps }) =>
			apps.flatMap((app) =>
				app.package ? [[app.package.path, "package"] as const] : [],
			),
		),
	];
}
