import type { Service } from "../languages/compose/facts.ts";
import { replace } from "../text/edit.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { type BindMount, bindMountOf } from "../topology/mount-of.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const certificateMountWritable: Rule = {
	id: "certificate-mount-writable",
	severity: "warning",
	summary: "nginx may write to the mount that holds its certificate.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const { site } = nginx;
			if (!("service" in site) || writesCertificates(site.service)) continue;
			for (const mount of writableMounts(nginx, site.service))
				yield finding(mount, site.service, project);
		}
	},
};

function writableMounts(
	{ paths }: Nginx,
	service: Service,
): ReadonlySet<BindMount> {
	return new Set(
		paths
			.filter(({ kind, found }) => kind === "certificate" && found !== "absent")
			.flatMap(({ path }) => bindMountOf(service, path) ?? [])
			.filter(({ readOnly, open }) => !readOnly && open.length === 0),
	);
}

/** It is nginx's own container that gets or renews them. */
function writesCertificates({ image, command, entrypoint, body }: Service) {
	const words = [
		image?.value ?? "",
		...(command?.words ?? []),
		...(entrypoint?.words ?? []),
		...body.entries.map(({ key }) => key.text),
	].join(" ");
	return /certbot|acme|letsencrypt|lego|dehydrated|openssl|\bbuild\b/i.test(
		words,
	);
}

function finding(
	mount: BindMount,
	service: Service,
	project: Project,
): Finding {
	return {
		message: `Service ${service.name} mounts the certificate at ${mount.target} writable: whoever breaks into nginx can replace the private key on the host.`,
		at: mount.at,
		fixes: [readOnly(mount, project)].filter((fix) => fix !== undefined),
	};
}

/** `SOURCE:TARGET` or `SOURCE:TARGET:z`; undefined for the long form, which is left to somebody. */
function readOnly({ at }: BindMount, project: Project): Fix | undefined {
	const written = textOf(project, at.path).slice(at.start, at.end);
	const short = /^(["']?)([^\s"',{}]+?)\1$/.exec(written);
	if (!short || written.includes("\n")) return undefined;
	const [, quote = "", text = ""] = short;
	const parts = text.split(":");
	const [mode] = parts.slice(2);
	const modes = mode
		?.split(",")
		.filter((each) => each !== "rw")
		.concat("ro")
		.join(",");
	const next = [...parts.slice(0, 2), modes ?? "ro"].join(":");
	return {
		title: "Mount it read-only",
		preferred: true,
		edits: () => [replace(at, `${quote}${next}${quote}`)],
	};
}
