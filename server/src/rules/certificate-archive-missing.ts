import type { Service } from "../languages/compose/facts.ts";
import { replace } from "../text/edit.ts";
import { isWithin } from "../text/path.ts";
import type { Project } from "../topology/model.ts";
import { type BindMount, bindMountOf } from "../topology/mount-of.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const certificateArchiveMissing: Rule = {
	id: "certificate-archive-missing",
	severity: "warning",
	summary:
		"Let's Encrypt's live folder is mounted without archive, where its links lead.",
	reads: "topology",

	*check(project) {
		for (const { site, paths } of project.nginxes) {
			if (!("service" in site)) continue;
			const said = new Set<BindMount>();
			for (const { kind, path } of paths) {
				if (kind !== "certificate") continue;
				const mount = bindMountOf(site.service, path);
				if (!mount || said.has(mount) || !isLiveAlone(mount, site.service))
					continue;
				said.add(mount);
				yield finding(mount, site.service, project);
			}
		}
	},
};

/** certbot links from live/NAME/ to ../../archive/NAME/. */
function isLiveAlone({ target, source }: BindMount, service: Service): boolean {
	const root = /^(.*)\/live(\/|$)/.exec(target)?.[1];
	if (root === undefined || !/\/live(\/|$)/.test(source)) return false;
	return (
		!service.mounts.some((other) =>
			isWithin(other.target, `${root}/archive`),
		) &&
		!service.mounts.some((other) => isWithin(`${root}/archive`, other.target))
	);
}

function finding(
	mount: BindMount,
	service: Service,
	project: Project,
): Finding {
	return {
		message: `Service ${service.name} mounts ${mount.source} without archive beside it: the files in live are links to ../../archive, which lead nowhere in the container, and nginx does not start.`,
		at: mount.at,
		fixes: [mountBoth(mount, project)].filter((fix) => fix !== undefined),
	};
}

/** Of a short form only: both paths lose what begins with `/live`. */
function mountBoth({ at }: BindMount, project: Project): Fix | undefined {
	const written = textOf(project, at.path).slice(at.start, at.end);
	const match =
		/^(["']?)([^\s:"']+)\/live(?:\/[^:"']*)?:([^\s:"']+)\/live(?:\/[^:"']*)?(:[\w,]+)?\1$/.exec(
			written,
		);
	if (!match) return undefined;
	const [, quote = "", source = "", target = "", mode = ""] = match;
	return {
		title: `Mount ${source}`,
		preferred: true,
		edits: () => [replace(at, `${quote}${source}:${target}${mode}${quote}`)],
	};
}
