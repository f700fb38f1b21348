/** The files of a container when its process runs: what the start script renders, and what scripts and commands write. */

import type { Service } from "../../languages/compose/facts.ts";
import { simpleCommands } from "../../languages/dockerfile/shell.ts";
import type { Lookup } from "../snapshot.ts";
import { effectLayer, type Rendering } from "./effect-layer.ts";
import type { ContainerEnvironment } from "./environment.ts";
import { type Layer, unknown } from "./origin.ts";
import { effectsOf, effectsOfWords, shellScript } from "./script-effects.ts";
import type { Start } from "./start.ts";
import {
	isWritable,
	templateFolders,
	templateLayer,
	withStreamBlock,
} from "./templates.ts";

/** Whether the image's start script renders the templates, and if not, why. */
export type TemplateUse =
	| {
			readonly kind: "rendered";
			readonly templates: string;
			readonly suffix: string;
			readonly output: string;
	  }
	| {
			readonly kind: "not-rendered";
			readonly reason: "entrypoint" | "command" | "read-only" | "image";
	  }
	| { readonly kind: "unknown"; readonly reason: string };

export interface Started {
	readonly layer: Layer;
	readonly templates: TemplateUse;
}

interface Starting {
	readonly service: Service;
	readonly environment: ContainerEnvironment;
	readonly look: Lookup;
	readonly render: Rendering;
}

export function startedLayer(
	service: Service,
	start: Start,
	environment: ContainerEnvironment,
	below: Layer,
	look: Lookup,
): Started {
	const render = renderingBy(environment, look);
	const starting: Starting = { service, environment, look, render };
	const script = scriptThatRuns(start, below, look);
	const words = start.command?.words ?? [];
	let layer = below;
	let templates: TemplateUse;
	if (script.kind === "image") {
		const first = script.words[0] ?? "";
		const runs = first === "nginx" || first === "nginx-debug";
		templates = runs
			? templateUse(service, environment)
			: { kind: "not-rendered", reason: "command" };
		if (runs) layer = afterStartScripts(starting, templates, layer);
		return {
			layer: afterWords(starting, script.words, "the command", layer),
			templates,
		};
	}
	if (script.kind === "own") {
		layer = afterWords(starting, script.words, "the entrypoint", layer);
		templates = script.calls
			? templateUse(service, environment)
			: { kind: "not-rendered", reason: "entrypoint" };
		if (script.calls) layer = afterStartScripts(starting, templates, layer);
		return {
			layer: afterWords(starting, words, "the command", layer),
			templates,
		};
	}
	return {
		layer: afterWords(starting, words, "the command", layer),
		templates: script.known
			? { kind: "not-rendered", reason: "image" }
			: { kind: "unknown", reason: "its image is not known" },
	};
}

type Script =
	/** The image's start script gets these words. */
	| { readonly kind: "image"; readonly words: readonly string[] }
	/** Another entrypoint; `calls`: it hands over to the image's with nginx to run. */
	| {
			readonly kind: "own";
			readonly words: readonly string[];
			readonly calls: boolean;
	  }
	| { readonly kind: "none"; readonly known: boolean };

function scriptThatRuns(start: Start, files: Layer, look: Lookup): Script {
	const command = start.command?.words ?? [];
	if (!start.entrypoint) {
		if (start.byImage) return called(command, command, files, look);
		return { kind: "none", known: start.command !== undefined };
	}
	const { words } = start.entrypoint;
	const [program = "", ...rest] = words;
	if (isImageScript(program, files))
		return { kind: "image", words: [...rest, ...command] };
	const handed = handedOver(words, command, files, look);
	return {
		kind: "own",
		words,
		calls: handed !== undefined && startsNginx(handed),
	};
}

/** `command: sh -c "… && /docker-entrypoint.sh nginx"` renders after all. */
function called(
	words: readonly string[],
	command: readonly string[],
	files: Layer,
	look: Lookup,
): Script {
	const [first = ""] = words;
	if (isImageScript(first, files))
		return { kind: "image", words: words.slice(1) };
	const handed = handedOver(words, command, files, look);
	return handed && startsNginx(handed)
		? { kind: "own", words, calls: true }
		: { kind: "image", words };
}

function isImageScript(program: string, files: Layer): boolean {
	return (
		/(^|\/)docker-entrypoint\.sh$/.test(program) &&
		files.origin("/docker-entrypoint.sh").kind === "image"
	);
}

function startsNginx(words: readonly string[]): boolean {
	return words[0] === "nginx" || words[0] === "nginx-debug";
}

