/** What makes variables: their names begin with `$`. */

import type { Word } from "../../tree.ts";
import { type Wrong, wrongWord } from "../wrong.ts";
import { each, type Handlers } from "./handler.ts";

export const variables: Handlers = {
	...each("set auth_request_set js_set js_var perl_set", ({ args, name }) =>
		variable(args[0], name),
	),
	...each("map split_clients", ({ args, name }) => variable(args[1], name)),
	geo: ({ args: [first, second], name }) =>
		variable(first, name) ?? variable(second, name),
};

function variable(word: Word | undefined, name: Word): Wrong | undefined {
	if (!word || /^\$./.test(word.text)) return undefined;
	return wrongWord(
		word,
		`${name.text} takes a variable here, with its $, not "${word.text}"`,
		/^[a-z_]\w*$/i.test(word.text) ? `$${word.text}` : undefined,
	);
}
