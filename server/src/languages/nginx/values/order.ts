/** What has to stand behind, or in front of, something else of its block. */

import type { Directive } from "../tree.ts";
import type { Wrong } from "./wrong.ts";

export function wrongOrder(
	directive: Directive,
	level: readonly Directive[],
): Wrong | undefined {
	const { name, args } = directive;
	if (name.text !== "proxy_redirect" && name.text !== "load_module")
		return undefined;
	const before = level.slice(0, level.indexOf(directive));
	const wrong = (message: string): Wrong => ({
		kind: "value",
		at: directive.at,
		message,
	});
	// ngx_http_proxy_redirect: it is made of the address that proxy_pass has.
	if (name.text === "proxy_redirect" && args[0]?.text === "default")
		return before.some((each) => each.name.text === "proxy_pass")
			? undefined
			: wrong("proxy_redirect default has to stand behind proxy_pass");
	// ngx_load_module: the first of these blocks counts the modules.
	if (name.text === "load_module") {
		const block = before.find((each) =>
			/^(events|http|stream|mail)$/.test(each.name.text),
		);
		return (
			block &&
			wrong(`load_module has to stand in front of the ${block.name.text} block`)
		);
	}
	return undefined;
}