/** What a script gives to the image's start script; undefined where it doesn't call it. */
function handedOver(
	words: readonly string[],
	command: readonly string[],
	files: Layer,
	look: Lookup,
): readonly string[] | undefined {
	const text = scriptText(words, files, look)?.text;
	if (text === undefined) return undefined;
	const call = simpleCommands(text).find(({ words: [program] }) =>
		isImageScript(program?.text ?? "", files),
	);
	return call?.words
		.slice(1)
		.flatMap((word) => (word.text === "$@" ? command : [word.text]));
}

/** The text of the script that the words run, where the workspace has it. */
function scriptText(
	words: readonly string[],
	files: Layer,
	look: Lookup,
): { readonly text: string; readonly name: string } | undefined {
	const inline = shellScript(words);
	if (inline !== undefined) return { text: inline, name: "sh -c" };
	const [program = "", second = ""] = words;
	const path = /(^|\/)(sh|bash|ash|dash)$/.test(program) ? second : program;
	if (!path.startsWith("/")) return undefined;
	const origin = files.origin(path);
	const text =
		origin.kind === "inline"
			? origin.content.value
			: origin.kind === "workspace"
				? look.file(origin.path)?.text
				: undefined;
	if (text === undefined || /^#!.*(python|node|perl|ruby)/.test(text))
		return undefined;
	return { text, name: path };
}

function afterWords(
	starting: Starting,
	words: readonly string[],
	who: string,
	below: Layer,
): Layer {
	if (words.length === 0) return below;
	const { look, render } = starting;
	const directory = starting.service.workingDir?.value;
	const script = scriptText(words, below, look);
	const effects = script
		? effectsOf(script.text, directory)
		: effectsOfWords(words, directory);
	const named =
		script && script.name !== "sh -c" ? `the script ${script.name}` : who;
	return effectLayer(effects, named, render, below);
}

/** The scripts of /docker-entrypoint.d run in the order of their names, the rendering of templates among them. */
function afterStartScripts(
	starting: Starting,
	templates: TemplateUse,
	below: Layer,
): Layer {
	const folder = "/docker-entrypoint.d";
	const { entries, unknown: more } = below.list(folder);
	let layer = below;
	for (const name of entries.map((entry) => entry.name).sort()) {
		const path = `${folder}/${name}`;
		if (!/\.(sh|envsh)$/.test(name)) continue;
		if (below.origin(path).kind !== "image")
			layer = afterWords(starting, [path], `the script ${path}`, layer);
		else if (name.startsWith("20-envsubst") && templates.kind === "rendered")
			layer = afterTemplates(starting, layer);
	}
	return more === undefined
		? layer
		: effectLayer(
				[{ kind: "anything", by: folder }],
				"the start script",
				starting.render,
				layer,
			);
}

function afterTemplates(starting: Starting, below: Layer): Layer {
	const { environment, service } = starting;
	const http = templateFolders(environment, "http");
	const stream = templateFolders(environment, "stream");
	let layer = below;
	if (http) layer = templateLayer(http, service, environment, layer);
	if (stream) {
		layer = templateLayer(stream, service, environment, layer);
		layer = withStreamBlock(stream, layer);
	}
	return layer;
}

function templateUse(
	service: Service,
	environment: ContainerEnvironment,
): TemplateUse {
	const folders = templateFolders(environment, "http");
	if (!folders)
		return {
			kind: "unknown",
			reason: "NGINX_ENVSUBST_ variables are set from outside",
		};
	return isWritable(service, folders.output)
		? { kind: "rendered", ...folders }
		: { kind: "not-rendered", reason: "read-only" };
}

/** envsubst as a script calls it: with a list it replaces those names alone, set or not; without, every name. */
function renderingBy(
	environment: ContainerEnvironment,
	look: Lookup,
): Rendering {
	return (template, names) => {
		if (template.kind === "absent" || template.kind === "unknown")
			return template;
		if (template.kind !== "workspace")
			return unknown("it is rendered from a template outside of the workspace");
		const text = look.file(template.path)?.text;
		if (text === undefined) return unknown("its template can't be read");
		const asked =
			names ??
			[...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map((match) => match[1] ?? "");
		const variables = new Map<string, string | undefined>();
		for (const name of asked) {
			const unset = environment.complete && !environment.values.has(name);
			variables.set(name, unset ? "" : environment.values.get(name));
		}
		return {
			kind: "rendered",
			template: template.path,
			variables,
			complete: true,
			by: template.by,
		};
	};
}
