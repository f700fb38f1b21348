import assert from "node:assert/strict";
import { test } from "node:test";
import {
	createWorkspace,
	type Workspace,
} from "../../server/src/session/workspace.ts";
import type { Settings } from "../../server/src/topology/settings.ts";
import { settingsFor } from "../../server/src/topology/settings-for.ts";
import { type MemoryFiles, memoryFiles } from "./memory-files.ts";
import { stack, stackIn, stackProblem, stackRepair } from "./stack.ts";

interface Opened {
	readonly files: MemoryFiles;
	readonly workspace: Workspace;
	/** Each call of onChecked, its paths sorted. */
	readonly checked: string[][];
	/** `path rule`, sorted. */
	readonly found: () => readonly string[];
	editor: Partial<Settings>;
}

function prepare(
	texts: Iterable<readonly [path: string, text: string]>,
): Opened {
	const files = memoryFiles(texts);
	const checked: string[][] = [];
	const workspace = createWorkspace({
		files,
		settings: (directory, look) =>
			settingsFor(directory, look, opened.editor, {}),
		scanOptions: () => ({ hidden: [], exclude: opened.editor.exclude ?? [] }),
		onChecked: (paths) => checked.push([...paths].sort()),
		onCrash: (what, error) => {
			throw new Error(`${what} failed`, { cause: error });
		},
	});
	const opened: Opened = {
		files,
		workspace,
		checked,
		found: () =>
			workspace.projects
				.all()
				.flatMap(({ findings }) =>
					findings.map(({ at, rule }) => `${at.path} ${rule}`),
				)
				.sort(),
		editor: {},
	};
	return opened;
}

async function open(
	texts: Iterable<readonly [path: string, text: string]>,
	roots = ["/w"],
): Promise<Opened> {
	const opened = prepare(texts);
	await opened.workspace.open(roots);
	return opened;
}

const compose = "/w/docker-compose.yml";
const nginx = "/w/nginx/nginx.conf";
const problem = `${compose} ${stackProblem}`;
/** nginx's beyond doubt, and with one brace missing. */
const broken = "worker_processes 1;\nevents {\n";
const repaired = stack["docker-compose.yml"] + stackRepair;

function change(workspace: Workspace, path: string, text: string): void {
	workspace.changed(new Map([[path, text]]));
}

test("files that nobody opened are checked", async () => {
	const { found, checked } = await open(stackIn("/w"));
	assert.deepEqual(found(), [problem]);
	assert.deepEqual(checked, [[compose, "/w/ecosystem.config.js", nginx]]);
});

test("an edit is checked before the call returns, with all files of its project together", async () => {
	const { workspace, found, checked } = await open(stackIn("/w"));
	checked.length = 0;
	change(workspace, compose, repaired);
	assert.deepEqual(found(), []);
	assert.deepEqual(checked, [[compose, "/w/ecosystem.config.js", nginx]]);
	change(workspace, compose, stack["docker-compose.yml"] ?? "");
	assert.deepEqual(found(), [problem]);
});

test("an edit builds its own project, and no other", async () => {
	const { workspace, checked } = await open([
		...stackIn("/w/a"),
		...stackIn("/w/b"),
	]);
	const other = workspace.projects.of("/w/b/docker-compose.yml")[0];
	checked.length = 0;
	change(workspace, "/w/a/docker-compose.yml", repaired);
	assert.equal(checked.length, 1);
	assert.ok(checked[0]?.every((path) => path.startsWith("/w/a/")));
	assert.equal(workspace.projects.of("/w/b/docker-compose.yml")[0], other);
});

test("closing without saving goes back to the disk", async () => {
	const { workspace, found } = await open(stackIn("/w"));
	change(workspace, compose, repaired);
	workspace.closed(compose);
	await workspace.settled();
	assert.deepEqual(found(), [problem]);
});

