/** What makes the path of a file. */

import type { Directive } from "../tree.ts";
import { type Wrong, wrongWord } from "./wrong.ts";

/** ngx_http_core_root. */
export function rootPath({ args: [word], name }: Directive): Wrong | undefined {
	const [, variable] =
		/\$\{?((?:document|realpath)_root)/.exec(word?.text ?? "") ?? [];
	return word && variable
		? wrongWord(
				word,
				`${name.text} can't be made of $${variable}, which is made of it`,
			)
		: undefined;
}

/** ngx_http_disable_symlinks. */
export function disableSymlinks({ args }: Directive): Wrong | undefined {
	const kinds = args.filter(({ text }) => !text.startsWith("from="));
	const unknown = kinds.find(
		({ text }) => !/^(off|on|if_not_owner)$/.test(text),
	);
	const [first, second] = args;
	if (!first) return undefined;
	if (unknown)
		return wrongWord(
			unknown,
			`disable_symlinks takes off, on, if_not_owner and from=, not "${unknown.text}"`,
		);
	if (kinds.length === 0)
		return wrongWord(
			first,
			"disable_symlinks needs on or if_not_owner beside from=",
		);
	if (!second) return undefined;
	if (kinds.length > 1)
		return wrongWord(
			second,
			`disable_symlinks takes ${first.text} or ${second.text}`,
		);
	return kinds[0]?.text === "off"
		? wrongWord(second, "disable_symlinks off takes no from=")
		: undefined;
}
