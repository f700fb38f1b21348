/** An ecosystem file's apps in short lines, so that a test can state what it expects of them. */

import type {
	Circumstance,
	Ecosystem,
} from "../../../server/src/languages/pm2/facts.ts";
import {
	type EcosystemOptions,
	readEcosystem,
} from "../../../server/src/languages/pm2/read.ts";
import {
	type RuntimeOptions,
	runtime,
} from "../../../server/src/languages/pm2/runtime.ts";

export const path = "/srv/app/ecosystem.config.js";

export function read(
	text: string,
	options: EcosystemOptions & { readonly path?: string } = {},
): Ecosystem {
	return readEcosystem(options.path ?? path, text, options);
}

/** The apps of a list literal: `name: mode count @ports`, conditions in brackets, `?` where not all is known. */
export function described(
	text: string,
	options: EcosystemOptions & RuntimeOptions & { readonly path?: string } = {},
): readonly string[] {
	const ecosystem = read(text, options);
	const lines = ecosystem.apps.map((app) => {
		const runs = runtime(app, ecosystem, options);
		const modes = runs.modes.map(({ mode, when }) => mode + conditions(when));
		const counts = runs.instances.map((each) =>
			each.kind === "count"
				? each.count + conditions(each.when)
				: `${each.kind === "processors" ? each.text : "?"}${conditions(each.when)}`,
		);
		const ports = runs.ports.map(({ port, when }) => port + conditions(when));
		const open = runs.portsUnknown === undefined ? "" : "?";
		return `${app.name ?? "?"}: ${modes.join("|")} ${counts.join("|")} @${ports.join(",")}${open}`;
	});
	return ecosystem.complete ? lines : [...lines, `… ${ecosystem.reason}`];
}

function conditions(when: readonly Circumstance[]): string {
	if (when.length === 0) return "";
	const words = when.map((each) =>
		each.kind === "environment" ? `--env ${each.name}` : each.text,
	);
	return `[${words.join(", ")}]`;
}
