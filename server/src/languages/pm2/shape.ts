/** What PM2 makes of the value that a file exports (API.js:943-954; semantics 1, 3, 4). */

import type { Place } from "../../text/place.ts";
import { configKind } from "./config-name.ts";
import type { ModuleForm } from "./evaluate/form.ts";
import { thrownReason } from "./evaluate/run.ts";
import type { Loading, Refusal } from "./facts.ts";
import type { StaticValue } from "./value.ts";

/** `apps`, else `pm2`, else the value itself; of what PM2 refuses, what was most likely meant. */
export function appList(value: StaticValue): StaticValue | undefined {
	if (value.kind !== "object") return value;
	const list = given(value, "apps") ?? given(value, "pm2");
	if (list) return list;
	const inner = property(value, "default");
	if (inner) return appList(inner);
	if (isApp(value)) return value;
	if (!value.complete) return undefined;
	return { kind: "array", items: [], complete: true, at: value.at };
}

export function property(
	value: Extract<StaticValue, { kind: "object" }>,
	name: string,
): StaticValue | undefined {
	return value.properties.find(({ key }) => key === name)?.value;
}

/** PM2 asks whether it is true: `apps: null` is as good as none. */
function given(
	value: Extract<StaticValue, { kind: "object" }>,
	name: string,
): StaticValue | undefined {
	const own = property(value, name);
	return own?.kind === "plain" && !own.value ? undefined : own;
}

function isApp(value: Extract<StaticValue, { kind: "object" }>): boolean {
	return ["script", "exec", "cmd", "command", "name"].some(
		(name) => property(value, name) !== undefined,
	);
}

/** `length`: of the text, for what has no better place. */
export function loadingOf(
	path: string,
	value: StaticValue | undefined,
	form: ModuleForm | undefined,
	typeOfPackage: "module" | "commonjs" | undefined,
	length: number,
): Loading {
	const whole: Place = { path, start: 0, end: Math.min(length, 1) };
	const refused = (why: Refusal, at: Place): Loading => ({
		kind: "refused",
		why,
		at: at.path === path ? at : whole,
	});
	const kind = configKind(path);
	if (kind === undefined) return refused("name", whole);
	if (!value) return { kind: "unknown", reason: "the file can't be parsed" };
	const system = moduleSystem(path, form, typeOfPackage);
	if (system === "module" && form?.commonjsAt && !form.isModule)
		return refused("commonjs-in-module", form.commonjsAt);
	if (system === "commonjs" && form?.isModule)
		return refused("module-in-commonjs", form.defaultAt ?? whole);
	if (value.kind === "unknown") {
		if (value.what) return refused(value.what, value.at);
		return value.reason === thrownReason
			? refused("throws", value.at)
			: { kind: "unknown", reason: value.reason };
	}
	if (value.kind !== "object")
		return { kind: "loaded", requiresModule: undefined };
	const hasApps = given(value, "apps") ?? given(value, "pm2");
	if (!hasApps && property(value, "default"))
		return form?.defaultAt
			? refused("export-default", form.defaultAt)
			: refused("default-property", value.at);
	if (!hasApps && !isApp(value) && value.complete)
		return refused("no-script", value.at);
	return {
		kind: "loaded",
		requiresModule: form?.isModule ? value.at : undefined,
	};
}

/** How Node reads the file; undefined: by its syntax, or not known. */
function moduleSystem(
	path: string,
	form: ModuleForm | undefined,
	typeOfPackage: "module" | "commonjs" | undefined,
): "module" | "commonjs" | undefined {
	if (!form) return undefined;
	if (path.endsWith(".mjs")) return "module";
	if (path.endsWith(".cjs")) return "commonjs";
	// Without a type, Node that can require modules looks at the syntax.
	return typeOfPackage === "module" ? "module" : undefined;
}