test("while a file is broken the findings of the others stay as they were", async () => {
	const { workspace, found } = await open(stackIn("/w"));
	change(workspace, nginx, `${stack["nginx/nginx.conf"]}server {`);
	assert.deepEqual(found(), [problem, `${nginx} nginx-syntax`]);
	change(workspace, nginx, `${stack["nginx/nginx.conf"]}server { `);
	assert.deepEqual(found(), [problem, `${nginx} nginx-syntax`]);
	change(workspace, nginx, stack["nginx/nginx.conf"] ?? "");
	assert.deepEqual(found(), [problem]);
});

test("a file that changes on the disk is read again", async () => {
	const { workspace, files, found } = await open(stackIn("/w"));
	files.write(compose, repaired);
	await workspace.touched([{ path: compose, kind: "changed" }]);
	assert.deepEqual(found(), []);
});

test("saving an open document reads and builds nothing", async () => {
	const { workspace, files, checked } = await open(stackIn("/w"));
	change(workspace, compose, repaired);
	checked.length = 0;
	const reads = files.reads.length;
	files.write(compose, repaired);
	await workspace.touched([{ path: compose, kind: "changed" }]);
	assert.equal(files.reads.length, reads);
	assert.deepEqual(checked, []);
});

test("a project appears and goes with its files", async () => {
	const { workspace, files, found, checked } = await open([]);
	assert.deepEqual(workspace.projects.all(), []);
	for (const [path, text] of stackIn("/w")) files.write(path, text);
	await workspace.touched(
		stackIn("/w").map(([path]) => ({ path, kind: "created" })),
	);
	assert.deepEqual(found(), [problem]);
	checked.length = 0;
	for (const [path] of stackIn("/w")) files.remove(path);
	await workspace.touched(
		stackIn("/w").map(([path]) => ({ path, kind: "deleted" })),
	);
	assert.deepEqual(workspace.projects.all(), []);
	assert.deepEqual([...new Set(checked.flat())].sort(), [
		compose,
		"/w/ecosystem.config.js",
		nginx,
	]);
});

test("a folder that comes, or goes, brings and takes what is in it, though only the folder is told of", async () => {
	const { workspace, files, found } = await open(stackIn("/w/a"));
	for (const [path, text] of stackIn("/w/b/deep")) files.write(path, text);
	await workspace.touched([{ path: "/w/b", kind: "created" }]);
	assert.deepEqual(found(), [
		`/w/a/docker-compose.yml ${stackProblem}`,
		`/w/b/deep/docker-compose.yml ${stackProblem}`,
	]);
	files.remove("/w/a");
	await workspace.touched([{ path: "/w/a", kind: "deleted" }]);
	assert.deepEqual(found(), [`/w/b/deep/docker-compose.yml ${stackProblem}`]);
});

test("a file that was missing is asked for again when it appears, whatever its name", async () => {
	const conf = "worker_processes 1;\nevents {}\nhttp { include extra/*; }\n";
	for (const folder of ["extra", "deep/er/extra"]) {
		const { workspace, files, found } = await open([
			["/w/nginx.conf", conf.replace("extra", folder)],
			["/w/README.md", ""],
		]);
		assert.deepEqual(found(), []);
		const path = `/w/${folder}/broken`;
		files.write(path, "server {");
		await workspace.touched([{ path, kind: "created" }]);
		assert.deepEqual(found(), [`${path} nginx-syntax`]);
		const top = `/w/${folder.split("/")[0]}`;
		files.remove(top);
		await workspace.touched([{ path: top, kind: "deleted" }]);
		assert.deepEqual(found(), []);
	}
});

test("what happens in node_modules, or where nobody looks, reads nothing", async () => {
	const { workspace, files, checked } = await open(stackIn("/w"));
	const reads = files.reads.length;
	checked.length = 0;
	await workspace.touched([
		{ path: "/w/node_modules/x/nginx.conf", kind: "created" },
		{ path: "/w/.git/index.lock", kind: "created" },
		{ path: "/w/src/deep/index.ts", kind: "changed" },
		{ path: "/w/dist/out.js", kind: "deleted" },
	]);
	assert.deepEqual(files.reads.slice(reads), []);
	assert.deepEqual(checked, []);
});

