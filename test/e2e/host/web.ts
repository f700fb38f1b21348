/** Runs a test module in VS Code's workbench, served to a headless browser: nothing is downloaded but npm packages. */

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launchBrowser, type Page, type Scope } from "./browser.ts";
import { installHost } from "./install.ts";
import { openLine, type Screen } from "./line.ts";
import { type Result, type Run, within } from "./run.ts";
import { installExtension, startServer } from "./server.ts";

export async function runInWeb(run: Run): Promise<Result> {
	const host = await installHost();
	const data = join(run.scratch, "data");
	if (run.vsix) await installExtension(host, data, run.vsix);
	const ends: (() => Promise<void>)[] = [];
	try {
		const line = await openLine();
		ends.push(line.close);
		const env = { ...line.env, EDGEWISE_E2E_SCREEN: "yes" };
		const server = await startServer({ host, data, env, automated: true });
		ends.push(server.stop);
		const browser = await launchBrowser(host);
		ends.push(() => browser.close());
		const page = await browser.newPage({
			viewport: { width: 1400, height: 900 },
		});
		line.screen = screenOf(page, run.pictures);
		const said: string[] = [];
		const log = () => said.join("\n");
		const ended = exitCode(page, (text) => said.push(text));
		await page.goto(address(server.origin, run));
		const code = await within(ended, log);
		return { code, reports: line.reports, log: log() };
	} finally {
		for (const end of ends.reverse()) await end();
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

function screenOf(page: Page, pictures: string): Screen {
	return {
		async sees({ selectors, patience }) {
			const scope = selectors
				.slice(0, -1)
				.reduce((outer: Scope, frame) => outer.frameLocator(frame), page);
			const element = scope.locator(selectors.at(-1) ?? "body").first();
			return element.waitFor({ timeout: patience }).then(
				() => true,
				() => false,
			);
		},
		async keep({ name }) {
			await mkdir(pictures, { recursive: true });
			await page.screenshot({ path: join(pictures, `${name}.png`) });
		},
	};
}
