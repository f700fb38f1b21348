// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates write their variables so.

/** Faults that are a slip in a text: wherever it stands, another one is written in its place. */

import type { Project } from "../../server/src/topology/model.ts";
import type { Files } from "../workspace.ts";
import type { Fault, Mutant } from "./mutant.ts";

interface Slip {
	readonly rule: string;
	/** What must stand in the file; its first occurrence is replaced. */
	readonly right: string | RegExp;
	readonly wrong: string;
	/** The text of the finding; what is not given is `wrong`. */
	readonly seen?: string;
	/** Only in files whose text has it. */
	readonly where?: RegExp;
	/** Only in what an nginx in a container reads. */
	readonly inContainer?: true;
	/** In another file than the one that is changed. */
	readonly seenIn?: RegExp;
}

const slips: readonly Slip[] = [
	{
		rule: "sticky-defeated",
		right: /instances: 1, \/\/ rooms/,
		wrong: "instances: 2, // rooms",
		seen: "2",
	},
	{
		rule: "replicas-stale-dns",
		right: / resolve;/,
		wrong: ";",
		seen: "worker",
		where: /worker:5000 resolve/,
	},
	{
		rule: "pm2-cluster-unsupported",
		right: "'node_modules/next/dist/bin/next'",
		wrong: "'npm'",
		seen: "2",
	},
	{
		rule: "listen-port-unpublished",
		right: /, "443:443"|\n {6}- "443:443"/,
		wrong: "",
		seen: "443",
		seenIn: /nginx\.conf$/,
	},
	{
		rule: "healthcheck-unserved",
		right: /\n {4}image: nginx:1\.28\n {4}ports/,
		wrong:
			"\n    image: nginx:1.28\n    healthcheck: { test: curl -f http://localhost:8099/ }\n    ports",
		seen: "curl -f http://localhost:8099/",
	},
	{
		rule: "depends-on-missing",
		right: /\n {4}depends_on: \[(api|app|web|shop, search)\]/,
		wrong: "",
		seen: "",
		where: /image: nginx:1\.28\n {4}(ports|volumes|restart)/,
	},
	{
		rule: "redirect-port",
		right: "https://$host$request_uri",
		wrong: "https://$host:$server_port$request_uri",
		seen: ":$server_port",
	},
	{
		rule: "nginx-port-conflict",
		right: "listen 80;",
		wrong: "listen 3000;",
		seen: "3000",
		where: /127\.0\.0\.1:3000/,
	},
	{
		rule: "include-unresolved",
		right: /http \{/,
		wrong: "http {\n    include /etc/nginx/no-such-file.conf;",
		seen: "/etc/nginx/no-such-file.conf",
		inContainer: true,
	},
	{
		rule: "zone-unknown",
		right: /http \{/,
		wrong: "http {\n    limit_conn nobody 5;",
		seen: "nobody",
	},
	{
		rule: "log-format-unknown",
		right: /http \{/,
		wrong: "http {\n    access_log /var/log/nginx/access.log nobody;",
		seen: "nobody",
	},
	{
		rule: "named-location-unknown",
		right: /location \/ \{/,
		wrong: "location / { error_page 502 @nobody;",
		seen: "@nobody",
		inContainer: true,
	},
	{
		rule: "variable-unknown",
		right: /location \/ \{/,
		wrong: "location / { limit_rate $nobody;",
		seen: "nobody",
		inContainer: true,
	},
	{
		rule: "variable-duplicate",
		right: /http \{/,
		wrong: "http {\n    map $uri $host { default a; }",
		seen: "host",
	},
	{
		rule: "include-cycle",
		right: /http \{/,
		wrong: "http {\n    include /etc/nginx/nginx.conf;",
		seen: "/etc/nginx/nginx.conf",
	},
	{
		rule: "certificate-not-mounted",
		right: "/etc/nginx/certs/site.pem",
		wrong: "/etc/nginx/certs/sitr.pem",
	},
	{
		rule: "certificate-archive-missing",
		right: "/etc/letsencrypt:/etc/letsencrypt:ro",
		wrong: "/etc/letsencrypt/live:/etc/letsencrypt/live:ro",
	},
	{
		rule: "root-mount-missing",
		right: "./public:/var/www/html/public:ro",
		wrong: "./pubic:/var/www/html/public:ro",
	},
	{
		rule: "template-shadows-variable",
		right: "      API_HOST: api\n",
		wrong: "      API_HOST: api\n      host: elsewhere\n",
		seen: "host",
	},
	{
		rule: "template-not-rendered",
		right: "    volumes:\n      - ./templates:/etc/nginx/templates:ro\n",
		wrong:
			'    command: ["sh", "-c", "exec nginx"]\n    volumes:\n      - ./templates:/etc/nginx/templates:ro\n',
		seen: '["sh", "-c", "exec nginx"]',
	},
	{
		rule: "placeholder-left",
		right: /listen 80;/,
		wrong: "listen 80;\n        server_name ${SITE_NAME};",
		seen: "${SITE_NAME}",
		inContainer: true,
		where: /http \{[\s\S]*(?<!server_name [^;]*;[\s\S]*)listen 80;/,
	},
	{
		rule: "certificate-pair",
		right: "live/vizora.example.com/privkey.pem",
		wrong: "live/other.example.com/privkey.pem",
		seen: "/etc/letsencrypt/live/other.example.com/privkey.pem",
	},
	{
		rule: "directive-removed",
		right: "listen 443 ssl;",
		wrong: "listen 443;\n        ssl on;",
		seen: "ssl",
	},
	{
		rule: "directive-deprecated",
		right: "listen 443 ssl;",
		wrong: "listen 443 ssl http2;",
		seen: "http2",
	},
];

export const writtenFaults: readonly Fault[] = slips.map((slip) => ({
	rule: slip.rule,
	name: "written",
	inject: (files, project) =>
		project.files
			.filter(({ path }) => !slip.inContainer || isInContainer(path, project))
			.map(({ path }) => inFile(path, files, slip)),
}));

function isInContainer(path: string, { nginxes }: Project): boolean {
	return nginxes.some(
		({ site, files }) => "service" in site && files.includes(path),
	);
}

function inFile(
	path: string,
	files: Files,
	{ right, wrong, seen = wrong, where, seenIn }: Slip,
): Mutant | undefined {
	const text = files.get(path) ?? "";
	const at =
		typeof right === "string" ? text.indexOf(right) : text.search(right);
	if (at < 0 || (where && !where.test(text))) return undefined;
	const changed = text.replace(right, () => wrong);
	const place = seenIn
		? [...files.keys()].find((name) => seenIn.test(name))
		: path;
	return {
		files: new Map(files).set(path, changed),
		path: place ?? path,
		text: seen,
	};
}
