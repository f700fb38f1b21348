/**
 * `npm run bench`: how long from a keystroke to its diagnostics, over stdio, beside a server
 * that does nothing. Times depend on the machine; the ratio and the difference tell.
 */

import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { type Client, startClient } from "./client.ts";
import { besideNginx } from "./nginx.ts";
import { milliseconds, percentile, table } from "./statistics.ts";
import {
	writeExample,
	writeLarge,
	writeMany,
	writeNginx,
} from "./workspaces.ts";

const project = join(import.meta.dirname, "../..");
const server = join(project, "dist/server.js");
const keystrokes = 120;
const starts = 5;

const folder = await mkdtemp(join(tmpdir(), "edgewise-bench-"));
try {
	const echo = await bundleEcho();
	const example = join(folder, "example");
	const large = join(folder, "large");
	const many = join(folder, "many");
	await Promise.all([
		writeExample(example),
		writeLarge(large),
		writeMany(many),
	]);

	await coldStart(echo, example, "the example");
	await typing(echo, example, "the example", 1);
	await typing(echo, large, "300 services, 10,000 lines of nginx", 1);
	await typing(echo, many, "one of 1,000 stacks", 1000, {
		inside: "team-7/stack-7",
	});
	const nginx = join(folder, "nginx");
	await writeNginx(nginx, 5000);
	for (const before of [0, 4]) {
		const after = before > 0 ? `, after ${before * keystrokes} others` : "";
		const name = `5,000 lines of nginx alone${after}`;
		await typing(echo, nginx, name, 1, { before });
	}
	print(
		"35,000 lines of nginx, read and checked as a whole, beside nginx -t",
		await besideNginx(35_000, join(folder, "nginx-t")),
	);
	await sizes();
} finally {
	await rm(folder, { recursive: true });
}

/** As the real one is bundled: what is compared is the work, not the way it is loaded. */
async function bundleEcho(): Promise<string> {
	const outfile = join(folder, "echo.cjs");
	await build({
		entryPoints: [join(import.meta.dirname, "echo-server.ts")],
		outfile,
		bundle: true,
		platform: "node",
		format: "cjs",
		mainFields: ["module", "main"],
	});
	return outfile;
}

async function coldStart(
	echo: string,
	root: string,
	name: string,
): Promise<void> {
	const times = { own: [] as number[], echo: [] as number[] };
	for (let i = 0; i < starts; i++) {
		for (const [which, module] of [
			["own", server],
			["echo", echo],
		] as const) {
			const client = await startClient(
				module,
				root,
				join(root, "nginx/nginx.conf"),
			);
			times[which].push(client.firstDiagnostics);
			await client.end();
		}
	}
	const [own, empty] = [
		percentile(times.own, 0.5),
		percentile(times.echo, 0.5),
	];
	print(`Cold start on ${name}, to the first diagnostics`, [
		["", "Edgewise", "empty server", "difference", "ratio"],
		["p50", ...compared(own, empty)],
	]);
}

async function typing(
	echo: string,
	root: string,
	name: string,
	projects: number,
	// What has run often runs faster: as many rounds are typed before the one that is measured.
	{ inside = ".", before = 0 } = {},
): Promise<void> {
	const main = join(root, inside, "nginx/nginx.conf");
	const paths = Object.entries({
		nginx: main,
		compose: join(root, inside, "docker-compose.yml"),
		PM2: join(root, inside, "ecosystem.config.js"),
	}).filter(([, path]) => existsSync(path));
	const own = await startClient(server, root, main);
	const empty = await startClient(echo, root, main);
	const scanned = await own.scanned(projects);
	const rows: string[][] = [];
	for (const [language, path] of paths) {
		for (const client of [own, empty])
			if (path !== main) await client.open(path);
		for (let i = 0; i < before; i++) await typeInBoth(own, empty, path);
		const [times, echoes] = await typeInBoth(own, empty, path);
		for (const share of [0.5, 0.95]) {
			rows.push([
				`${language} p${share * 100}`,
				...compared(percentile(times, share), percentile(echoes, share)),
			]);
		}
	}
	print(`Keystrokes in ${name}`, [
		["", "Edgewise", "empty server", "difference", "ratio"],
		...rows,
	]);
	const memory = await own.peakMemory();
	print(`The workspace of ${name}`, [
		["all projects checked after", milliseconds(scanned)],
		["first diagnostics after", milliseconds(own.firstDiagnostics)],
		[
			"peak memory",
			memory === undefined ? "not known here" : `${Math.round(memory)} MB`,
		],
	]);
	await Promise.all([own.end(), empty.end()]);
}

/** A digit more and a digit less at places all over the file, and in the first place its line's end taken away and put back. */
async function typeInBoth(
	own: Client,
	empty: Client,
	path: string,
): Promise<readonly [readonly number[], readonly number[]]> {
	const ports = [...own.text(path).matchAll(/\b[1-9]\d{3}\b/g)];
	const ends = [...own.text(path).matchAll(/[;,]\n/g)];
	const edits = Array.from({ length: keystrokes / 2 }, (_, i) => {
		const breaks = i % 6 === 5 && ends.length > 0;
		const among = breaks ? ends : ports;
		const { index = 0, 0: found = "" } = among[(i * 7) % among.length] ?? {};
		return breaks
			? { there: [index, index + 1, ""], back: [index, index, found.charAt(0)] }
			: {
					there: [index + 4, index + 4, "1"],
					back: [index + 4, index + 5, ""],
				};
	}) as { there: Edit; back: Edit }[];
	const times: number[] = [];
	const echoes: number[] = [];
	for (const { there, back } of edits) {
		for (const edit of [there, back]) {
			times.push(await own.type(path, ...edit));
			echoes.push(await empty.type(path, ...edit));
		}
	}
	return [times, echoes];
}

type Edit = readonly [start: number, end: number, text: string];

function compared(own: number, empty: number): string[] {
	return [
		milliseconds(own),
		milliseconds(empty),
		`+${milliseconds(own - empty)}`,
		`${(own / empty).toFixed(1)}×`,
	];
}

async function sizes(): Promise<void> {
	const names = (await readdir(join(project, "dist"))).filter((name) =>
		/\.(js|vsix)$/.test(name),
	);
	const rows = await Promise.all(
		names.sort().map(async (name) => {
			const { size } = await stat(join(project, "dist", name));
			return [name, `${Math.round(size / 1024)} KB`];
		}),
	);
	print("Bundles", rows);
}

function print(title: string, rows: readonly (readonly string[])[]): void {
	process.stdout.write(`\n${title}\n\n${table(rows)}\n`);
}
