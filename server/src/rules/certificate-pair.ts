import { find } from "../languages/nginx/find.ts";
import type { Word } from "../languages/nginx/tree.ts";
import { dirname } from "../text/path.ts";
import type { Rule } from "./rule.ts";

export const certificatePair: Rule = {
	id: "certificate-pair",
	severity: "info",
	summary:
		"A server's certificate and its key lie in the folders of different names.",
	reads: "topology",

	*check(project) {
		for (const { facts } of project.nginxes) {
			for (const { directives } of facts.servers) {
				const certificate = find(directives, "ssl_certificate")?.args[0];
				const key = find(directives, "ssl_certificate_key")?.args[0];
				if (!certificate || !key || !areApart(certificate, key)) continue;
				yield {
					message: `The certificate is of ${folder(certificate)}, the key of ${folder(key)}: unless they are a pair nginx does not start ("key values mismatch").`,
					at: key.at,
					related: [{ at: certificate.at, message: "the certificate" }],
				};
			}
		}
	},
};

/** `live/a.example/…` and `live/b.example/…`; `certs/` and `private/` are no such pair. */
function areApart(one: Word, other: Word): boolean {
	const [a, b] = [dirname(one.text), dirname(other.text)];
	return a !== b && dirname(a) === dirname(b) && /\/live$/.test(dirname(a));
}

function folder({ text }: Word): string {
	return dirname(text).replace(/^.*\//, "");
}
