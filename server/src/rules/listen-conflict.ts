import { removeDirective, removeWord } from "../languages/nginx/edit.ts";
import type { Server } from "../languages/nginx/facts.ts";
import {
	isDefault,
	type Socket,
	socketsOf,
} from "../languages/nginx/sockets.ts";
import type { Directive, Word } from "../languages/nginx/tree.ts";
import { samePlace } from "../text/place.ts";
import { loadedTogether } from "../topology/loaded-together.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const listenConflict: Rule = {
	id: "listen-conflict",
	severity: "error",
	summary:
		"A server listens on one address twice, or two are the default of one address or set its options: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const server of nginx.facts.servers) yield* twice(server, project);
			const servers = nginx.facts.servers.filter(
				({ protocol }) => protocol === "http",
			);
			yield* twoDefaults(servers, nginx);
			yield* optionsTwice(servers, nginx, project);
		}
	},
};

/** A duplicate listen: ngx_http_add_addresses, ngx_stream_core_listen, ngx_mail_core_listen. */
function* twice(server: Server, project: Project): Iterable<Finding> {
	const before = new Map<string, Socket>();
	for (const socket of socketsOf(server)) {
		const first = before.get(socket.key);
		const { listen } = socket;
		if (!first) before.set(socket.key, socket);
		if (!first?.listen || !listen) continue;
		const { directive } = listen;
		const other = first.listen.directive;
		if (samePlace(other.at, directive.at)) continue;
		const alike =
			other.at.path === directive.at.path &&
			textOf(project, other.at.path).slice(other.at.start, other.at.end) ===
				textOf(project, directive.at.path).slice(
					directive.at.start,
					directive.at.end,
				);
		yield {
			message: `This server listens on ${socket.text} already: nginx does not start.`,
			at: directive.at,
			related: [{ at: other.at, message: "the first one" }],
			fixes: [
				{
					title: "Remove the second listen",
					preferred: alike,
					edits: () => [
						removeDirective(textOf(project, directive.at.path), directive),
					],
				},
			],
		};
	}
}

/** ngx_http_add_addresses: a duplicate default server. */
function* twoDefaults(
	servers: readonly Server[],
	nginx: Nginx,
): Iterable<Finding> {
	const defaults = new Map<string, Socket>();
	for (const socket of servers.flatMap(socketsOf).filter(isDefault)) {
		const { listen } = socket;
		const key = listen ? within(listen.directive, nginx, socket) : socket.key;
		const first = defaults.get(key);
		if (!first) defaults.set(key, socket);
		const other = first?.listen?.directive;
		if (!other || !listen) continue;
		const { directive } = listen;
		if (!areTwo(other, directive, nginx)) continue;
		const word = listen.parameters.find(({ text }) =>
			/^default(_server)?$/.test(text),
		);
		yield {
			message: `Another server is the default of ${socket.text} already: nginx does not start.`,
			at: word?.at ?? directive.at,
			related: [{ at: other.at, message: "the first default" }],
		};
	}
}

/** ngx_http_add_addresses: duplicate listen options. One socket, which one listen sets up. */
function* optionsTwice(
	servers: readonly Server[],
	nginx: Nginx,
	project: Project,
): Iterable<Finding> {
	const known = new Map<string, Options>();
	const said = new Set<Directive>();
	for (const server of servers) {
		for (const socket of socketsOf(server)) {
			const { text, listen } = socket;
			const words = listen?.parameters.filter(setsOption) ?? [];
			const [word] = words;
			if (!listen || !word) continue;
			const { directive } = listen;
			const key = within(directive, nginx, socket);
			const first = known.get(key);
			if (!first) known.set(key, { server, directive, words });
			if (
				!first ||
				// Then the listen itself is one too many.
				first.server === server ||
				!areTwo(first.directive, directive, nginx) ||
				said.has(directive)
			)
				continue;
			said.add(directive);
			const options = words.map((each) => each.text);
			yield {
				message: `The options of ${text} are set by the listen of another server already: nginx does not start ("duplicate listen options"). They hold for all servers of the address.`,
				at: word.at,
				related: [{ at: first.directive.at, message: "the first one" }],
				fixes: [
					{
						title: `Remove ${options.join(" ")}`,
						preferred: options.every((each) =>
							first.words.some((other) => other.text === each),
						),
						edits: () =>
							words.map((word) =>
								removeWord(textOf(project, word.at.path), word),
							),
					},
				],
			};
		}
	}
}

interface Options {
	readonly server: Server;
	readonly directive: Directive;
	readonly words: readonly Word[];
}

/** What sets `lsopt.set` (ngx_http_core_listen, nginx 1.22 and 1.26). */
function setsOption({ text }: Word): boolean {
	return /^(bind|deferred|reuseport|(setfib|fastopen|backlog|rcvbuf|sndbuf|ipv6only|so_keepalive)=.*)$/.test(
		text,
	);
}

/** Fragments may be alternatives: what one has says nothing of another. */
function within({ at }: Directive, { kind }: Nginx, { key }: Socket): string {
	return kind === "main" ? key : `${at.path} ${key}`;
}

function areTwo(one: Directive, other: Directive, nginx: Nginx): boolean {
	return (
		!samePlace(one.at, other.at) && loadedTogether(nginx, one.at, other.at)
	);
}
