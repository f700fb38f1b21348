/** One large nginx file, read and checked in this process, beside the real `nginx -t` on it, one after the other. */

import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { check } from "../../server/src/rules/check.ts";
import { build } from "../../server/src/topology/build.ts";
import { discover } from "../../server/src/topology/discover.ts";
import { defaultSettings } from "../../server/src/topology/settings.ts";
import { lookup } from "../../server/src/topology/snapshot.ts";
import { snapshotOf } from "../workspace.ts";
import { nginxConfig } from "./nginx-config.ts";
import { milliseconds, percentile } from "./statistics.ts";

const warmUps = 5;
const runs = 20;

/** `folder` is for the file and what nginx writes. */
export async function besideNginx(
	lines: number,
	folder: string,
): Promise<readonly (readonly string[])[]> {
	await mkdir(folder, { recursive: true });
	const path = join(folder, "nginx.conf");
	const text = nginxConfig(lines);
	await writeFile(path, text);
	let findings = 0;
	// Another text each time: nothing is remembered of the one before.
	const own = repeated((i) => {
		findings = readAndCheck(path, `${text}# ${i}\n`);
	});
	// Behind them: starting a process makes the next steps of this one slow.
	const accepted = nginxTest(path, folder);
	const nginx = accepted ? repeated(() => nginxTest(path, folder)) : [];
	const [ours, theirs] = [percentile(own, 0.5), percentile(nginx, 0.5)];
	return [
		["", "Edgewise", "nginx -t", "ratio"],
		[
			`${Math.round(text.length / 1024)} KB, ${findings} findings, p50`,
			milliseconds(ours),
			accepted ? milliseconds(theirs) : "not installed",
			accepted ? `${(ours / theirs).toFixed(1)}×` : "",
		],
	];
}

function readAndCheck(path: string, text: string): number {
	const files = new Map([[path, text]]);
	return discover([path]).reduce((found, seed) => {
		const project = build(
			seed,
			lookup(snapshotOf(files)),
			defaultSettings,
			() => false,
		);
		return found + check(project).length;
	}, 0);
}

function nginxTest(path: string, prefix: string): boolean {
	const { status } = spawnSync(
		"nginx",
		["-t", "-q", "-p", prefix, "-c", path, "-g", "pid nginx.pid;"],
		{ stdio: "ignore" },
	);
	return status === 0;
}

/** The times of all but the first ones. */
function repeated(work: (i: number) => void): readonly number[] {
	return Array.from({ length: warmUps + runs }, (_, i) => {
		const start = performance.now();
		work(i);
		return performance.now() - start;
	}).slice(warmUps);
}
