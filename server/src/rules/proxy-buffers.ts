import { changeWord, insertBefore } from "../languages/nginx/edit.ts";
import { httpLevels, type Levels } from "../languages/nginx/http-levels.ts";
import {
	type BufferFamily,
	type BufferSetting,
	bufferFamilies,
	buffersOf,
	isBufferSetting,
	type ProxyBuffers,
} from "../languages/nginx/proxy-buffers.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import { wholeNginxes } from "../topology/whole-nginxes.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const proxyBuffers: Rule = {
	id: "proxy-buffers",
	severity: "error",
	summary:
		"The sizes of proxy_buffers and what goes with them don't fit together: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of wholeNginxes(project)) yield* inNginx(nginx, project);
	},
};

function* inNginx({ facts }: Nginx, project: Project): Iterable<Finding> {
	const said = new Set<Directive>();
	for (const levels of httpLevels(facts, isBufferSetting))
		for (const family of bufferFamilies) {
			const buffers = buffersOf(levels, family);
			const wrong = buffers && refused(buffers, family, levels);
			if (!wrong || said.has(wrong.directive)) continue;
			const { directive, message, others, fix } = wrong;
			said.add(directive);
			yield {
				message: `${message}: nginx does not start.`,
				at: directive.at,
				related: others.map(({ at, name }) => ({
					at,
					message: `${name.text} is set here`,
				})),
				fixes: [fix(project)],
			};
		}
}

interface Wrong {
	readonly message: string;
	readonly directive: Directive;
	readonly others: readonly Directive[];
	readonly fix: (project: Project) => Fix;
}

/** In nginx's order. */
function refused(
	buffers: ProxyBuffers,
	family: BufferFamily,
	levels: Levels,
): Wrong | undefined {
	const { count, each, largest, busy, tempFileWrite, maxTempFile, written } =
		buffers;
	const of = (setting: BufferSetting) => written.get(setting);
	const [buffersWritten, busyWritten] = [
		of("buffers"),
		of("busy_buffers_size"),
	];
	const large = `${family}_${largest > each ? "buffer_size" : "buffers"} has ${inUnits(largest)}`;
	if (buffersWritten && count < 2)
		return {
			message: `${family}_buffers needs two buffers at least, one to read into while another is sent`,
			directive: buffersWritten,
			others: [],
			fix: () => set(buffersWritten, `4 ${inUnits(each)}`),
		};
	if (busyWritten && busy < largest)
		return tooSmall(busyWritten, `holds not even one buffer: ${large}`);
	if (busy > (count - 1) * each) {
		const [directive, ...others] = [
			busyWritten ?? (largest > each ? of("buffer_size") : undefined),
			buffersWritten,
		]
			.filter((directive) => directive !== undefined)
			.toSorted((one, other) => depth(one, levels) - depth(other, levels));
		if (!directive) return undefined;
		const enough = 2 ** Math.ceil(Math.log2(Math.max(largest, busy / 3)));
		return {
			message: `Up to ${inUnits(busy)} may be on their way to the client${busyWritten ? "" : ` (twice a buffer of ${inUnits(largest)})`}, and that leaves none of the ${count} ${family}_buffers of ${inUnits(each)}${buffersWritten ? "" : ", nginx's default,"} free to read into`,
			directive,
			others,
			fix: (project) =>
				buffersWritten &&
				depth(buffersWritten, levels) === depth(directive, levels)
					? set(buffersWritten, `4 ${inUnits(enough)}`)
					: insert(
							directive,
							`${family}_buffers 4 ${inUnits(enough)}`,
							project,
						),
		};
	}
	const write = of("temp_file_write_size");
	if (write && tempFileWrite < largest)
		return tooSmall(write, `holds not even one buffer: ${large}`);
	const most = of("max_temp_file_size");
	if (most && maxTempFile !== 0 && maxTempFile < largest)
		return tooSmall(
			most,
			`holds not even one buffer: ${large}, and only 0 keeps answers from the disk`,
		);
	return undefined;

	function tooSmall(directive: Directive, why: string): Wrong {
		const { name, args } = directive;
		const other = of(largest > each ? "buffer_size" : "buffers");
		return {
			message: `${name.text} ${args[0]?.text} ${why}`,
			directive,
			others: other ? [other] : [],
			fix: () => set(directive, inUnits(largest)),
		};
	}
}

/** How far out: 0 is the innermost level. */
function depth(directive: Directive, levels: Levels): number {
	return levels.findIndex((level) => level.includes(directive));
}

function set({ name, args }: Directive, value: string): Fix {
	const words = value.split(" ");
	return {
		title: `Set ${name.text} to ${value}`,
		preferred: true,
		edits: () =>
			args.flatMap((word, i) =>
				words[i] === undefined || words[i] === word.text
					? []
					: [changeWord(word, words[i])],
			),
	};
}

function insert(before: Directive, statement: string, project: Project): Fix {
	return {
		title: `Add ${statement}`,
		preferred: true,
		edits: () => [
			insertBefore(textOf(project, before.at.path), before, [`${statement};`]),
		],
	};
}

function inUnits(bytes: number): string {
	if (bytes >= 2 ** 20 && bytes % 2 ** 20 === 0) return `${bytes / 2 ** 20}m`;
	return bytes >= 1024 && bytes % 1024 === 0 ? `${bytes / 1024}k` : `${bytes}`;
}
