/** What an image brings by itself, as far as it decides which configuration is loaded and what is missing. */

import {
	imageFamily,
	type NginxFlavour,
	parseImageReference,
} from "../../languages/dockerfile/image.ts";
import { hasStartScript } from "../../languages/dockerfile/nginx-version.ts";
import { basename, dirname, isWithin } from "../../text/path.ts";
import {
	anyMainFile,
	official,
	openresty,
	unprivileged,
} from "./nginx-files.ts";
import {
	absent,
	entryTowards,
	type Layer,
	type Origin,
	unknown,
	unknownLayer,
} from "./origin.ts";

export interface Image {
	readonly layer: Layer;
	/** Its WORKDIR, where that is known. */
	readonly directory: string | undefined;
}

/** `open`: the reference holds variables that nobody settles. `configured`: files of the workspace make it an nginx. */
export function imageFiles(
	reference: string,
	open: boolean,
	configured: boolean,
): Image {
	if (reference === "scratch") return { layer: emptyLayer, directory: "/" };
	const image = parseImageReference(reference);
	const family = imageFamily(image);
	const files = family.kind === "nginx" ? filesOf(family.flavour) : undefined;
	if (files) {
		const scripted = open || hasStartScript(image);
		const there = [...files].filter(
			([path]) => scripted || !path.startsWith("/docker-entrypoint"),
		);
		return { layer: fixedLayer(new Map(there)), directory: "/" };
	}
	const name = open ? "its image" : `the image ${reference}`;
	return {
		layer: unknownImage(
			`${name} may bring it`,
			configured || family.kind === "nginx",
		),
		directory: undefined,
	};
}

/** Nothing is known of it; of an nginx, that its main file includes the folders into which everybody puts sites. */
export function unknownImage(reason: string, isNginx: boolean): Layer {
	const layer = unknownLayer(reason);
	return {
		list: (directory) => layer.list(directory),
		origin: (path) =>
			isNginx && path === "/etc/nginx/nginx.conf"
				? { kind: "image", type: "file", content: anyMainFile }
				: layer.origin(path),
	};
}

const emptyLayer: Layer = {
	origin: (path) => (path === "/" ? { kind: "directory" } : absent),
	list: () => ({ entries: [], unknown: undefined }),
};

/** Absent is only what lies where nothing but `files` is put by such an image. */
function fixedLayer(files: ReadonlyMap<string, string | undefined>): Layer {
	const directories = new Set<string>(["/"]);
	for (const path of files.keys())
		for (let up = dirname(path); up !== "/"; up = dirname(up))
			directories.add(up);
	return {
		origin(path): Origin {
			if (files.has(path)) {
				const content = files.get(path);
				return content === undefined
					? { kind: "image", type: "file" }
					: { kind: "image", type: "file", content };
			}
			if (directories.has(path)) return { kind: "image", type: "directory" };
			return isSystem(path)
				? unknown("the image's operating system may bring it")
				: absent;
		},
		list(directory) {
			const entries = [...files.keys()].flatMap(
				(path) => entryTowards(directory, path, "file") ?? [],
			);
			const known = [...new Map(entries.map((entry) => [entry.name, entry]))];
			const more = isSystem(directory) || directory === "/";
			return {
				entries: known.map(([, entry]) => entry),
				unknown: more ? "the image's operating system" : undefined,
			};
		},
	};
}

/** Whether Debian or Alpine may have put something there. */
function isSystem(path: string): boolean {
	// A link to where the system keeps modules.
	if (isWithin("/etc/nginx/modules", path)) return true;
	if (own.some((directory) => isWithin(directory, path))) return false;
	if (isWithin("/etc/ssl/certs", path)) {
		// Certificate authorities end in .pem, their hashes in numbers; the bundle is the exception.
		const name = basename(path);
		return !/\.(crt|cer|key)$/.test(name) || name === "ca-certificates.crt";
	}
	if (isWithin("/etc/ssl/private", path)) return false;
	const top = path.split("/", 2)[1] ?? "";
	return systemDirectories.has(top);
}

/** Below the system's directories, but known through and through. */
const own = [
	"/etc/nginx",
	"/etc/letsencrypt",
	"/etc/certs",
	"/usr/share/nginx",
	"/usr/local/openresty/nginx/conf",
	"/var/www",
	"/run/secrets",
	"/docker-entrypoint.d",
];

const systemDirectories = new Set(
	"bin boot dev etc lib lib32 lib64 libx32 proc run sbin sys tmp usr var docker-entrypoint.sh".split(
		" ",
	),
);

function filesOf(
	flavour: NginxFlavour,
): ReadonlyMap<string, string | undefined> | undefined {
	switch (flavour) {
		case "official":
			return official;
		case "unprivileged":
			return unprivileged;
		case "openresty":
			return openresty;
		default:
			return undefined;
	}
}
