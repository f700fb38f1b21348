/** The Chromium of @sparticuz/chromium, with the libraries and fonts that a machine without a desktop lacks. */

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface Chromium {
	readonly executablePath: string;
	readonly env: Readonly<Record<string, string>>;
}

/** It is built for one platform. */
export const isUnpackedHere =
	process.platform === "linux" && process.arch === "x64";

/** `host`: the folder of installHost, where unpackChromium has been. */
export function unpackedChromium(host: string): Chromium {
	const folder = folderIn(host);
	return {
		executablePath: join(folder, "chromium"),
		env: {
			LD_LIBRARY_PATH: join(folder, "al2023/lib"),
			FONTCONFIG_FILE: join(folder, "fonts.conf"),
		},
	};
}

export async function unpackChromium(host: string): Promise<void> {
	const folder = folderIn(host);
	await mkdir(folder, { recursive: true });
	const packed = join(host, "node_modules/@sparticuz/chromium");
	const { inflate }: { inflate(path: string): Promise<string> } = await import(
		pathToFileURL(join(packed, "build/index.js")).href
	);
	// The package unpacks into the temporary folder, and takes what lies there, whatever its version.
	const temporary = process.env.TMPDIR;
	process.env.TMPDIR = folder;
	try {
		for (const name of [
			"chromium",
			"fonts.tar",
			"swiftshader.tar",
			"al2023.tar",
		])
			await inflate(join(packed, `bin/${name}.br`));
	} finally {
		if (temporary === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = temporary;
	}
	await writeFile(join(folder, "fonts.conf"), fonts(folder));
}

function folderIn(host: string): string {
	return join(host, "browser");
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
