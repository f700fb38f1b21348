/** What folds in an nginx file, and what a selection grows to. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
	foldsOf,
	selectionsAt,
} from "../../server/src/features/nginx-ranges.ts";
import { parseNginx } from "../../server/src/languages/nginx/parse.ts";

const text = `# one
# two
http {
    server { listen 80; } # alone
    #region api
    location /api {
        return 200 "a b";
    }
    #endregion
}
`;
const tree = parseNginx("/nginx.conf", text);

test("folds blocks of several lines, runs of comments, regions", () => {
	assert.deepEqual(
		foldsOf(tree, text).map(
			({ kind, start, end }) =>
				`${kind}: ${text.slice(start, end).split("\n")[0]} … ${text.slice(start, end).split("\n").at(-1)?.trim()}`,
		),
		[
			"block: http { … }",
			"block: location /api { … }",
			"comment: # one … # two",
			"region: #region api … #endregion",
		],
	);
});

test("a selection grows from a part of a word to the file", () => {
	assert.deepEqual(
		selectionsAt(tree, text, text.indexOf("a b") + 1).map(({ start, end }) =>
			text.slice(start, end).replaceAll(/\s+/g, " ").slice(0, 30),
		),
		[
			"a",
			"a b",
			'"a b"',
			'200 "a b"',
			'return 200 "a b";',
			' return 200 "a b"; ',
			'location /api { return 200 "a ',
			"server { listen 80; } # alone ",
			" server { listen 80; } # alone",
			"http { server { listen 80; } #",
			"# one # two http { server { li",
		],
	);
});
