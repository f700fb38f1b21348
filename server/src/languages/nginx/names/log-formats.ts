/** Log formats: `log_format` declares one, the second argument of `access_log` names it (ngx_http_log_module.c, ngx_stream_log_module.c). */

import type { Directive } from "../tree.ts";
import { partOf } from "../word.ts";
import type { Found } from "./mention.ts";

export function logFormatsIn({ name, args }: Directive): readonly Found[] {
	const isDeclaration = name.text === "log_format";
	if (!isDeclaration && name.text !== "access_log") return [];
	const word = isDeclaration ? args[0] : args[1];
	if (!word || (!isDeclaration && args[0]?.text === "off")) return [];
	return [
		{
			kind: "log-format",
			name: word.text,
			at: partOf(word, 0, word.text.length),
			isDeclaration,
		},
	];
}
