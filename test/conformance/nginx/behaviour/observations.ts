/** What nginx does with requests, as far as rules rest on it (semantics 35 to 49). Each function is one observation. */

import { request } from "node:http";
import { answers } from "./answers.ts";
import { type Backend, freePort, startBackend } from "./backend.ts";
import { winners } from "./locations.ts";
import { ask, type RunningNginx, start } from "./running-nginx.ts";

export const observations: Readonly<Record<string, () => Promise<unknown>>> = {
	"the URI behind proxy_pass (39)": uris,
	"max_fails of a single server (35)": singleServer,
	"max_fails of two servers (35)": twoServers,
	"https to a plain port (36)": schemes,
	"a header of its own drops those of the server (40)": headers,
	"connections of ten requests (43, 45)": keepalive,
	"a WebSocket's headers (48, 49)": upgrades,
	"a reload with a name that does not resolve (41)": reload,
	"a dead server among live ones (38)": deadPeer,
	"a port that is taken (31)": takenPort,
	"answers that a configuration does not show": answers,
	"which location answers": winners,
};

async function uris(): Promise<unknown> {
	return withBackend(async (backend) => {
		const to = `http://127.0.0.1:${backend.port}`;
		const locations = {
			"/a/": `${to}/`,
			"/b": `${to}/`,
			"/c/": to,
			"/d/": `${to}/v1`,
			"/e": `${to}/v1/`,
			"/socket.io/": `${to}/`,
		};
		const http = Object.entries(locations).map(
			([location, target]) => `location ${location} { proxy_pass ${target}; }`,
		);
		return withNginx(`${http.join("\n")}`, "", async (get) => {
			const seen: Record<string, string | undefined> = {};
			for (const url of [
				"/a/users",
				"/b/users",
				"/bus",
				"/c/users",
				"/d/users",
				"/e/users",
				"/socket.io/?EIO=4",
			]) {
				await get(url);
				seen[url] = backend.asked.at(-1)?.url;
			}
			return seen;
		});
	});
}

async function singleServer(): Promise<unknown> {
	const port = await freePort();
	return afterReturn(
		`upstream api { server 127.0.0.1:${port} max_fails=1 fail_timeout=60s; }`,
		[port],
	);
}

async function twoServers(): Promise<unknown> {
	const ports = [await freePort(), await freePort()];
	const lines = ports.map((port) => `server 127.0.0.1:${port};`).join(" ");
	const without = ports
		.map((port) => `server 127.0.0.1:${port} max_fails=0;`)
		.join(" ");
	return {
		default: await afterReturn(`upstream api { ${lines} }`, ports),
		"max_fails=0": await afterReturn(`upstream api { ${without} }`, ports),
	};
}

/** Two requests while nobody listens, then one when all are back. */
async function afterReturn(
	upstream: string,
	ports: readonly number[],
): Promise<readonly number[]> {
	return withNginx(
		"location / { proxy_pass http://api; }",
		upstream,
		async (get) => {
			const before = [await get("/"), await get("/")];
			const backends = [];
			for (const port of ports) backends.push(await startBackend(port));
			const after = await get("/");
			for (const backend of backends) await backend.end();
			return [...before, after];
		},
	);
}

async function schemes(): Promise<unknown> {
	return withBackend((backend) =>
		withNginx(
			`location / { proxy_pass https://127.0.0.1:${backend.port}; }`,
			"",
			async (get, nginx) => ({
				status: await get("/"),
				log: /wrong version number/.test(nginx.log()),
			}),
		),
	);
}

async function headers(): Promise<unknown> {
	return withBackend((backend) =>
		withNginx(
			`proxy_set_header X-One 1; location /kept { proxy_pass http://127.0.0.1:${backend.port}; } location /own { proxy_set_header X-Two 2; proxy_pass http://127.0.0.1:${backend.port}; }`,
			"",
			async (get) => {
				await get("/kept");
				const kept = backend.asked.at(-1)?.headers["x-one"];
				await get("/own");
				return { kept, own: backend.asked.at(-1)?.headers["x-one"] ?? null };
			},
		),
	);
}

