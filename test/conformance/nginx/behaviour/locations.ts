/** Which location nginx chooses: each answers with its number, from 0 on, in the order in which they stand. */

import { get } from "node:http";
import { freePort } from "./backend.ts";
import { start } from "./running-nginx.ts";

/** Heads of locations; what is indented stands in the one above. */
export const heads: readonly string[] = [
	"/",
	"/api/",
	"  ~ \\.json$",
	"  /api/inner/",
	"/api/v2/",
	"= /api/health",
	"^~ /static/",
	"  ~ \\.map$",
	"~* \\.(png|jpg)$",
	"~ ^/api/old",
	"~ \\.php$",
	"~ ^/admin/.*\\.php$",
	"/shop",
	"~ ^/shop",
];

export const paths: readonly string[] = [
	"/",
	"/x",
	"/x.json",
	"/api/",
	"/api/x",
	"/api/x.json",
	"/api/inner/x",
	"/api/inner/x.json",
	"/api/x.png",
	"/api/old",
	"/api/old.json",
	"/api/old.png",
	"/api/v2/x",
	"/api/v2/x.json",
	"/api/v2/x.php",
	"/api/health",
	"/api/health/x",
	"/static/x",
	"/static/x.PNG",
	"/static/x.map",
	"/x.PNG",
	"/x.php",
	"/admin/x.php",
	"/shop/x",
	"/shop/x.php",
];

export async function winners(): Promise<Readonly<Record<string, number>>> {
	const port = await freePort();
	const nginx = await start(
		`server { listen 127.0.0.1:${port}; ${config()} }`,
		port,
	);
	try {
		const seen: Record<string, number> = {};
		for (const path of paths) seen[path] = Number(await answer(port, path));
		return seen;
	} finally {
		await nginx.end();
	}
}

export function config(): string {
	return heads
		.map((head, i) => {
			const isInner = (each: string | undefined) => each?.startsWith("  ");
			const closes = isInner(head) && !isInner(heads[i + 1]) ? " }" : "";
			const opens = !isInner(head) && isInner(heads[i + 1]);
			return `location ${head.trim()} { return 200 "${i}";${opens ? "" : " }"}${closes}`;
		})
		.join("\n");
}

function answer(port: number, path: string): Promise<string> {
	return new Promise((resolve, reject) => {
		get({ host: "127.0.0.1", port, path, agent: false }, (response) => {
			let body = "";
			response.on("data", (data) => {
				body += data;
			});
			response.once("end", () => resolve(body));
		}).once("error", reject);
	});
}
