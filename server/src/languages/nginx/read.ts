/** nginx's statements to the facts that the cross-file view asks for. */

import { oncePer } from "../../collections/once-per.ts";
import { readAddress, readTarget } from "./address.ts";
import type {
	Location,
	NginxFacts,
	Pass,
	PassDirective,
	Protocol,
	Server,
	Upstream,
	UpstreamServer,
} from "./facts.ts";
import { childrenOf, find, findAll, isOn } from "./find.ts";
import { readListen } from "./listen.ts";
import { readLocationHead } from "./locations/head.ts";
import type { Directive } from "./tree.ts";
import { readVariables } from "./variables.ts";

/**
 * `directives`: those of a main file, or of a fragment (`upstream`, `server`, `location` at the
 * top), with every `include` replaced by what it brings; those that are still there are ignored.
 * A fragment's server belongs to a stream if it passes without a location, else to http.
 */
export const readNginx = oncePer(read);

function read(directives: readonly Directive[]): NginxFacts {
	const upstreams: Upstream[] = [];
	const servers: Server[] = [];
	const passes: Pass[] = [];

	const contexts = (["http", "stream", "mail"] as const).map((protocol) => ({
		protocol,
		statements: findAll(directives, protocol).flatMap(childrenOf),
	}));
	for (const { protocol, statements } of contexts)
		readContext(protocol, statements);
	readFragment();
	const http =
		contexts.find(({ protocol }) => protocol === "http")?.statements ?? [];
	const isMain = directives.some(
		({ name, block }) => block && /^(http|stream|mail|events)$/.test(name.text),
	);
	return {
		directives,
		http: isMain ? http : directives,
		upstreams,
		servers,
		passes,
		variables: readVariables(directives),
	};

	function readContext(
		protocol: Protocol,
		statements: readonly Directive[],
	): void {
		for (const statement of statements) {
			if (!statement.block) continue;
			if (statement.name.text === "upstream") addUpstream(statement, protocol);
			if (statement.name.text === "server")
				addServer(statement, protocol, statements);
		}
	}

	function readFragment(): void {
		const own = findAll(directives, "server").filter(({ block }) => block);
		for (const server of own)
			addServer(server, passesItself(server) ? "stream" : "http", directives);
		const stream = own.length > 0 && own.every(passesItself);
		for (const upstream of findAll(directives, "upstream"))
			addUpstream(upstream, stream ? "stream" : "http");
		readPasses(directives, {
			protocol: "http",
			server: undefined,
			location: undefined,
			levels: [],
		});
	}

	function addUpstream(directive: Directive, protocol: Protocol): void {
		const upstream = readUpstream(directive, protocol);
		if (upstream) upstreams.push(upstream);
	}

	function addServer(
		directive: Directive,
		protocol: Protocol,
		around: readonly Directive[],
	): void {
		const inside = childrenOf(directive);
		const sslOn = isOn(find(inside, "ssl"));
		const locations: Location[] = [];
		const server: Server = {
			protocol,
			listens: findAll(inside, "listen").flatMap(
				(listen) => readListen(listen, sslOn) ?? [],
			),
			names: findAll(inside, "server_name").flatMap(({ args }) => args),
			locations,
			directives: inside,
			directive,
		};
		servers.push(server);
		const found = readPasses(inside, {
			protocol,
			server,
			location: undefined,
			levels: [around],
		});
		locations.push(...found);
	}

	/** Collects the passes of one block and of those in it; gives the locations that stand in it. */
	function readPasses(
		inside: readonly Directive[],
		at: Around,
	): readonly Location[] {
		const found: Location[] = [];
		const levels = [inside, ...at.levels];
		for (const directive of inside) {
			const { name } = directive;
			if (isPass(name.text)) {
				const pass = readPass(directive, name.text, { ...at, levels });
				if (pass) passes.push(pass);
			} else if (name.text === "location") {
				const location = addLocation(directive, { ...at, levels });
				if (location) found.push(location);
			} else if (name.text === "if" || name.text === "limit_except") {
				readPasses(childrenOf(directive), { ...at, levels });
			}
		}
		return found;
	}

	function addLocation(directive: Directive, at: Around): Location | undefined {
		const head = readLocationHead(directive);
		if (!head || !directive.block) return undefined;
		const locations: Location[] = [];
		const inside = childrenOf(directive);
		const location: Location = {
			...head,
			parent: at.location,
			locations,
			directives: inside,
			directive,
		};
		locations.push(...readPasses(inside, { ...at, location }));
		return location;
	}
}

type Around = Pick<Pass, "protocol" | "server" | "location" | "levels">;

function readUpstream(
	directive: Directive,
	protocol: Protocol,
): Upstream | undefined {
	const [name] = directive.args;
	if (!name || !directive.block) return undefined;
	const inside = childrenOf(directive);
	return {
		protocol,
		name,
		servers: findAll(inside, "server").flatMap(
			(server) => readServerLine(server) ?? [],
		),
		balancing: inside.findLast(({ name: { text } }) => balancing.has(text)),
		directive,
	};
}

function readServerLine(directive: Directive): UpstreamServer | undefined {
	const [address, ...parameters] = directive.args;
	if (!address || directive.block) return undefined;
	return { address: readAddress(address), parameters, directive };
}

function readPass(
	directive: Directive,
	kind: PassDirective,
	around: Around,
): Pass | undefined {
	const [word] = directive.args;
	if (!word) return undefined;
	const atRunTime = word.text.includes("$");
	return { kind, ...readTarget(word), atRunTime, directive, ...around };
}

/** In an http server proxy_pass stands in locations only. */
function passesItself(server: Directive): boolean {
	return find(childrenOf(server), "proxy_pass") !== undefined;
}

/** Of several the last one counts ("load balancing method redefined"). */
const balancing = new Set([
	"ip_hash",
	"hash",
	"least_conn",
	"random",
	"least_time",
	"sticky",
]);

const passDirectives: ReadonlySet<string> = new Set<PassDirective>([
	"proxy_pass",
	"grpc_pass",
	"fastcgi_pass",
	"uwsgi_pass",
	"scgi_pass",
	"memcached_pass",
]);

function isPass(name: string): name is PassDirective {
	return passDirectives.has(name);
}
