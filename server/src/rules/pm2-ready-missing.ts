import type { App } from "../languages/pm2/facts.ts";
import type { Rule } from "./rule.ts";

export const pm2ReadyMissing: Rule = {
	id: "pm2-ready-missing",
	severity: "info",
	summary:
		"PM2 waits until the app says that it is ready, and its script never does.",
	reads: "topology",

	*check(project) {
		for (const { app, name, script } of project.ecosystems.flatMap(
			({ apps }) => apps,
		)) {
			const field = app.fields.get("wait_ready");
			if (!field || !isOn(field.value) || !script?.text) continue;
			if (mayBeSaid(script.text)) continue;
			yield {
				message: `PM2 waits until ${name} sends "ready", and ${script.name} never does: each start takes ${timeout(app)} longer, and nothing else changes.`,
				at: field.nameAt,
				related: [{ at: script.at, message: script.name }],
			};
		}
	},
};

/** In a module that the script brings, or by a framework, it may be said all the same. */
function mayBeSaid(text: string): boolean {
	return /process\s*\.\s*send|require\s*\(|\bimport\b/.test(text);
}

function isOn(value: NonNullable<ReturnType<App["fields"]["get"]>>["value"]) {
	return value.kind === "plain" && value.value === true;
}

/** PM2's own is 3 s (semantics 24). */
function timeout(app: App): string {
	const value = app.fields.get("listen_timeout")?.value;
	return value?.kind === "plain" && typeof value.value === "number"
		? `${value.value / 1000} s`
		: "3 s";
}
