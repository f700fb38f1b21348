/** Which apps PM2 runs from which ecosystem file, where, and on which ports. */

import { type PackageFacts, readPackage } from "../languages/npm/read.ts";
import type { App, Ecosystem } from "../languages/pm2/facts.ts";
import { commentsOf, readEcosystem } from "../languages/pm2/read.ts";
import { runtime } from "../languages/pm2/runtime.ts";
import { basename, dirname, isWithin, resolve } from "../text/path.ts";
import { fileIn, foldersFrom } from "./folders-above.ts";
import type { RunningApp, RunningEcosystem, Site } from "./model.ts";
import { onHost } from "./network/listeners.ts";
import { perFile } from "./parsed.ts";
import { appScript } from "./pm2-script.ts";
import { remembered } from "./remembered.ts";
import type { Settings } from "./settings.ts";
import type { Lookup, SourceFile } from "./snapshot.ts";

const packageOf = perFile(
	(file): PackageFacts => readPackage(file.path, file.text),
);

/** Of the present text, with its errors; without what it requires. */
export const presentEcosystem = perFile(
	(file): Ecosystem => readEcosystem(file.path, file.text),
);

export const ecosystemComments = perFile((file) =>
	commentsOf(file.path, file.text),
);

/** The text that facts are read from. */
export function soundEcosystem(file: SourceFile): SourceFile {
	if (!file.lastGood || presentEcosystem(file).syntaxErrors.length === 0)
		return file;
	return file.lastGood;
}

/** `root`: how far up a package.json may lie. */
export function runningEcosystem(
	file: SourceFile,
	site: Site,
	root: string,
	look: Lookup,
	settings: Settings,
): RunningEcosystem {
	const { path, text } = soundEcosystem(file);
	const { environment } = settings;
	// Which package.json an image holds is not known.
	const typeOfPackage = onHost(site)
		? packageAbove(dirname(path), look)?.type
		: undefined;
	const ecosystem = remembered(
		soundEcosystem(file),
		`apps ${environment} ${typeOfPackage}`,
		look,
		(own) =>
			readEcosystem(path, text, {
				load: (wanted) => own.file(wanted)?.text,
				environment,
				typeOfPackage,
			}),
	);
	const named = ecosystem.apps.map((app): RunningApp => {
		const manifest = nearestPackage(workingDirectory(app, path), root, look);
		return {
			app,
			name: app.name ?? basename(path),
			path,
			runtime: runtime(app, ecosystem, {
				environment: settings.environment,
				scripts: manifest?.scripts,
			}),
			package: manifest,
			script: appScript(app, path, look),
		};
	});
	return ecosystem.loading.kind === "refused"
		? { ecosystem, site, apps: [], refused: named }
		: { ecosystem, site, apps: named, refused: [] };
}

/** The package that Node takes a file of the folder for a part of. */
function packageAbove(
	directory: string,
	look: Lookup,
): PackageFacts | undefined {
	for (const folder of foldersFrom(directory, look)) {
		const file = fileIn(folder, "package.json", look);
		if (file) return packageOf(file);
	}
	return undefined;
}

/** Where the app runs; a relative cwd counts from where pm2 is called, most likely beside the file. */
function workingDirectory(app: App, path: string): string {
	const cwd = app.fields.get("cwd")?.value;
	const script = app.fields.get("script")?.value;
	const text = (value: typeof cwd) =>
		value?.kind === "plain" && typeof value.value === "string"
			? value.value
			: undefined;
	const directory = resolve(dirname(path), text(cwd) ?? ".");
	// Without a cwd of its own the package is that of the script's folder.
	return cwd ? directory : dirname(resolve(directory, text(script) ?? "."));
}

export function nearestPackage(
	directory: string,
	root: string,
	look: Lookup,
): PackageFacts | undefined {
	for (
		let folder = directory;
		isWithin(root, folder);
		folder = dirname(folder)
	) {
		const file = look.file(resolve(folder, "package.json"));
		if (file) return packageOf(file);
		if (folder === "/") break;
	}
	return undefined;
}
