/** Whether a service runs nginx, and from which main file. */

import type { Service } from "../../languages/compose/facts.ts";
import {
	imageFamily,
	type NginxFlavour,
	parseImageReference,
} from "../../languages/dockerfile/image.ts";
import {
	type NginxVersion,
	nginxVersion,
} from "../../languages/dockerfile/nginx-version.ts";
import {
	shellScript,
	simpleCommands,
} from "../../languages/dockerfile/shell.ts";
import { resolve } from "../../text/path.ts";
import { isConfigured } from "./configured.ts";
import type { ContainerFileSystem, ServiceBuild } from "./file-system.ts";
import { baseImage } from "./start.ts";

export interface NginxInContainer {
	readonly kind: "nginx";
	/** Path in the container of the file that it starts from. */
	readonly mainFile: string;
	readonly version: NginxVersion;
	/** False: only files below /etc/nginx speak for it. */
	readonly certain: boolean;
}

export type NginxOf =
	| NginxInContainer
	| { readonly kind: "no" }
	/** nginx with a configuration that the image makes. */
	| { readonly kind: "generates"; readonly reason: string };

export function nginxOf(
	service: Service,
	build: ServiceBuild | undefined,
	files: ContainerFileSystem,
): NginxOf {
	const base = baseImage(service, build?.stage);
	const reference = parseImageReference(base?.text ?? "");
	const family = imageFamily(reference);
	// A name that stands only in `image` beside `build` is what the result is called.
	if (family.kind === "generates") return family;
	if (family.kind === "companion") return { kind: "no" };
	const words = startWords(files);
	const flavour = family.kind === "nginx" ? family.flavour : undefined;
	const program = nginxCommand(words);
	if (!flavour && !program && !isConfigured(service, build?.stage))
		return { kind: "no" };
	return {
		kind: "nginx",
		mainFile: mainFile(program ?? [], flavour),
		version: flavour
			? nginxVersion(
					base?.open ? { ...reference, tag: "?" } : reference,
					flavour,
				)
			: { kind: "unknown" },
		certain: flavour !== undefined || program !== undefined,
	};
}

function startWords({ start }: ContainerFileSystem): readonly string[] {
	return [...(start.entrypoint?.words ?? []), ...(start.command?.words ?? [])];
}

/** The words behind `nginx`, wherever the start words run it; undefined where they don't. */
function nginxCommand(words: readonly string[]): readonly string[] | undefined {
	const script = shellScript(words);
	if (script !== undefined) {
		const call = simpleCommands(script).find(({ words: [program] }) =>
			isNginx(program?.text ?? ""),
		);
		return call?.words.slice(1).map(({ text }) => text);
	}
	const at = words.findIndex(isNginx);
	return at < 0 ? undefined : words.slice(at + 1);
}

function isNginx(word: string): boolean {
	return /(^|\/)(nginx|nginx-debug|openresty)$/.test(word);
}

/** `-c FILE`, counted from the prefix (`-p`, else the one it was built with). */
function mainFile(
	args: readonly string[],
	flavour: NginxFlavour | undefined,
): string {
	const standard = mainFiles[flavour ?? "official"] ?? "/etc/nginx/nginx.conf";
	const prefix = option(args, "p");
	const file = option(args, "c");
	if (file !== undefined) return resolve(prefix ?? folderOf(standard), file);
	return prefix === undefined ? standard : resolve(prefix, "conf/nginx.conf");
}

const mainFiles: Partial<Record<NginxFlavour, string>> = {
	openresty: "/usr/local/openresty/nginx/conf/nginx.conf",
	bitnami: "/opt/bitnami/nginx/conf/nginx.conf",
};

function folderOf(path: string): string {
	return path.slice(0, path.lastIndexOf("/"));
}

/** `-c FILE` or `-cFILE`. */
function option(args: readonly string[], letter: string): string | undefined {
	const at = args.findIndex((word) => word.startsWith(`-${letter}`));
	if (at < 0) return undefined;
	const glued = args[at]?.slice(2);
	return glued === "" ? args[at + 1] : glued;
}
