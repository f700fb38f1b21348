/** A fix that lets nginx send somewhere else. */

import type { Address } from "../languages/nginx/facts.ts";
import { type Edit, replace } from "../text/edit.ts";
import type { Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";

/** Nothing where the address is not written there as it is: a template's variable stands for a part of it. */
export function sendTo(
	{ text, at }: Address,
	newText: string,
	project: Project,
): readonly Edit[] {
	const written = textOf(project, at.path).slice(at.start, at.end);
	return written === text ? [replace(at, newText)] : [];
}

/** The same host with another port, or with one at all. */
export function sendToPort(
	address: Address,
	port: number,
	project: Project,
): readonly Edit[] {
	const { text, portText } = address;
	if (!portText) return sendTo(address, `${text}:${port}`, project);
	const { value, at } = portText;
	const written = textOf(project, at.path).slice(at.start, at.end);
	return written === value ? [replace(at, `${port}`)] : [];
}

/** `name:80` where nginx would take another port by itself, or where one stood. */
export function hostAndPort(
	host: string,
	port: number | undefined,
	address: Address,
): string {
	return port === undefined || (port === 80 && !address.portText)
		? host
		: `${host}:${port}`;
}
