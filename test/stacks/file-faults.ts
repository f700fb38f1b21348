// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates write their variables so.

/** Faults in the files of an nginx and in what it is given. */

import {
	type Fault,
	inserted,
	mutant,
	replaced,
	routes,
	services,
	targets,
	written,
} from "./mutant.ts";

export const fileFaults: readonly Fault[] = [
	{
		rule: "directive-too-new",
		inject: (files, project) =>
			services(project).map((service) => {
				const { image } = service;
				const uses = project.nginxes.some(
					({ site, facts }) =>
						"service" in site &&
						site.service.name === service.name &&
						/http2|resolve$/.test(
							facts.servers
								.flatMap(({ directives }) => directives)
								.map(({ name }) => name.text)
								.join(" "),
						),
				);
				return image && uses
					? mutant(
							files,
							[
								{
									path: image.at.path,
									start: image.at.start,
									end: image.at.end,
									newText: "nginx:1.22",
								},
							],
							project.nginxes[0]?.path ?? "",
							"http2",
						)
					: undefined;
			}),
	},
	{
		rule: "backup-same-address",
		inject: (files, project) =>
			routes(project).map(({ route }) => {
				const { from, address } = route;
				if (from.kind !== "server" || !address.port) return undefined;
				if (/ip_hash|hash/.test(from.upstream.balancing?.name.text ?? ""))
					return undefined;
				const { at } = from.server.directive;
				const text = address.text;
				return inserted(
					files,
					at.path,
					at.end,
					`\nserver ${text} max_fails=0 backup;`,
					text,
				);
			}),
	},
	{
		rule: "upstream-restart-outage",
		inject: (files, project) =>
			project.nginxes.flatMap(({ facts }) =>
				facts.upstreams.map(({ name, servers }) => {
					const words = servers.flatMap(({ parameters }) =>
						parameters.filter(({ text }) => text === "max_fails=0"),
					);
					return words.length > 1
						? mutant(
								files,
								words.map(({ at }) => ({ ...at, newText: "" })),
								name.at.path,
								name.text,
							)
						: undefined;
				}),
			),
	},
	{
		rule: "certificate-mount-writable",
		inject: (files, project) =>
			project.nginxes.flatMap(({ paths, site }) =>
				"service" in site
					? site.service.mounts.map((mount) => {
							const holds = paths.some(
								({ kind, path }) =>
									kind === "certificate" && path.startsWith(`${mount.target}/`),
							);
							const text = written(files, mount.at);
							return holds && mount.kind === "bind" && text.includes(":ro")
								? replaced(
										files,
										mount.at,
										text.replace(":ro", ""),
										text.replace(":ro", ""),
									)
								: undefined;
						})
					: [],
			),
	},
	{
		rule: "mount-source-missing",
		inject: (files, project) =>
			services(project).flatMap(({ mounts }) =>
				mounts.map((mount) => {
					const text = written(files, mount.at);
					const isFile =
						mount.kind === "bind" &&
						files.has(mount.source) &&
						/^\/etc\/nginx\/.*\.conf$/.test(mount.target);
					const wrong = text.replace(/(\w)\.conf/, "$1x.conf");
					return isFile ? replaced(files, mount.at, wrong, wrong) : undefined;
				}),
			),
	},
	{
		rule: "template-variable-unset",
		inject: (files, project) =>
			project.nginxes.flatMap(({ rendered }) =>
				rendered.map(({ path }) => {
					const text = files.get(path) ?? "";
					const at = text.indexOf("${API_HOST}");
					return at < 0
						? undefined
						: mutant(
								files,
								[{ path, start: at, end: at + 11, newText: "${API_HOTS}" }],
								path,
								"${API_HOTS}",
							);
				}),
			),
	},
	{
		rule: "build-context-missing",
		inject: (files, project) =>
			targets(project).map(({ service }) => {
				const context = service.build?.context;
				if (!context) return undefined;
				const wrong = `${written(files, context.at)}x`;
				return replaced(files, context.at, wrong, wrong);
			}),
	},
	{
		rule: "fragment-as-main",
		inject: (files, project) =>
			services(project).flatMap(({ mounts }) =>
				mounts.map((mount) => {
					const text = written(files, mount.at);
					const wrong = text.replace(
						"/etc/nginx/conf.d/default.conf",
						"/etc/nginx/nginx.conf",
					);
					return wrong === text
						? undefined
						: replaced(files, mount.at, wrong, wrong);
				}),
			),
	},
	{
		rule: "proxy-header-duplicate",
		inject: (files, project) =>
			project.nginxes.flatMap(({ facts }) =>
				facts.passes.flatMap(({ levels }) => {
					const header = levels[0]?.find(
						({ name, args }) =>
							name.text === "proxy_set_header" && args[1]?.text !== "",
					);
					if (!header) return [];
					const text = written(files, header.at);
					return [
						inserted(files, header.at.path, header.at.end, `\n${text}`, text),
					];
				}),
			),
	},
	{
		rule: "upstream-duplicate",
		inject: (files, project) =>
			routes(project).map(({ route }) => {
				const { from } = route;
				if (from.kind !== "server") return undefined;
				const { at } = from.server.directive;
				const text = written(files, at);
				return inserted(
					files,
					at.path,
					at.end,
					`\n${text}`,
					route.address.text,
				);
			}),
	},
];
