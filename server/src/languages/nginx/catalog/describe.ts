/** What nginx's documentation calls a directive, where it is, and the key of its description. */

import type { KnownDirective } from "./catalog.ts";

/** `proxy_set_header <field> <value>;`, a line for each syntax. */
export function syntaxLines({
	name,
	syntax,
	block,
}: Pick<KnownDirective, "name" | "syntax" | "block">): readonly string[] {
	return syntax.split(" ;; ").map((one) => {
		const words = one === "" ? name : `${name} ${one}`;
		return block ? `${words} { … }` : `${words};`;
	});
}

/** Its page on nginx.org; a third party's is that of its project. */
export function pageOf({ name, module, home }: KnownDirective): string {
	if (home !== undefined) return home;
	const [, folder] = /^ngx_(http|stream|mail)_/.exec(module) ?? [];
	const path = folder ? `${folder}/${module}` : module;
	return `https://nginx.org/en/docs/${path}.html#${name}`;
}

/** In dist/nginx-docs.json. */
export function descriptionKey({
	name,
	module,
}: Pick<KnownDirective, "name" | "module">): string {
	return `${module} ${name}`;
}
