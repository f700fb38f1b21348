/**
 * `npm run open`: a real VS Code on examples/broken with the extension as it was packaged. The
 * desktop's, where there is a `code` on the PATH; else one that is served to the browser.
 */

import { spawn, spawnSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import manifest from "../package.json" with { type: "json" };
import { installHost } from "../test/e2e/host/install.ts";
import { installExtension, startServer } from "../test/e2e/host/server.ts";

const root = resolve(import.meta.dirname, "..");
const folder = join(root, "examples/broken");
const file = join(folder, "nginx/nginx.conf");
const shell = process.platform === "win32";

if (spawnSync("code", ["--version"], { shell }).status === 0) openDesktop();
else await serve();

function openDesktop(): void {
	const extension = `--extensionDevelopmentPath=${root}`;
	spawn("code", ["--new-window", extension, folder, file], {
		shell,
		stdio: "inherit",
	});
}

async function serve(): Promise<void> {
	const host = await installHost();
	const data = join(root, ".vscode-test/open");
	await mkdir(data, { recursive: true });
	const vsix = join(root, `dist/${manifest.name}-${manifest.version}.vsix`);
	await installExtension(host, data, vsix);
	const { origin, stop } = await startServer({ host, data, automated: false });
	process.once("SIGINT", () => void stop());
	const query = new URLSearchParams({
		folder,
		payload: JSON.stringify([
			["openFile", `vscode-remote://${new URL(origin).host}${file}`],
		]),
	});
	process.stdout.write(
		`VS Code with Edgewise, on examples/broken:\n\n  ${origin}/?${query}\n\nCtrl+C ends it.\n`,
	);
}
