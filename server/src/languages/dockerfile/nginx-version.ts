/** Which nginx an image's tag stands for. */

import {
	type ImageReference,
	imageFamily,
	type NginxFlavour,
} from "./image.ts";

export type NginxVersion =
	| {
			readonly kind: "exact";
			readonly major: number;
			readonly minor: number;
			readonly patch: number;
	  }
	/** `1.25`: the newest of that branch. */
	| {
			readonly kind: "branch";
			readonly major: number;
			readonly minor: number;
	  }
	/** A floating tag: what the channel has now. */
	| { readonly kind: "floating"; readonly channel: "stable" | "mainline" }
	| { readonly kind: "unknown" };

/** The branches that the floating tags stood for when this was written (semantics.md: 1.30.4 and 1.31.4). */
const current = { stable: 30, mainline: 31 };

const unknown: NginxVersion = { kind: "unknown" };

/** A digest holds a floating tag at a version that the name does not tell. */
export function nginxVersion(
	image: ImageReference,
	flavour: NginxFlavour,
): NginxVersion {
	const version = byTag(image.tag ?? "latest", flavour);
	return version.kind === "exact" || image.digest === undefined
		? version
		: unknown;
}

/** Whether it is older than `version` (`1.25.1`); undefined where that can't be known. */
export function isBefore(
	nginx: NginxVersion,
	version: string,
): boolean | undefined {
	const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
	switch (nginx.kind) {
		case "unknown":
			return undefined;
		case "exact":
			return less(
				[nginx.major, nginx.minor, nginx.patch],
				[major, minor, patch],
			);
		case "branch":
			return less([nginx.major, nginx.minor], [major, minor]);
		case "floating":
			return less([1, current[nginx.channel]], [major, minor]);
	}
}

/** Whether the image is the official one, or the unprivileged one built like it, with /docker-entrypoint.sh: that has been in it since 1.19.0 (docker-nginx, 2020-05). */
export function hasStartScript(image: ImageReference): boolean {
	const family = imageFamily(image);
	if (family.kind !== "nginx") return false;
	const { flavour } = family;
	return (
		(flavour === "official" || flavour === "unprivileged") &&
		isBefore(nginxVersion(image, flavour), "1.19.0") !== true
	);
}

function byTag(tag: string, flavour: NginxFlavour): NginxVersion {
	const match = /^(\d+)(?:\.(\d+)(?:\.(\d+))?)?(?=[.-]|$)/.exec(tag);
	if (match?.[3] !== undefined) {
		const [major = 0, minor = 0, patch = 0] = match.slice(1).map(Number);
		// A private image's tag may well be its own version: 2.0.1.
		return flavour !== "third-party" || (major === 1 && minor > 0)
			? { kind: "exact", major, minor, patch }
			: unknown;
	}
	if (flavour !== "official" && flavour !== "unprivileged") return unknown;
	if (match?.[2] !== undefined)
		return { kind: "branch", major: Number(match[1]), minor: Number(match[2]) };
	if (match) return match[1] === "1" ? floating("mainline") : unknown;
	const first = tag.split("-", 1)[0] ?? "";
	if (first === "stable") return floating("stable");
	return floatingTags.test(first) ? floating("mainline") : unknown;
}

/** The first words of the official image's tags without a number (docker-library, nginx). */
const floatingTags =
	/^(latest|mainline|alpine[\d.]*|perl|otel|stretch|buster|bullseye|bookworm|trixie)$/;

function floating(channel: "stable" | "mainline"): NginxVersion {
	return { kind: "floating", channel };
}

function less(left: readonly number[], right: readonly number[]): boolean {
	for (const [i, part] of left.entries()) {
		const other = right[i] ?? 0;
		if (part !== other) return part < other;
	}
	return false;
}
