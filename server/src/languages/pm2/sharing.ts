/** What keeps the instances of an app from sharing one port, by its own fields (semantics 7, 9, 10). */

import type { Place } from "../../text/place.ts";
import { argumentsOf } from "./arguments.ts";
import type { App } from "./facts.ts";
import { isNodeProgram, type Program, programOf, textOf } from "./program.ts";

/**
 * `instances` of -2 or less without exec_mode: PM2 takes 1 and more, 0 and -1 for cluster mode
 * and everything else for fork (Common.js:346-357).
 */
export function forkedByNumber(
	app: App,
): { readonly text: string; readonly at: Place } | undefined {
	if (!app.complete || app.fields.has("exec_mode")) return undefined;
	if (isNodeProgram(app) !== true) return undefined;
	const value = app.fields.get("instances")?.value;
	if (value?.kind !== "plain") return undefined;
	const count = Number.parseInt(String(value.value), 10);
	return count <= -2 ? { text: String(value.value), at: value.at } : undefined;
}

/** A program that is not itself the Node server: what the cluster would hold is npm, or a shell. */
export function clusterObstacle(
	app: App,
):
	| Extract<
			Program,
			{ kind: "package-manager" | "shell" | "interpreter" | "binary" }
	  >
	| undefined {
	const program = programOf(app);
	switch (program.kind) {
		case "package-manager":
		case "shell":
		case "interpreter":
		case "binary":
			return program;
		default:
			return undefined;
	}
}

/** The name says what it does; `[-_:./ ]` are the ends of words. */
const work =
	/(^|[-_:./\s])(workers?|queues?|schedules?|scheduler|cron|jobs?|consumers?|bots?|migrate|migrations?|seed|watcher|beat|celery|horizon|daemon|backup|task|tasks|indexer|crawler|scraper|poller|tunnel|test|build)([-_:./\s]|$)/i;

/** What says that the app opens no port: its schedule, that it ends by itself, or its words (`queue:work`). */
export function isNoServer(app: App): boolean {
	const given = (name: string) => {
		const value = app.fields.get(name)?.value;
		return value !== undefined && (value.kind !== "plain" || value.value);
	};
	const autorestart = app.fields.get("autorestart")?.value;
	const words = [
		app.name ?? "",
		textOf(app, "script") ?? "",
		...(argumentsOf(app) ?? []).map(({ text }) => text),
	];
	return (
		Boolean(given("cron_restart")) ||
		(autorestart?.kind === "plain" && autorestart.value === false) ||
		words.some((word) => work.test(word))
	);
}
