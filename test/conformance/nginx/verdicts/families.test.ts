/** What nginx 1.22.1 says of each family's configurations, and what Edgewise says of them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { cases } from "./cases.ts";
import { recorded } from "./record.ts";
import { assertVerdict } from "./verdict.ts";

const answers = recorded();

const builtWith = "whether nginx was built with PCRE1, which takes it";

/** What the file alone does not tell. */
const environment: Readonly<Record<string, string>> = {
	"events, events: use poll;": "which methods this nginx was built with",
	"switches, server: aio on;": "what the platform has",
	"other proxies, location: memcached_pass 127.0.0.1:11211;":
		"$memcached_key may be set by a file that is not there",
	"messages, geo: volatile; default 0;": "nginx takes it since 1.29.3",
	"main blocks, whole: worker_processes 1;":
		"a file without any block may be a part of another",
	"patterns, server: location ~ '[a-\\d]' { }": builtWith,
	"patterns, server: location ~ '[\\d-z]' { }": builtWith,
	"patterns, server: location ~ '\\y' { }": builtWith,
	"patterns, server: location ~ '\\i' { }": builtWith,
};

for (const { name, config } of cases())
	test(
		environment[name] ? `${name} (not told: ${environment[name]})` : name,
		() => {
			const answer = answers.get(name);
			assert.ok(answer, "npm run conformance -- --write");
			assertVerdict(
				config,
				answer.message === undefined || environment[name] ? undefined : answer,
			);
		},
	);
