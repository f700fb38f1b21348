/** The programs that are asked: as Debian 12 has them, installed where they are missing. PM2 comes from npm, see pm2/daemon.ts. */

import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";

interface Program {
	readonly command: readonly [string, ...string[]];
	/** What Debian calls it, with what it loads. */
	readonly package: string;
}

const programs: readonly Program[] = [
	...(process.env.NGINX
		? []
		: [{ command: ["nginx", "-v"], package: "nginx" } as const]),
	...(process.env.NGINX
		? []
		: [
				"stream",
				"mail",
				"http-geoip",
				"http-image-filter",
				"http-perl",
				"http-xslt-filter",
			].map(
				(name): Program => ({
					command: [
						"test",
						"-e",
						`/usr/lib/nginx/modules/ngx_${name.replaceAll("-", "_")}_module.so`,
					],
					package: `libnginx-mod-${name}`,
				}),
			)),
	{ command: ["openssl", "version"], package: "openssl" },
	{ command: ["envsubst", "--version"], package: "gettext-base" },
	{ command: ["docker-compose", "version"], package: "docker-compose" },
	{ command: ["python3", "--version"], package: "python3" },
];

/** Ends the process with 2 where a program is missing and can't be installed. */
export function installPrograms(): void {
	const missing = programs.filter((program) => !isThere(program));
	if (missing.length === 0) return;
	const packages = missing.map((each) => each.package);
	const install = `apt-get install ${packages.join(" ")}`;
	const obstacle = !isThere({ command: ["apt-get", "--version"] })
		? "This is no Debian: have them on the PATH (nginx 1.22.1, docker-compose 1.29.2)."
		: process.getuid?.() !== 0
			? `Only root may install them: sudo ${install}`
			: undefined;
	if (obstacle === undefined) withoutServices(() => apt(packages));
	const still = missing.filter((program) => !isThere(program));
	if (still.length === 0) return;
	console.error(
		`Missing: ${still.map(({ command }) => command[0]).join(", ")}. ${obstacle ?? `${install} did not bring them.`}`,
	);
	process.exit(2);
}

function isThere({
	command: [name, ...words],
}: Pick<Program, "command">): boolean {
	const { error, status } = spawnSync(name, words);
	return error === undefined && (name !== "test" || status === 0);
}

function apt(packages: readonly string[]): void {
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	for (const words of [
		["update"],
		["install", "--yes", "--no-install-recommends", ...packages],
	])
		spawnSync("apt-get", words, { env, stdio: "inherit" });
}

/** Debian starts the nginx that it installs, unless a policy says no. */
function withoutServices(install: () => void): void {
	const policy = "/usr/sbin/policy-rc.d";
	if (existsSync(policy)) {
		install();
		return;
	}
	writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
	try {
		install();
	} finally {
		rmSync(policy);
	}
}
