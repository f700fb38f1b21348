import { inherited } from "../languages/nginx/find.ts";
import { levelsOf } from "../languages/nginx/statements.ts";
import { levelsKnown } from "../topology/levels.ts";
import { inEvery, judgedNamed } from "../topology/nginx/judged.ts";
import type { Rule } from "./rule.ts";
import { letsencrypt } from "./stapling-letsencrypt.ts";

export const staplingWithoutResolver: Rule = {
	id: "stapling-without-resolver",
	severity: "info",
	summary:
		"ssl_stapling without a resolver: the responder's address is looked up once, at start.",
	reads: "topology",

	*check(project) {
		for (const judged of judgedNamed(project, "ssl_stapling")) {
			const { directive } = judged;
			if (directive.args[0]?.text !== "on") continue;
			const alone = inEvery(judged, (placement, nginx) => {
				const levels = levelsOf(placement);
				return nginx.kind === "main" &&
					levelsKnown(nginx, { levels }) &&
					placement.contexts.every((context) => context === "server") &&
					inherited(levels, "ssl_certificate").length > 0 &&
					inherited(levels, "resolver").length === 0 &&
					inherited(levels, "ssl_stapling_file").length === 0 &&
					!letsencrypt(placement)
					? true
					: undefined;
			});
			if (!alone) continue;
			// ngx_ssl_ocsp_start: "no resolver defined to resolve", and the address of the start.
			yield {
				message:
					"There is no resolver: nginx looks the OCSP responder of the certificate up once, when it starts, and warns in its log at each answer that it fetches; when the address changes, nothing is stapled any more.",
				at: directive.at,
			};
		}
	},
};
