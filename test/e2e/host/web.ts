/** Runs a test module in VS Code's workbench, served to a headless browser: nothing is downloaded but npm packages. */

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launchBrowser, type Page } from "./browser.ts";
import { installHost } from "./install.ts";
import { openLine } from "./line.ts";
import { type Result, type Run, within } from "./run.ts";
import { installExtension, startServer } from "./server.ts";

export async function runInWeb(run: Run): Promise<Result> {
	const host = await installHost();
	const line = await openLine();
	const data = join(run.scratch, "data");
	if (run.vsix) await installExtension(host, data, run.vsix);
	const server = await startServer({
		host,
		data,
		env: { ...line.env, EDGEWISE_E2E_SCREEN: "yes" },
		automated: true,
	});
	const browser = await launchBrowser(host);
	try {
		const page = await browser.newPage({
			viewport: { width: 1400, height: 900 },
		});
		line.camera = camera(page, run.pictures);
		const said: string[] = [];
		const log = () => said.join("\n");
		const ended = exitCode(page, (text) => said.push(text));
		await page.goto(address(server.origin, run));
		const code = await within(ended, log);
		return { code, reports: line.reports, log: log() };
	} finally {
		await browser.close();
		await server.stop();
		await line.close();
	}
}

function address(origin: string, run: Run): string {
	const remote = `vscode-remote://${new URL(origin).host}`;
	const payload = [
		["extensionDevelopmentPath", `${remote}${run.extension}`],
		["extensionTestsPath", `${remote}${run.suite}`],
	];
	const query = new URLSearchParams({
		folder: run.workspace,
		payload: JSON.stringify(payload),
	});
	return `${origin}/?${query}`;
}

/** VS Code calls these by name when the module's `run` has settled, and with what it logs. */
function exitCode(page: Page, log: (text: string) => void): Promise<number> {
	return new Promise((resolve, reject) => {
		Promise.all([
			page.exposeFunction("codeAutomationExit", resolve),
			page.exposeFunction(
				"codeAutomationLog",
				(type: string, args: unknown[]) => log(`${type} ${args.join(" ")}`),
			),
		]).catch(reject);
	});
}

/** Waits until what is wanted on the picture is there. */
function camera(
	page: Page,
	pictures: string,
): (name: string, selector: string | undefined) => Promise<void> {
	return async (name, selector) => {
		if (selector) await page.waitForSelector(selector, { timeout: 20_000 });
		await mkdir(pictures, { recursive: true });
		await page.screenshot({ path: join(pictures, `${name}.png`) });
	};
}
