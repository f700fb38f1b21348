/** `command`, `entrypoint` and `healthcheck`. */

import type { Command, Service } from "../facts.ts";
import type { YamlNode } from "../yaml.ts";
import { findValue, isNull } from "../yaml-find.ts";
import {
	isTrue,
	none,
	type Reading,
	refuse,
	scalarAt,
	scalarsOf,
} from "./reading.ts";
import { splitCommand, splitShell } from "./words.ts";

/** Absent where the image's own stays; an empty one (`[]`, `""`) takes the image's away. */
export function readCommand(node: YamlNode | undefined): Command | undefined {
	if (node === undefined || isNull(node) || node.kind === "map")
		return undefined;
	if (node.kind === "scalar")
		return {
			words: splitCommand(node.text),
			form: "shell",
			open: node.open ?? none,
			at: node.at,
		};
	const scalars = scalarsOf(node);
	return {
		words: scalars.map(({ text }) => text),
		form: "exec",
		open: scalars.flatMap(({ open }) => open ?? none),
		at: node.at,
	};
}

/** `test` as a string is run by a shell; as a list its first word says how (05-services.md, healthcheck). */
export function readHealthcheck(
	reading: Reading,
	node: YamlNode | undefined,
): Service["healthcheck"] {
	if (node?.kind !== "map") return undefined;
	const disabled = isTrue(scalarAt(node, "disable"));
	const test = findValue(node, "test");
	const untested = {
		words: none,
		form: "exec",
		open: none,
		at: node.at,
	} as const;
	if (test === undefined || isNull(test) || test.kind === "map")
		return { ...untested, disabled };
	const scalars = scalarsOf(test);
	const open = scalars.flatMap((scalar) => scalar.open ?? none);
	const at = test.at;
	if (test.kind === "scalar")
		return { words: splitShell(test.text), form: "shell", open, at, disabled };
	const [how, ...rest] = scalars.map(({ text }) => text);
	if (how === undefined || how === "NONE")
		return { ...untested, at, disabled: disabled || how === "NONE" };
	if (how === "CMD") return { words: rest, form: "exec", open, at, disabled };
	if (how === "CMD-SHELL")
		return {
			words: splitShell(rest.join(" ")),
			form: "shell",
			open,
			at,
			disabled,
		};
	if (open.length === 0)
		refuse(
			reading,
			"compose-syntax",
			scalars[0]?.at ?? at,
			`A healthcheck's test begins with CMD, CMD-SHELL or NONE, not with ${how}.`,
		);
	return { words: [how, ...rest], form: "exec", open, at, disabled };
}
