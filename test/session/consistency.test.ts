/** Whatever happens in whatever order, what is found in the end is what a fresh start finds. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileSystem } from "../../server/src/session/file-system.ts";
import {
	createWorkspace,
	type DiskChange,
	type Workspace,
} from "../../server/src/session/workspace.ts";
import { settingsFor } from "../../server/src/topology/settings-for.ts";
import { type MemoryFiles, memoryFiles } from "./memory-files.ts";
import { stack, stackProblem, stackRepair } from "./stack.ts";

const compose = stack["docker-compose.yml"] ?? "";
const nginx = stack["nginx/nginx.conf"] ?? "";

/** What each file of a folder may hold; every text is one that can be parsed, for the last good one has no part in a fresh start. */
const texts: Readonly<Record<string, readonly string[]>> = {
	"docker-compose.yml": [
		compose,
		compose + stackRepair,
		compose.replace("./nginx/nginx.conf", "../b/nginx/nginx.conf"),
		"services:\n  web:\n    image: alpine\n",
	],
	"docker-compose.override.yml": [
		"services:\n  nginx:\n    extra_hosts: ['host.docker.internal:host-gateway']\n",
	],
	"nginx/nginx.conf": [
		nginx,
		nginx.replace("3000", "3001"),
		nginx.replace("host.docker.internal", "web"),
		nginx.replace("events {}", "events {}\ninclude /etc/nginx/more;"),
	],
	"ecosystem.config.js": [
		stack["ecosystem.config.js"] ?? "",
		(stack["ecosystem.config.js"] ?? "").replace("3000", "4000"),
	],
	"edgewise.json": [
		`{ "rules": { "${stackProblem}": "info" } }`,
		'{ "exclude": ["nginx"] }',
	],
	".gitignore": ["ecosystem.config.js\n", "\n"],
	".env": ["A=1\n"],
};
const folders = ["/w/a", "/w/b", "/w/a/deep"];

/** Answers come late, with what was there when they were asked. */
function slow(
	files: MemoryFiles,
	random: (below: number) => number,
): FileSystem {
	const late = async <T>(answer: Promise<T>): Promise<T> => {
		for (let turns = random(4); turns > 0; turns--)
			await new Promise(setImmediate);
		return answer;
	};
	return {
		read: (path) => late(files.read(path)),
		list: (path) => late(files.list(path)),
		kind: (path) => late(files.kind(path)),
		real: (path) => late(files.real(path)),
	};
}

function start(files: FileSystem): Workspace {
	return createWorkspace({
		files,
		settings: (directory, look) => settingsFor(directory, look, {}, {}),
		scanOptions: () => ({ hidden: [], exclude: [] }),
		onChecked: () => {},
		onCrash: (what, error) => {
			throw new Error(`${what} failed`, { cause: error });
		},
	});
}

function stateOf({ projects }: Workspace): unknown {
	return projects
		.all()
		.map(({ project, findings }) => ({
			directory: project.directory,
			files: project.files.map(({ path, text }) => ({ path, text })),
			settings: project.settings,
			findings: findings.map(({ rule, severity, at, message }) => ({
				rule,
				severity,
				at,
				message,
			})),
		}))
		.sort((a, b) => (a.directory < b.directory ? -1 : 1));
}

/** Small and the same every time: a failure must come again. */
function randomFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

function pick<T>(random: (below: number) => number, all: readonly T[]): T {
	return all[random(all.length)] as T;
}

interface Hands {
	readonly files: MemoryFiles;
	readonly workspace: Workspace;
	readonly open: Map<string, string>;
	/** What happened on the disk and was not told yet. */
	readonly untold: DiskChange[];
}

/** One thing that a person, an editor or another program does. */
async function act(
	{ files, workspace, open, untold }: Hands,
	random: (below: number) => number,
): Promise<string> {
	const name = pick(random, Object.keys(texts));
	const path = `${pick(random, folders)}/${name}`;
	const text = pick(random, texts[name] ?? [""]);
	const isThere = (await files.kind(path)) !== null;
	switch (random(9)) {
		case 0:
		case 1:
		case 2:
			open.set(path, text);
			workspace.changed(new Map([[path, text]]));
			return `type ${path}`;
		case 3:
			if (!open.delete(path)) return "nothing";
			workspace.closed(path);
			return `close ${path}`;
		case 4:
		case 5:
			files.write(path, text);
			untold.push({ path, kind: isThere ? "changed" : "created" });
			return `write ${path}`;
		case 6:
			if (!isThere) return "nothing";
			files.remove(path);
			untold.push({ path, kind: "deleted" });
			return `remove ${path}`;
		case 7: {
			const folder = pick(random, [...folders, "/w/a/nginx", "/w/b/nginx"]);
			files.remove(folder);
			untold.push({ path: folder, kind: "deleted" });
			return `remove ${folder}`;
		}
		default:
			void workspace.touched(untold.splice(0));
			if (random(2)) await workspace.settled();
			return "tell";
	}
}

test("any order of events ends where a fresh start begins", async () => {
	for (let seed = 1; seed <= 60; seed++) {
		const random = randomFrom(seed);
		const files = memoryFiles();
		for (const folder of folders) {
			for (const [name, [text = ""]] of Object.entries(texts)) {
				if (random(3) > 0) files.write(`${folder}/${name}`, text);
			}
		}
		const workspace = start(slow(files, randomFrom(-seed)));
		const hands = { files, workspace, open: new Map(), untold: [] };
		const opening = workspace.open(["/w"]);
		const done: string[] = [];
		for (let i = 0; i < 40; i++) {
			done.push(await act(hands, random));
			if (random(2)) await new Promise(setImmediate);
		}
		await opening;
		await workspace.touched(hands.untold.splice(0));
		await workspace.settled();

		const fresh = start(files);
		fresh.changed(hands.open);
		await fresh.open(["/w"]);
		assert.deepEqual(
			stateOf(workspace),
			stateOf(fresh),
			`seed ${seed}: ${done.join(", ")}`,
		);
	}
});
