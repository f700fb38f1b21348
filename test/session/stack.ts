/** A small deployment with one problem between its files: nginx sends to the host, which compose does not let it reach. */

export const stack: Readonly<Record<string, string>> = {
	"docker-compose.yml": `services:
  nginx:
    image: nginx:1.27
    ports: ["80:80"]
    volumes:
      - ./nginx/nginx.conf:/etc/nginx/nginx.conf:ro
`,
	"nginx/nginx.conf": `events {}
http {
  upstream api {
    server host.docker.internal:3000;
  }
  server {
    listen 80;
    location / { proxy_pass http://api; }
  }
}
`,
	"ecosystem.config.js": `module.exports = {
  apps: [{ name: "api", script: "server.js", env: { PORT: 3000 } }],
};
`,
};

/** What is found in it: the rule, at the service. */
export const stackProblem = "host-gateway-missing";

/** The line that repairs it, at the end of docker-compose.yml. */
export const stackRepair = `    extra_hosts: ["host.docker.internal:host-gateway"]
`;

export function stackIn(
	directory: string,
	changes: Readonly<Record<string, string>> = {},
): readonly (readonly [path: string, text: string])[] {
	return Object.entries({ ...stack, ...changes }).map(
		([name, text]) => [`${directory}/${name}`, text] as const,
	);
}
