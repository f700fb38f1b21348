/** A headless Chromium, driven by playwright-core: one that the machine has, else the one from npm. */

import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

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
	const { executablePath, env } = await findChromium(host);
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

interface Found {
	readonly executablePath: string;
	readonly env: Readonly<Record<string, string>>;
}

async function findChromium(host: string): Promise<Found> {
	const own = process.env.EDGEWISE_E2E_BROWSER;
	if (own) return { executablePath: own, env: {} };
	if (process.platform === "linux" && process.arch === "x64")
		return unpackChromium(host);
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

/** With the libraries and fonts of the package: a machine without a desktop has neither. */
async function unpackChromium(host: string): Promise<Found> {
	const folder = join(host, "browser");
	await mkdir(folder, { recursive: true });
	const packed = join(host, "node_modules/@sparticuz/chromium");
	const { default: chromium, inflate } = (await import(
		pathToFileURL(join(packed, "build/index.js")).href
	)) as {
		default: { executablePath(): Promise<string> };
		inflate(path: string): Promise<string>;
	};
	// The package unpacks into the temporary folder and takes what lies there, whatever its version.
	const temporary = process.env.TMPDIR;
	process.env.TMPDIR = folder;
	try {
		const executablePath = await chromium.executablePath();
		await inflate(join(packed, "bin/al2023.tar.br"));
		await writeFile(join(folder, "fonts.conf"), fonts(folder));
		return {
			executablePath,
			env: {
				LD_LIBRARY_PATH: join(folder, "al2023/lib"),
				FONTCONFIG_FILE: join(folder, "fonts.conf"),
			},
		};
	} finally {
		if (temporary === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = temporary;
	}
}

function fonts(folder: string): string {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>/usr/share/fonts</dir>
	<dir>${folder}/fonts</dir>
	<cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
