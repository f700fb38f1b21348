/**
 * `npm run open`: a real VS Code on examples/broken with the extension as it was built. The
 * desktop's, where there is a `code` on the PATH; else one that is served to the browser.
 */

import { spawn, spawnSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { installHost } from "../test/e2e/host/install.ts";
import { startServer } from "../test/e2e/host/server.ts";

const root = resolve(import.meta.dirname, "..");
const folder = join(root, "examples/broken");
const shell = process.platform === "win32";

if (spawnSync("code", ["--version"], { shell }).status === 0) openDesktop();
else await serve();

function openDesktop(): void {
	spawn(
		"code",
		["--new-window", `--extensionDevelopmentPath=${root}`, folder],
		{ shell, stdio: "inherit" },
	);
}

async function serve(): Promise<void> {
	const data = join(root, ".vscode-test/open");
	await mkdir(data, { recursive: true });
	const { origin, stop } = await startServer({
		host: await installHost(),
		data,
		automated: false,
	});
	const payload = [
		[
			"extensionDevelopmentPath",
			`vscode-remote://${new URL(origin).host}${root}`,
		],
	];
	const query = new URLSearchParams({
		folder,
		payload: JSON.stringify(payload),
	});
	process.stdout.write(
		`VS Code with Edgewise, on examples/broken:\n\n  ${origin}/?${query}\n\nCtrl+C ends it.\n`,
	);
	process.once("SIGINT", () => void stop());
}
