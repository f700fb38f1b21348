import { removeDirective } from "../languages/nginx/edit.ts";
import { inherited } from "../languages/nginx/find.ts";
import { levelsOf, type Statement } from "../languages/nginx/statements.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { inEvery, judgedNamed } from "../topology/nginx/judged.ts";
import { textOf } from "../topology/text-of.ts";
import type { Rule } from "./rule.ts";

export const staplingLetsencrypt: Rule = {
	id: "stapling-letsencrypt",
	severity: "info",
	summary: "ssl_stapling with a certificate of Let's Encrypt does nothing.",
	reads: "topology",

	*check(project) {
		for (const judged of judgedNamed(project, "ssl_stapling")) {
			const { directive } = judged;
			if (directive.args[0]?.text !== "on") continue;
			const certificate = inEvery(judged, letsencrypt);
			if (!certificate) continue;
			yield {
				message:
					"Let's Encrypt has run no OCSP since August 2025, and its certificates name no responder: nginx warns at start and staples nothing.",
				at: directive.at,
				tag: "unnecessary",
				related: [
					{ at: certificate.at, message: "a certificate of Let's Encrypt" },
				],
				fixes: [
					{
						title: "Remove ssl_stapling",
						preferred: true,
						edits: () => [
							removeDirective(textOf(project, directive.at.path), directive),
						],
					},
				],
			};
		}
	},
};

/** Certbot's path, of all certificates that hold at its place or in the servers around which it stands. */
export function letsencrypt(placement: Statement): Directive | undefined {
	const certificates = inherited(levelsOf(placement), "ssl_certificate");
	const are = certificates.every(({ args }) =>
		/\/letsencrypt\/live\//.test(args[0]?.text ?? ""),
	);
	return are ? certificates[0] : undefined;
}