test("what git ignores is no project, be it on the disk or opened", async () => {
	const { workspace, files, found } = await open([
		["/w/.gitignore", "build\n"],
		["/w/build/nginx.conf", broken],
	]);
	// Outside of a repository the rules of the opened folder itself hold too.
	assert.deepEqual(found(), []);
	change(workspace, "/w/build/nginx.conf", `${broken}{`);
	await workspace.settled();
	assert.deepEqual(found(), []);
	files.write("/w/.gitignore", "");
	await workspace.touched([{ path: "/w/.gitignore", kind: "changed" }]);
	assert.equal(found()[0], "/w/build/nginx.conf nginx-syntax");
});

test("a document that isn't on the disk joins while it is open", async () => {
	const { workspace, found } = await open([["/w/README.md", ""]]);
	change(workspace, "/w/nginx.conf", broken);
	await workspace.settled();
	assert.deepEqual(found(), ["/w/nginx.conf nginx-syntax"]);
	workspace.closed("/w/nginx.conf");
	await workspace.settled();
	assert.deepEqual(found(), []);
	assert.deepEqual(workspace.projects.all(), []);
});

test("a document outside of every folder is checked by itself", async () => {
	const { workspace, found } = await open([["/etc/nginx/nginx.conf", ""]], []);
	change(workspace, "/etc/nginx/nginx.conf", broken);
	await workspace.settled();
	assert.deepEqual(found(), ["/etc/nginx/nginx.conf nginx-syntax"]);
	workspace.closed("/etc/nginx/nginx.conf");
	await workspace.settled();
	assert.deepEqual(workspace.projects.all(), []);
});

test("documents that were opened before the workspace was count when it is", async () => {
	const { workspace, found } = prepare(stackIn("/w"));
	change(workspace, compose, repaired);
	change(workspace, "/w/other/nginx.conf", broken);
	await workspace.open(["/w"]);
	assert.deepEqual(found(), ["/w/other/nginx.conf nginx-syntax"]);
});

test("several folders, one inside of the other, hold each project once", async () => {
	const { workspace, found } = await open(
		[...stackIn("/w/a"), ...stackIn("/v")],
		["/w", "/w/a", "/v"],
	);
	assert.equal(workspace.projects.all().length, 2);
	assert.equal(found().length, 2);
	await workspace.open(["/w"]);
	assert.deepEqual(found(), [`/w/a/docker-compose.yml ${stackProblem}`]);
});

test("the nearest edgewise.json counts, typed or saved", async () => {
	const { workspace, found } = await open([
		...stackIn("/w"),
		["/w/edgewise.json", `{ "rules": { "${stackProblem}": "error" } }`],
	]);
	const [project] = workspace.projects.all();
	assert.equal(project?.findings[0]?.severity, "error");
	change(
		workspace,
		"/w/edgewise.json",
		`{ "rules": { "${stackProblem}": "off" } }`,
	);
	assert.deepEqual(found(), []);
});

test("an edgewise.json that comes is read, and its exclude holds from then on", async () => {
	const { workspace, files, found } = await open([
		...stackIn("/w/a"),
		...stackIn("/w/b"),
	]);
	files.write("/w/edgewise.json", '{ "exclude": ["a"] }');
	await workspace.touched([{ path: "/w/edgewise.json", kind: "created" }]);
	assert.deepEqual(found(), [`/w/b/docker-compose.yml ${stackProblem}`]);
	files.remove("/w/edgewise.json");
	await workspace.touched([{ path: "/w/edgewise.json", kind: "deleted" }]);
	assert.equal(found().length, 2);
});

