/** Behind each address in nginx, who answers there. */

import type { Span } from "../text/place.ts";
import { instancesOf } from "../topology/instances.ts";
import type { Listener, Project, Route } from "../topology/model.ts";
import { explainRoute } from "./explain.ts";

export interface InlayHint {
	readonly offset: number;
	readonly label: string;
	/** Markdown. */
	readonly tooltip: string;
}

/** Those within the span; nothing where who answers is not known. */
export function inlayHints(
	project: Project,
	path: string,
	{ start, end }: Span,
): readonly InlayHint[] {
	const hints = new Map<number, InlayHint>();
	for (const nginx of project.nginxes) {
		for (const route of nginx.routes) {
			const { at } = route.address;
			if (at.path !== path || at.end < start || at.end > end) continue;
			const label = labelOf(route);
			// A file of two nginxes has one hint: that of the first.
			if (label === undefined || hints.has(at.end)) continue;
			hints.set(at.end, {
				offset: at.end,
				label: ` ⟶ ${label}`,
				tooltip: explainRoute(route, nginx, project),
			});
		}
	}
	return [...hints.values()];
}

function labelOf({ target, listeners }: Route): string | undefined {
	const [first] = listeners;
	const app = listeners.find(({ by }) => by.kind === "pm2");
	if (app?.by.kind === "pm2") return `pm2 ${app.by.app.name}${times(app)}`;
	if (target.kind === "service") {
		const { replicas, name } = target.service;
		return `service ${name}${replicas && replicas.count > 1 ? ` ×${replicas.count}` : ""}`;
	}
	if (first?.by.kind === "published") return `service ${first.by.service.name}`;
	return undefined;
}

function times({ by }: Listener): string {
	if (by.kind !== "pm2") return "";
	const { several, most } = instancesOf(by.app);
	if (!several) return "";
	return most === undefined ? " ×max" : ` ×${most}`;
}
