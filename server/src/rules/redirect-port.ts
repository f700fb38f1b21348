import type { Server } from "../languages/nginx/facts.ts";
import { blockAround, statementsWith } from "../languages/nginx/statements.ts";
import type { Directive, Word } from "../languages/nginx/tree.ts";
import { partOf } from "../languages/nginx/word.ts";
import { insert, replace } from "../text/edit.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { publishedTo } from "../topology/published-to.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const redirectPort: Rule = {
	id: "redirect-port",
	severity: "warning",
	summary: "A redirect to https leads to a port on which no TLS is spoken.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const { directives, servers } = nginx.facts;
			const serverOf = new Map(servers.map((each) => [each.directive, each]));
			for (const statement of statementsWith(directives, mayRedirect)) {
				const word = target(statement.directive);
				if (!word?.text.startsWith("https://")) continue;
				const block = blockAround(statement, "server");
				const server = block && serverOf.get(block.directive);
				if (
					server?.protocol !== "http" ||
					server.listens.some(({ ssl }) => ssl)
				)
					continue;
				const found =
					toOwnPort(word, project) ?? withoutPort(word, server, nginx);
				if (found) yield found;
			}
		}
	},
};

function mayRedirect(name: string): boolean {
	return name === "return" || name === "rewrite";
}

/** The URL of `return 301 URL` and `rewrite … URL`. */
function target({ name, args }: Directive): Word | undefined {
	return name.text === "return" ? args.at(-1) : args[1];
}

/** `$server_port` is the port of the plain request. */
function toOwnPort(word: Word, project: Project): Finding | undefined {
	const own = ":$server_port";
	const from = word.text.indexOf(own);
	if (from < 0) return undefined;
	const at = partOf(word, from, from + own.length);
	return {
		message:
			"$server_port is the port of the plain request: the browser asks for TLS where plain HTTP is spoken, and shows an error.",
		at,
		fixes: [
			{
				title: "Remove :$server_port",
				preferred: true,
				edits: () =>
					textOf(project, at.path).slice(at.start, at.end) === own
						? [replace(at, "")]
						: [],
			},
		],
	};
}

/** Without a port the browser asks 443 of the host; here the container's TLS port is published on another one only. */
function withoutPort(
	word: Word,
	server: Server,
	{ site, facts }: Nginx,
): Finding | undefined {
	if (site.kind !== "container") return undefined;
	const host =
		/^https:\/\/(\$(?:host|server_name|http_host)|[\w.-]+)(?=[/$]|$)/.exec(
			word.text,
		);
	if (!host || host[1] === "$http_host") return undefined;
	const { service } = site;
	const hostPorts = (port: number) =>
		publishedTo(service, port).flatMap(({ published, open }) =>
			published && open.length === 0 ? [published] : [],
		);
	// Where the plain port is moved too, something in front may map both back.
	const plain = server.listens.flatMap(({ port }) => port?.value ?? []);
	const [https, ...others] = [
		...new Map(
			facts.servers
				.flatMap(({ listens }) => listens)
				.filter(({ ssl, udp }) => ssl && !udp)
				.flatMap(({ port }) => (port ? hostPorts(port.value) : []))
				.map((published) => [published.value, published]),
		).values(),
	];
	if (
		!https ||
		others.length > 0 ||
		https.value === 443 ||
		(plain.length === 0 ? [80] : plain)
			.flatMap(hostPorts)
			.every(({ value }) => value !== 80)
	)
		return undefined;
	const end = host[0].length;
	const at = partOf(word, 0, end);
	return {
		message: `${host[0]} means port 443 of the host, but service ${service.name} publishes its TLS port on ${https.value}: nobody answers there.`,
		at,
		related: [{ at: https.at, message: `published on ${https.value}` }],
		fixes: [
			{
				title: `Redirect to port ${https.value}`,
				preferred: true,
				edits: () => [insert(at.path, at.end, `:${https.value}`)],
			},
		],
	};
}
