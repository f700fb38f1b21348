/** What nginx 1.22.1 said of the shared conformance set, and what Edgewise says of it. */

import { readFileSync } from "node:fs";
import { test } from "node:test";
import { corpus } from "../../../corpus.ts";
import { assertVerdict, type Refusal } from "./verdict.ts";

/** nginx's own environment: what the file alone does not tell. */
const environment: Readonly<Record<string, string>> = {
	cert_missing: "the host's files are not in the workspace",
	include_missing: "the host's files are not in the workspace",
	lua_unknown:
		"whether this nginx was built with the Lua module is not in the file",
	ups_port_conflict: "whether app resolves is up to the host's DNS",
	env_listen: "a template's variable is filled in before nginx reads it",
	env_tmpl2: "a template's variable is filled in before nginx reads it",
};

interface Line {
	readonly name: string;
	readonly config?: string;
	readonly configBase64?: string;
	readonly accepted: boolean;
	readonly messages: readonly (Refusal & { readonly level: string })[];
}

test("says of every case of the shared set what nginx says", async (t) => {
	const file = corpus("conformance/nginx-1.22.1.jsonl");
	if (!file)
		return t.diagnostic("the shared conformance set is not on this machine");
	for (const line of readFileSync(file, "utf8").trim().split("\n")) {
		const { name, config, configBase64, accepted, messages } = JSON.parse(
			line,
		) as Line;
		const why = environment[name];
		await t.test(why ? `${name}: ${why}` : name, () => {
			const text =
				config ?? Buffer.from(configBase64 ?? "", "base64").toString("utf8");
			const refusal = messages.find(({ level }) => level === "emerg");
			assertVerdict(
				text,
				accepted || why ? undefined : (refusal ?? {}),
				name === "ups_resolve" ? "nginx:1.22.1" : undefined,
			);
		});
	}
});
