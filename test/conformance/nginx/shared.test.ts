/** The parser against what nginx 1.22.1 said of the shared conformance set. */

import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import { corpus } from "../../corpus.ts";
import { assertAgrees } from "./agree.ts";

interface Line {
	readonly name: string;
	readonly config?: string;
	/** Where it is no UTF-8. */
	readonly configBase64?: string;
	readonly accepted: boolean;
	readonly messages: readonly {
		readonly level: string;
		readonly message: string;
		readonly line?: number;
	}[];
}

test("agrees with nginx on every case of the shared set", async (t) => {
	const file = corpus("conformance/nginx-1.22.1.jsonl");
	if (!file)
		return t.diagnostic("the shared conformance set is not on this machine");
	for (const line of readFileSync(file, "utf8").trim().split("\n")) {
		const { name, config, configBase64, accepted, messages } = JSON.parse(
			line,
		) as Line;
		await t.test(name, () => {
			const text =
				config ?? Buffer.from(configBase64 ?? "", "base64").toString("utf8");
			const refusal = messages.find(({ level }) => level === "emerg");
			assertAgrees(
				text,
				parseNginx("/nginx.conf", text).errors,
				accepted ? {} : (refusal ?? {}),
			);
		});
	}
});
