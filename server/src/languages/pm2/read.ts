/** An ecosystem file to the apps that PM2 would start from it (semantics 1 to 6). */

import type { Place } from "../../text/place.ts";
import { readApps } from "./apps.ts";
import { configKind } from "./config-name.ts";
import { type ModuleForm, moduleForm } from "./evaluate/form.ts";
import {
	evaluateExpression,
	evaluateFile,
	type ModuleOptions,
} from "./evaluate/module.ts";
import { parseExpression, parseJavaScript } from "./evaluate/syntax.ts";
import type { Ecosystem, Pm2Problem } from "./facts.ts";
import { appList, loadingOf, property } from "./shape.ts";
import type { StaticValue } from "./value.ts";
import { yamlValue } from "./yaml.ts";

export interface EcosystemOptions {
	/** The text of a file that it requires; undefined where it isn't there. Every path that may be meant is asked for. */
	readonly load?: (path: string) => string | undefined;
	/** What NODE_ENV is taken to be while the file is read. */
	readonly environment?: string | undefined;
	/** `type` of the nearest package.json; absent: not known, and nothing is said of it. */
	readonly typeOfPackage?: "module" | "commonjs" | undefined;
}

/** Never throws; what could not be read is in `syntaxErrors`, what could not be known makes it incomplete. */
export function readEcosystem(
	path: string,
	text: string,
	options: EcosystemOptions = {},
): Ecosystem {
	const { value, errors, form } = exported(path, text, {
		load: options.load ?? (() => undefined),
		assumed: new Map(
			options.environment === undefined
				? []
				: [["NODE_ENV", options.environment]],
		),
	});
	const list = value && appList(value);
	const { apps, complete, reason } = readApps(value, list);
	const isBroken = errors.length > 0;
	return {
		path,
		loading: loadingOf(path, value, form, options.typeOfPackage, text.length),
		apps,
		complete: complete && !isBroken,
		reason: isBroken && apps.length === 0 ? "the file can't be parsed" : reason,
		appsAt: list?.kind === "array" ? list.at : undefined,
		deploy: value?.kind === "object" ? property(value, "deploy") : undefined,
		syntaxErrors: errors,
	};
}

/** Every comment of the file. */
export function commentsOf(path: string, text: string): readonly Place[] {
	const kind = configKind(path);
	if (kind === "yaml") return yamlValue(path, text).comments;
	return kind === "json"
		? parseExpression(path, text).comments
		: parseJavaScript(path, text).comments;
}

interface Exported {
	readonly value: StaticValue | undefined;
	readonly errors: readonly Pm2Problem[];
	readonly form: ModuleForm | undefined;
}

function exported(
	path: string,
	text: string,
	options: ModuleOptions,
): Exported {
	const kind = configKind(path);
	if (kind === "yaml") return { ...yamlValue(path, text), form: undefined };
	if (kind === "json") {
		const { expression, error } = parseExpression(path, text);
		return {
			value: expression && evaluateExpression(path, text, expression, options),
			errors: error ? [error] : [],
			form: undefined,
		};
	}
	const { program, error } = parseJavaScript(path, text);
	return {
		value: program && evaluateFile(path, text, program, options),
		errors: error ? [error] : [],
		form: program && moduleForm(path, program),
	};
}
