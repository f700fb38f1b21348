/** Whether an nginx configuration uses nothing but nginx's own modules: others have directives and variables that are not known. */

import { oncePer } from "../../collections/once-per.ts";
import { directivesNamed } from "../../languages/nginx/catalog/catalog.ts";
import { childrenOf } from "../../languages/nginx/find.ts";
import type { Directive } from "../../languages/nginx/tree.ts";
import { isTable } from "../../languages/nginx/vocabulary.ts";
import type { Nginx } from "../model.ts";

export function modulesKnown({ facts: { directives } }: Nginx): boolean {
	return areOwn(directives);
}

const areOwn = oncePer((directives: readonly Directive[]) =>
	directives.every(isOwn),
);

/** Scripts (Lua, njs, Perl) and what only the commercial version has are not. */
function isOwn(directive: Directive): boolean {
	const { name, args } = directive;
	if (name.text === "load_module")
		return /\/?ngx_(stream|mail|(http|stream)_(geoip|image_filter|xslt_filter|brotli_filter|brotli_static|headers_more_filter))_module\.so$/.test(
			args[0]?.text ?? "",
		);
	const known = directivesNamed(name.text).some(
		({ commercial, home, module }) =>
			!commercial &&
			(home === undefined || harmless.test(module)) &&
			!/_(js|perl)_module$/.test(module),
	);
	return known && (isTable(name.text) || childrenOf(directive).every(isOwn));
}

/** Their variables are known (brotli_ratio), or they have none. */
const harmless = /^(headers-more-nginx-module|ngx_brotli)$/;