async function keepalive(): Promise<unknown> {
	const counts: Record<string, number> = {};
	const map =
		"map $http_upgrade $connection_upgrade { default upgrade; '' close; }";
	const empty =
		"map $http_upgrade $connection_upgrade { default upgrade; '' ''; }";
	const on = "proxy_http_version 1.1;";
	const variants = {
		"keepalive alone": ["", ""],
		"with HTTP/1.1": [on, ""],
		'with Connection ""': ['proxy_set_header Connection "";', ""],
		"with both": [`${on} proxy_set_header Connection "";`, ""],
		'with Connection "upgrade"': [
			`${on} proxy_set_header Connection "upgrade";`,
			"",
		],
		"with the map that closes": [
			`${on} proxy_set_header Connection $connection_upgrade;`,
			map,
		],
		"with the map that keeps": [
			`${on} proxy_set_header Connection $connection_upgrade;`,
			empty,
		],
	};
	for (const [name, [settings = "", http = ""]] of Object.entries(variants))
		counts[name] = await withBackend((backend) =>
			withNginx(
				`location / { ${settings} proxy_pass http://api; }`,
				`${http} upstream api { server 127.0.0.1:${backend.port}; keepalive 4; }`,
				async (get) => {
					for (let i = 0; i < 10; i++) await get("/");
					return backend.connections();
				},
			),
		);
	return counts;
}

async function upgrades(): Promise<unknown> {
	const seen: Record<string, number> = {};
	const variants = {
		nothing: "",
		"Upgrade alone": "proxy_set_header Upgrade $http_upgrade;",
		"Connection alone": 'proxy_set_header Connection "upgrade";',
		both: 'proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";',
		"both with HTTP/1.1":
			'proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";',
	};
	for (const [name, settings] of Object.entries(variants))
		seen[name] = await withBackend((backend) =>
			withNginx(
				`location / { ${settings} proxy_pass http://127.0.0.1:${backend.port}; }`,
				"",
				(get) => get("/", { Connection: "Upgrade", Upgrade: "websocket" }),
			),
		);
	return seen;
}

async function reload(): Promise<unknown> {
	return withBackend((backend) =>
		withNginx(
			`location / { proxy_pass http://127.0.0.1:${backend.port}; }`,
			"",
			async (get, nginx) => {
				const said = await nginx.reload(
					"upstream api { server no-such-host.invalid:3000; }",
				);
				return {
					refused: /host not found in upstream/.test(said),
					still: await get("/"),
				};
			},
		),
	);
}

async function deadPeer(): Promise<unknown> {
	const dead = await freePort();
	return withBackend((backend) =>
		withNginx(
			"location / { proxy_pass http://api; }",
			`upstream api { server 127.0.0.1:${backend.port}; server 127.0.0.1:${dead}; }`,
			async (get) => {
				const statuses = new Set<number>();
				for (let i = 0; i < 10; i++) statuses.add(await get("/"));
				return [...statuses];
			},
		),
	);
}

async function takenPort(): Promise<unknown> {
	return withBackend(async ({ port }) => {
		const http = `server { listen 127.0.0.1:${port}; }`;
		const started = await start(http, await freePort()).then(
			async (nginx) => {
				await nginx.end();
				return "starts";
			},
			(error: Error) => error.message,
		);
		return { "-t accepts it": ask(http).accepted, started };
	});
}

async function withBackend<T>(
	run: (backend: Backend) => Promise<T>,
): Promise<T> {
	const backend = await startBackend();
	try {
		return await run(backend);
	} finally {
		await backend.end();
	}
}

type Get = (
	path: string,
	headers?: Readonly<Record<string, string>>,
) => Promise<number>;

/** `http`: what stands beside the server. */
async function withNginx<T>(
	server: string,
	http: string,
	run: (get: Get, nginx: RunningNginx) => Promise<T>,
): Promise<T> {
	const port = await freePort();
	const nginx = await start(
		`${http}\nserver { listen 127.0.0.1:${port}; ${server} }`,
		port,
	);
	try {
		return await run(
			(path, headers = {}) => statusOf(port, path, headers),
			nginx,
		);
	} finally {
		await nginx.end();
	}
}

function statusOf(
	port: number,
	path: string,
	headers: Readonly<Record<string, string>>,
): Promise<number> {
	return new Promise((resolve, reject) => {
		const sent = request(
			{ host: "127.0.0.1", port, path, headers, agent: false },
			(response) => {
				response.resume();
				response.once("end", () => resolve(response.statusCode ?? 0));
			},
		);
		sent.once("upgrade", (response, socket) => {
			socket.destroy();
			resolve(response.statusCode ?? 0);
		});
		sent.once("error", reject);
		sent.end();
	});
}
