/** A headless Chromium, driven by playwright-core: one that the machine has, else the one from npm. */

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Chromium, isUnpackedHere, unpackedChromium } from "./chromium.ts";

/** What is used of playwright-core, which is no package of the project itself. */
export interface Scope {
	frameLocator(selector: string): Scope;
	locator(selector: string): Locator;
}

interface Locator {
	first(): Locator;
	waitFor(options: { timeout: number }): Promise<void>;
}

export interface Page extends Scope {
	exposeFunction(
		name: string,
		run: (...args: never[]) => unknown,
	): Promise<void>;
	goto(url: string): Promise<unknown>;
	screenshot(options: { path: string }): Promise<unknown>;
}

export interface Browser {
	newPage(options: {
		viewport: { width: number; height: number };
	}): Promise<Page>;
	close(): Promise<void>;
}

interface Playwright {
	readonly chromium: {
		launch(options: {
			executablePath: string;
			args: readonly string[];
			env: Readonly<Record<string, string | undefined>>;
		}): Promise<Browser>;
	};
}

/** `host`: the folder of installHost. */
export async function launchBrowser(host: string): Promise<Browser> {
	const require = createRequire(join(host, "package.json"));
	const { chromium } = require("playwright-core") as Playwright;
	const { executablePath, env } = findChromium(host);
	return chromium.launch({
		executablePath,
		env: { ...process.env, ...env },
		args: [
			"--headless=shell",
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
		],
	});
}

function findChromium(host: string): Chromium {
	const own = process.env.EDGEWISE_E2E_BROWSER;
	if (own) return { executablePath: own, env: {} };
	if (isUnpackedHere) return unpackedChromium(host);
	const installed = [
		"/usr/bin/chromium",
		"/usr/bin/google-chrome",
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
	].find((path) => existsSync(path));
	if (!installed)
		throw new Error(
			"No Chromium: the one from npm is for Linux on x64; elsewhere EDGEWISE_E2E_BROWSER names one.",
		);
	return { executablePath: installed, env: {} };
}
