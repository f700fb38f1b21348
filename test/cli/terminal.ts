/** The command line in a folder of its own, with what it prints. */

import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { run } from "../../server/src/cli/run.ts";
import type { Terminal } from "../../server/src/cli/terminal.ts";

export interface Ran {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** A folder with these files, gone when the test ends. */
export async function folder(
	t: TestContext,
	files: Readonly<Record<string, string | Buffer>>,
): Promise<string> {
	const root = await realpath(await mkdtemp(join(tmpdir(), "edgewise-cli-")));
	t.after(() => rm(root, { recursive: true }));
	for (const [name, content] of Object.entries(files)) {
		await mkdir(dirname(join(root, name)), { recursive: true });
		await writeFile(join(root, name), content);
	}
	return root;
}

export async function edgewise(
	cwd: string,
	args: readonly string[],
	{
		env = {},
		isColored = false,
	}: Partial<Pick<Terminal, "env" | "isColored">> = {},
): Promise<Ran> {
	let out = "";
	let err = "";
	const code = await run(args, {
		cwd,
		env,
		isColored,
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
		},
	});
	return { code, out, err };
}
