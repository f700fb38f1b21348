/** Image references and what is known of the images behind them by name. */

export interface ImageReference {
	/** With registry and path: `docker.io/library/nginx`. */
	readonly name: string;
	readonly tag: string | undefined;
	readonly digest: string | undefined;
}

export type ImageFamily =
	/** nginx itself, configured by the files that it is given. */
	| { readonly kind: "nginx"; readonly flavour: NginxFlavour }
	/** nginx within, but its configuration is made by the image. */
	| { readonly kind: "generates"; readonly reason: string }
	/** Writes or reads below /etc/nginx for another container. */
	| { readonly kind: "companion" }
	| { readonly kind: "other" };

/** `official` also for what is built on it with the same paths and start script. */
export type NginxFlavour =
	| "official"
	| "unprivileged"
	| "openresty"
	| "bitnami"
	| "third-party";

/** `registry:5000/path/name:tag@digest` (distribution reference grammar); never fails. */
export function parseImageReference(text: string): ImageReference {
	const at = text.indexOf("@");
	const digest = at < 0 ? undefined : text.slice(at + 1);
	const named = at < 0 ? text : text.slice(0, at);
	const slash = named.lastIndexOf("/");
	const colon = named.indexOf(":", slash + 1);
	return colon < 0
		? { name: named, tag: undefined, digest }
		: { name: named.slice(0, colon), tag: named.slice(colon + 1), digest };
}

/** By the image's name alone; a private image whose last word is `nginx` counts as one, built on the official one. */
export function imageFamily(image: ImageReference): ImageFamily {
	const name = repository(image.name);
	const last = name.slice(name.lastIndexOf("/") + 1);
	if (generators.has(name) || /ingress/.test(name))
		return {
			kind: "generates",
			reason: `the image ${name} makes nginx's configuration itself`,
		};
	if (companions.has(last)) return { kind: "companion" };
	const flavour = flavours.get(name);
	if (flavour) return { kind: "nginx", flavour };
	if (last === "nginx") return { kind: "nginx", flavour: "third-party" };
	if (last === "openresty") return { kind: "nginx", flavour: "openresty" };
	if (last === "nginx-unprivileged")
		return { kind: "nginx", flavour: "unprivileged" };
	return { kind: "other" };
}

/** The name as Docker Hub has it: without registry and `library/`. */
export function repository(name: string): string {
	const first = name.split("/", 1)[0] ?? "";
	const isRegistry =
		name.includes("/") &&
		(first.includes(".") || first.includes(":") || first === "localhost");
	const path = isRegistry ? name.slice(first.length + 1) : name;
	return path.startsWith("library/") ? path.slice("library/".length) : path;
}

const flavours = new Map<string, NginxFlavour>([
	["nginx", "official"],
	// Amazon's mirror of the official images.
	["docker/library/nginx", "official"],
	["nginx/nginx", "official"],
	["nginxinc/nginx-unprivileged", "unprivileged"],
	["nginx/nginx-unprivileged", "unprivileged"],
	["openresty/openresty", "openresty"],
	["bitnami/nginx", "bitnami"],
	["bitnamilegacy/nginx", "bitnami"],
]);

const generators = new Set([
	"nginxproxy/nginx-proxy",
	"nginx-proxy/nginx-proxy",
	"jwilder/nginx-proxy",
	"jc21/nginx-proxy-manager",
	"nginxproxymanager/nginx-proxy-manager",
	"zoeyvid/npmplus",
	"linuxserver/swag",
	"linuxserver/letsencrypt",
	"steveltn/https-portal",
	"bunkerity/bunkerweb",
	"nginx/nginx-ingress",
	"valian/docker-nginx-auto-ssl",
	"owasp/modsecurity-crs",
	"staticfloat/nginx-certbot",
]);

const companions = new Set([
	"acme-companion",
	"letsencrypt-nginx-proxy-companion",
	"docker-letsencrypt-nginx-proxy-companion",
	"docker-gen",
	"certbot",
	"acme.sh",
	"lego",
	"nginx-prometheus-exporter",
	"nginx-exporter",
	"nginx-amplify-agent",
]);
