/** nginx installed into another image by its package manager. */

import { simpleCommands } from "../../languages/dockerfile/shell.ts";
import { alpinePackage, debianPackage } from "./nginx-files.ts";
import { entryTowards, type Layer, mergeListings } from "./origin.ts";

const packageName = /^nginx(-full|-light|-extras|-core)?(=.*)?$/;

/** Whose package a RUN text installs. */
export function nginxInstaller(
	script: string,
): "debian" | "alpine" | "other" | undefined {
	if (!script.includes("nginx")) return undefined;
	for (const { words } of simpleCommands(script)) {
		const [program, ...args] = words.map(({ text }) => text);
		if (!args.some((word) => packageName.test(word))) continue;
		const verb = args.find((word) => !word.startsWith("-"));
		if (program === "apk" && verb === "add") return "alpine";
		if (verb !== "install") continue;
		if (program === "apt" || program === "apt-get") return "debian";
		if (/^(yum|dnf|microdnf|zypper)$/.test(program ?? "")) return "other";
	}
	return undefined;
}

/** The package's files over those of the image, if the RUN text installs one that is known. */
export function installedNginx(script: string, below: Layer): Layer {
	const installer = nginxInstaller(script);
	if (installer !== "debian" && installer !== "alpine") return below;
	const files = installer === "debian" ? debianPackage : alpinePackage;
	return {
		origin(path) {
			if (!files.has(path)) return below.origin(path);
			const content = files.get(path);
			return content === undefined
				? { kind: "image", type: "file" }
				: { kind: "image", type: "file", content };
		},
		list(directory) {
			const entries = [...files.keys()].flatMap(
				(path) => entryTowards(directory, path, "file") ?? [],
			);
			return mergeListings(below.list(directory), {
				entries,
				unknown: undefined,
			});
		},
	};
}
