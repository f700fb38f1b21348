/** The files of a container when its process runs: what the start script renders, and what scripts and commands write. */

import type { Service } from "../../languages/compose/facts.ts";
import type { Lookup } from "../snapshot.ts";
import { effectLayer, type Rendering } from "./effect-layer.ts";
import type { ContainerEnvironment } from "./environment.ts";
import type { Layer } from "./origin.ts";
import { renderingBy } from "./rendering.ts";
import { effectsOf, effectsOfWords } from "./script-effects.ts";
import type { Start } from "./start.ts";
import { scriptText, scriptThatRuns } from "./start-script.ts";
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
