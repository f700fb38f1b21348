/** `build`: where the image's Dockerfile and its context lie. */

import { resolve } from "../../../text/path.ts";
import type { Build, Settled } from "../facts.ts";
import type { YamlNode, YamlScalar } from "../yaml.ts";
import { findValue, isNull } from "../yaml-find.ts";
import { hostPath } from "./mounts.ts";
import {
	locatedAt,
	none,
	pairsOf,
	type Reading,
	scalarAt,
	settledAt,
} from "./reading.ts";

export function readBuild(
	reading: Reading,
	node: YamlNode | undefined,
): Build | undefined {
	if (node === undefined || isNull(node) || node.kind === "sequence")
		return undefined;
	const written = node.kind === "scalar" ? node : scalarAt(node, "context");
	const context =
		written === undefined
			? { value: reading.base(node.at.path), at: node.at, open: none }
			: local(reading, written);
	const inline = locatedAt(node, "dockerfile_inline");
	const args = new Map<string, string | undefined>();
	for (const [name, { value }] of pairsOf(findValue(node, "args")))
		args.set(name, value?.text);
	return {
		context,
		dockerfile:
			inline === undefined && context !== undefined
				? dockerfile(context, scalarAt(node, "dockerfile"))
				: undefined,
		inline,
		target: settledAt(node, "target"),
		args,
		at: node.at,
	};
}

function local(
	reading: Reading,
	context: YamlScalar,
): Settled<string> | undefined {
	if (isRemote(context.text)) return undefined;
	return {
		value: hostPath(reading, context, context.text),
		at: context.at,
		open: context.open ?? none,
	};
}

/** Counts from the context. */
function dockerfile(
	context: Settled<string>,
	written: YamlScalar | undefined,
): Settled<string> {
	if (written === undefined)
		return {
			value: resolve(context.value, "Dockerfile"),
			at: context.at,
			open: context.open,
		};
	return {
		value: resolve(context.value, written.text),
		at: written.at,
		open: [...context.open, ...(written.open ?? none)],
	};
}

/** compose-go paths/context.go: a URL, a git remote, or another service's image. */
function isRemote(context: string): boolean {
	return (
		/^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@|github\.com\/|service:|target:|docker-image:\/\/)/.test(
			context,
		) || /^[^./][^/]*@[^:]+:/.test(context)
	);
}
