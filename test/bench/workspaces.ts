/** What the bench types in: the example, one large project, and many small ones. */

import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { nginxConfig } from "./nginx-config.ts";

const example = join(import.meta.dirname, "../../examples/vizora");

/** Folders below which everything is written. */
export async function writeExample(root: string): Promise<void> {
	await cp(example, root, { recursive: true });
}

/** One project without a fault: 300 services, 10,000 lines of nginx that sends to each of them. */
export async function writeLarge(root: string): Promise<void> {
	const numbers = Array.from({ length: 300 }, (_, i) => i);
	await write(root, {
		"docker-compose.yml": `services:\n${nginxService}    depends_on: [${numbers.map((i) => `service-${i}`).join(", ")}]\n${numbers.map(service).join("")}`,
		"nginx/nginx.conf": `events {}\nhttp {\n${numbers.map(upstream).join("")}${numbers.map(site).join("")}}\n`,
		"ecosystem.config.js": `module.exports = {\n  apps: [\n${numbers.slice(0, 40).map(app).join("")}  ],\n};\n`,
	});
}

/** A thousand times the example's compose file, nginx and PM2 file, each in a folder of its own. */
export async function writeMany(root: string): Promise<void> {
	const names = [
		"docker-compose.yml",
		"nginx/nginx.conf",
		"ecosystem.config.js",
	];
	const files = Object.fromEntries(
		await Promise.all(
			names.map(
				async (name) =>
					[name, await readFile(join(example, name), "utf8")] as const,
			),
		),
	);
	for (let i = 0; i < 1000; i++)
		await write(join(root, `team-${i % 40}`, `stack-${i}`), files);
}

/** nginx alone, as varied as people have it. */
export async function writeNginx(root: string, lines: number): Promise<void> {
	await write(root, { "nginx/nginx.conf": nginxConfig(lines) });
}

async function write(
	root: string,
	files: Readonly<Record<string, string>>,
): Promise<void> {
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(root, name)), { recursive: true });
		await writeFile(join(root, name), text);
	}
}

const nginxService = `  nginx:
    image: nginx:1.27
    ports: ["80:80"]
    extra_hosts: ["host.docker.internal:host-gateway"]
    volumes:
      - ./nginx/nginx.conf:/etc/nginx/nginx.conf:ro
`;

function service(i: number): string {
	return `  service-${i}:
    image: registry.example.com/service-${i}:1.${i}
    environment:
      PORT: ${3000 + i}
      LOG_LEVEL: info
    expose: ["${3000 + i}"]
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost:${3000 + i}/health"]
`;
}

function upstream(i: number): string {
	return `  upstream service_${i} {
    least_conn;
    server service-${i}:${3000 + i};
    keepalive 16;
  }
`;
}

function site(i: number): string {
	const locations = ["/", "/api/", "/static/", "/socket/"].map(
		(path) => `    location ${path} {
      proxy_pass http://service_${i};
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }
`,
	);
	return `  server {
    listen 80;
    server_name service-${i}.example.com;
${locations.join("")}  }
`;
}

function app(i: number): string {
	return `    {
      name: "worker-${i}",
      script: "dist/worker-${i}.js",
      instances: 2,
      exec_mode: "cluster",
      env: { PORT: ${5000 + i}, NODE_ENV: "production" },
    },
`;
}
