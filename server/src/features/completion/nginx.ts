/** In nginx: directives and their values, where a pass directive or server line can send to, the files that a path can name. */

import {
	type StatementAt,
	statementAt,
} from "../../languages/nginx/statement-at.ts";
import { dirname, isWithin, relative } from "../../text/path.ts";
import type { Nginx, Project, ProjectFile } from "../../topology/model.ts";
import { reachable } from "../../topology/network/reachable.ts";
import { contextsAt } from "../../topology/nginx/contexts-at.ts";
import { presentTree } from "../../topology/nginx/tree-of.ts";
import { listenerWords } from "../listener-words.ts";
import { containerPaths } from "./container-paths.ts";
import {
	directiveCompletions,
	valueCompletions,
	variableCompletions,
} from "./directives.ts";
import type { Completion } from "./item.ts";
import { mimeTypeCompletions } from "./mime-types.ts";
import { declaredNames } from "./nginx-names.ts";

export function nginxCompletions(
	project: Project,
	{ path, text }: ProjectFile,
	offset: number,
): readonly Completion[] {
	const statement = statementAt(text, offset);
	if (!statement) return [];
	const contexts = contextsAt(
		project,
		presentTree({ path, text }),
		statement.blocks,
	);
	const variables = variableCompletions(
		project,
		path,
		contexts,
		statement,
		offset,
	);
	if (variables.length > 0 || statement.quote) return variables;
	if (statement.name === undefined)
		return [
			...directiveCompletions(contexts, statement, text.slice(offset)),
			...mimeTypeCompletions(statement),
		];
	return [
		...mimeTypeCompletions(statement),
		...declaredNames(project, path, statement, offset),
		...targets(project, path, statement),
		...valueCompletions(contexts, statement),
	];
}

/** Where this deployment has something to send to or to read. */
function targets(
	project: Project,
	path: string,
	statement: StatementAt,
): readonly Completion[] {
	const nginx = project.nginxes.find(({ files }) => files.includes(path));
	if (!nginx || statement.args.length > 0) return [];
	const { name = "", word, start } = statement;
	const replaces = { start, end: start + word.length };
	const make = (
		newText: string,
		detail: string,
		kind: Completion["kind"],
	): Completion => ({
		label: newText,
		detail,
		kind,
		newText,
		isSnippet: false,
		replaces,
	});
	if (pathDirectives.test(name))
		return [
			...containerPaths(nginx, project)
				.filter((each) => isFor(name, each))
				.map((each) => make(each, "in nginx's container", "file")),
			...(name === "include"
				? includable(nginx, project, path).map((each) =>
						make(each, "beside the main file", "file"),
					)
				: []),
		];
	if (name === "server" && statement.blocks.at(-1) === "upstream")
		return addresses(nginx, project).map(([text, detail]) =>
			make(text, detail, "target"),
		);
	const usual = passSchemes.get(name);
	if (usual === undefined) return [];
	const scheme = /^[a-z]+:\/\//.exec(word)?.[0] ?? usual;
	return [...upstreams(nginx, statement), ...addresses(nginx, project)].map(
		([text, detail]) => make(`${scheme}${text}`, detail, "target"),
	);
}

/** nginx files near it, as nginx counts them: from the main file's folder. */
function includable(
	nginx: Nginx,
	{ files }: Project,
	from: string,
): readonly string[] {
	const folder = dirname(nginx.path);
	if (nginx.kind !== "main" || nginx.site.kind === "container") return [];
	const names = files
		.filter(
			({ path, role }) =>
				role === "nginx" &&
				path !== nginx.path &&
				path !== from &&
				isWithin(folder, path),
		)
		.map(({ path }) => relative(folder, path));
	const globs = names
		.filter((name) => name.includes("/") && name.endsWith(".conf"))
		.map((name) => `${dirname(`/${name}`).slice(1)}/*.conf`);
	return [...new Set([...globs, ...names])].sort();
}

/** What stands before the address. */
const passSchemes = new Map([
	["proxy_pass", "http://"],
	["grpc_pass", "grpc://"],
	["fastcgi_pass", ""],
	["uwsgi_pass", ""],
	["scgi_pass", ""],
	["memcached_pass", ""],
]);

const pathDirectives =
	/^(include|ssl_certificate|ssl_certificate_key|ssl_trusted_certificate|ssl_client_certificate|ssl_dhparam|auth_basic_user_file)$/;

function isFor(name: string, path: string): boolean {
	return (name === "include") === /\.(conf|types)$|_params$|\*/.test(path);
}

function upstreams(
	{ facts }: Nginx,
	{ blocks }: StatementAt,
): readonly (readonly [string, string])[] {
	const protocol = blocks.includes("stream") ? "stream" : "http";
	return facts.upstreams
		.filter((upstream) => upstream.protocol === protocol)
		.map(({ name, servers }) => [
			name.text,
			`upstream: ${servers.map(({ address }) => address.text).join(", ")}`,
		]);
}

function addresses(
	nginx: Nginx,
	project: Project,
): readonly (readonly [string, string])[] {
	return reachable(nginx, project).map(({ host, port, listener }) => [
		`${host}:${port}`,
		listenerWords(listener),
	]);
}
