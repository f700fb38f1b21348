/**
 * What other people's machines have and this one lacks. It is made up in the copy, so that nginx
 * reads on: none of it is a fault of the file.
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Modules that Debian packs by themselves; a file that uses them may leave the loading to another one. */
export const loadModules: string = [
	"stream",
	"mail",
	"http_geoip",
	"http_image_filter",
	"http_perl",
	"http_xslt_filter",
]
	.map((name) => `/usr/lib/nginx/modules/ngx_${name}_module.so`)
	.filter((path) => existsSync(path))
	.map((path) => `load_module ${path};`)
	.join(" ");

/** An account, a name in the DNS, an address, another system's events, a database, a module of Perl. */
export function isMachines(message: string): boolean {
	return /^(getpwnam\(|getgrnam\(|host not found in |bind\(\) |invalid event type "kqueue"|GeoIP_open\(|require_pv\()/.test(
		message,
	);
}

/** The text with the file made that nginx misses; undefined where that is not what it says. */
export function withFileMade(
	folder: string,
	text: string,
	message: string,
): string | undefined {
	const path =
		/^(?:open|mkdir|BIO_new_file|SSL_CTX_load_verify_locations)\(\) "([^"]+)" failed/.exec(
			message,
		)?.[1] ??
		/^(?:BIO_new_file|SSL_CTX_load_verify_locations)\("([^"]+)"\) failed/.exec(
			message,
		)?.[1] ??
		/^cannot load certificate(?: key)? "([^"]+)"/.exec(message)?.[1];
	if (path === undefined) return undefined;
	const inside = path.startsWith(`${folder}/`);
	const made = inside ? path : join(folder, elsewhere, path);
	if (existsSync(made) || !(inside || text.includes(path))) return undefined;
	mkdirSync(dirname(made), { recursive: true });
	writeFileSync(made, /^(open|mkdir)/.test(message) ? "" : certificate());
	return inside ? text : text.replaceAll(path, made);
}

/** Where files are made that stand outside of the copy. */
export const elsewhere = ".machine";

let pem: string | undefined;

/** With its key, and the parameters of a key exchange, in one file. */
function certificate(): string {
	const openssl = (words: string) =>
		spawnSync("openssl", words.split(" "), { encoding: "utf8" }).stdout;
	pem ??=
		openssl(
			"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=edgewise -days 2 -keyout - -out -",
		) + openssl("genpkey -genparam -algorithm DH -pkeyopt group:ffdhe2048");
	return pem;
}