test("settings of the editor hold when the workspace is opened again", async () => {
	const opened = await open(stackIn("/w"));
	opened.editor = { rules: { [stackProblem]: "off" } };
	await opened.workspace.open(["/w"]);
	assert.deepEqual(opened.found(), []);
});

test("an answer that comes late does not undo what was typed meanwhile", async () => {
	const include = "/w/nginx/extra.conf";
	const main = "worker_processes 1;\nevents {}\nhttp { include extra.conf; }\n";
	const { workspace, files, found } = await open([
		["/w/nginx/nginx.conf", main],
	]);
	files.write(include, "server {");
	const release = files.hold(include);
	const told = workspace.touched([{ path: include, kind: "created" }]);
	change(workspace, include, "server {}");
	release();
	await told;
	await workspace.settled();
	assert.deepEqual(found(), []);
});

test("typing goes on while something is read, and the newest text is what is checked", async () => {
	const main = (port: number, rest = "") =>
		`worker_processes 1;\nevents {}\nhttp { server { listen ${port}; } ${rest} }\n`;
	const { workspace, files, checked } = await open([
		[nginx, main(80)],
		["/w/nginx/late.inc", ""],
	]);
	const release = files.hold("/w/nginx/late.inc");
	checked.length = 0;
	change(workspace, nginx, main(81, "include late.inc;"));
	assert.deepEqual(checked, [], "waits for the included file");
	change(workspace, nginx, main(82, "include late.inc;"));
	release();
	await workspace.settled();
	const ports = workspace.projects
		.of(nginx)
		.flatMap(({ files }) => files.get(nginx)?.text.match(/listen (\d+)/)?.[1]);
	assert.deepEqual(ports, ["82"]);
	assert.equal(checked.length, 1);
});

test("an nginx file that another project loads is no stray, in whatever order they are built", async () => {
	for (const order of [
		["a", "b"],
		["b", "a"],
	]) {
		const texts = new Map([
			[
				"/w/a/docker-compose.yml",
				"services:\n  nginx:\n    image: nginx\n    volumes: ['../b/site.conf:/etc/nginx/conf.d/default.conf:ro']\n",
			],
			["/w/b/docker-compose.yml", "services:\n  web:\n    image: alpine\n"],
			["/w/b/site.conf", "server { server_name _; }\n"],
		]);
		const { workspace, files } = prepare(texts);
		const release = files.hold(`/w/${order[0]}/docker-compose.yml`);
		const opening = workspace.open(["/w"]);
		while (workspace.projects.all().length === 0)
			await new Promise(setImmediate);
		release();
		await opening;
		const readers = workspace.projects
			.of("/w/b/site.conf")
			.map(({ project }) => project.directory);
		assert.deepEqual(readers, ["/w/a"], `${order[0]} late`);
		// And it is one again when the other lets go of it.
		change(
			workspace,
			"/w/a/docker-compose.yml",
			"services:\n  nginx:\n    image: nginx\n",
		);
		const after = workspace.projects
			.of("/w/b/site.conf")
			.map(({ project }) => project.directory);
		assert.deepEqual(after, ["/w/b"]);
	}
});

test("a circle of includes ends", async () => {
	const { workspace } = await open([
		["/w/nginx.conf", "worker_processes 1;\nevents {}\ninclude a.conf;\n"],
		["/w/a.conf", "include b.conf;\n"],
		["/w/b.conf", "include a.conf;\n"],
	]);
	assert.equal(workspace.projects.all().length, 1);
});

test("counts files and routes over all projects, as they come and go", async () => {
	const { workspace, files } = await open([
		...stackIn("/w/a"),
		...stackIn("/w/b"),
	]);
	const both = workspace.projects.counts();
	files.remove("/w/b");
	await workspace.touched([{ path: "/w/b", kind: "deleted" }]);
	const one = workspace.projects.counts();
	assert.deepEqual(both, { files: 2 * one.files, routes: 2 * one.routes });
	assert.equal(one.files, 3);
});
