/** Ports that stand in a command line: the app's own arguments, or the script of package.json that npm runs. */

import type { App, InstancePort } from "./facts.ts";
import { textOf } from "./program.ts";

const option = /(?:^|\s)(?:--port|-p|--PORT)[=\s]+["']?(\d{1,5})\b/;

/** `args: 'start -p 3001'`, as one text or a list. */
export function argumentPort(app: App): InstancePort | undefined {
	const args = app.fields.get("args")?.value;
	if (args?.kind === "plain" && typeof args.value === "string") {
		const port = option.exec(args.value)?.[1];
		return port === undefined
			? undefined
			: { port: Number(port), at: args.at, when: [], because: "args" };
	}
	if (args?.kind !== "array") return undefined;
	for (const [i, item] of args.items.entries()) {
		if (item.kind !== "plain") return undefined;
		const text = String(item.value);
		const joined = /^(?:--port|-p)=(\d{1,5})$/.exec(text)?.[1];
		if (joined)
			return { port: Number(joined), at: item.at, when: [], because: "args" };
		const next = args.items[i + 1];
		if (
			/^(--port|-p)$/.test(text) &&
			next?.kind === "plain" &&
			/^\d{1,5}$/.test(String(next.value))
		) {
			return {
				port: Number(next.value),
				at: next.at,
				when: [],
				because: "args",
			};
		}
	}
	return undefined;
}

/** `script: 'npm', args: 'start'`: the port that package.json's script names (10). */
export function scriptPort(
	app: App,
	scripts: ReadonlyMap<string, { readonly command: string }> | undefined,
): InstancePort | undefined {
	const script = textOf(app, "script");
	const args = app.fields.get("args")?.value;
	if (!script || !scripts) return undefined;
	const line = [
		script,
		args?.kind === "plain"
			? String(args.value)
			: args?.kind === "array"
				? args.items
						.map((item) => (item.kind === "plain" ? item.value : ""))
						.join(" ")
				: "",
	].join(" ");
	const name = /^(?:npm|yarn|pnpm|bun)\s+(?:run\s+)?([\w:-]+)/.exec(line)?.[1];
	const command = name === undefined ? undefined : scripts.get(name)?.command;
	const port =
		command &&
		(option.exec(command)?.[1] ??
			/(?:^|\s)PORT=(\d{1,5})\b/.exec(command)?.[1]);
	if (!port) return undefined;
	const at = args?.at ?? app.fields.get("script")?.value.at ?? app.at;
	return {
		port: Number(port),
		at,
		when: [],
		because: `the script ${name} of package.json`,
	};
}
