import { insertAfter } from "../languages/nginx/edit.ts";
import type { Pass } from "../languages/nginx/facts.ts";
import { inherited, isOn } from "../languages/nginx/find.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import { wholeNginxes } from "../topology/whole-nginxes.ts";
import type { Finding, Rule } from "./rule.ts";

export const upstreamSslIncomplete: Rule = {
	id: "upstream-ssl-incomplete",
	severity: "error",
	summary:
		"An upstream's certificate is to be verified without any to trust, or nginx has one without its key: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const { facts } of wholeNginxes(project)) {
			const said = new Set<Directive>();
			for (const pass of facts.passes.filter(mayUseTls)) {
				yield* withoutTrusted(pass, said, project);
				yield* withoutKey(pass, said);
			}
		}
	},
};

/** Where nginx prepares TLS when it starts: with a scheme that says so, and wherever a variable may bring one. */
function mayUseTls({ scheme, protocol, atRunTime, levels }: Pass): boolean {
	return protocol === "stream"
		? isOn(inherited(levels, "proxy_ssl")[0])
		: atRunTime || /^(https|grpcs|suwsgi)$/i.test(scheme ?? "");
}

/** ngx_http_proxy_set_ssl, and those of grpc, uwsgi and stream. */
function* withoutTrusted(
	pass: Pass,
	said: Set<Directive>,
	project: Project,
): Iterable<Finding> {
	const of = settingsOf(pass);
	const verify = of("ssl_verify");
	const trusted = of("ssl_trusted_certificate");
	if (!verify || !isOn(verify) || said.has(verify)) return;
	if (trusted && trusted.args[0]?.text !== "") return;
	said.add(verify);
	const { name } = verify;
	const missing = name.text.replace("verify", "trusted_certificate");
	yield {
		message: `${name.text} has no ${missing} that the certificate of ${pass.address.text} could be verified with: nginx does not start.`,
		at: verify.at,
		related: [{ at: pass.directive.at, message: "what is to be verified" }],
		fixes: [
			{
				title: `Trust what the system trusts (${systemsOwn})`,
				edits: () => [
					insertAfter(textOf(project, verify.at.path), verify, [
						`${missing} ${systemsOwn};`,
					]),
				],
			},
		],
	};
}

/** Where Debian and Alpine have it, and so nginx's own images. */
const systemsOwn = "/etc/ssl/certs/ca-certificates.crt";

function* withoutKey(pass: Pass, said: Set<Directive>): Iterable<Finding> {
	const of = settingsOf(pass);
	const certificate = of("ssl_certificate");
	const file = certificate?.args[0]?.text;
	if (!certificate || !file || said.has(certificate)) return;
	if (of("ssl_certificate_key")) return;
	said.add(certificate);
	yield {
		message: `${file} has no ${certificate.name.text}_key beside it: nginx does not start.`,
		at: certificate.at,
		related: [{ at: pass.directive.at, message: "where it would be shown" }],
	};
}

function settingsOf({
	kind,
	levels,
}: Pass): (setting: string) => Directive | undefined {
	const family = kind.replace("pass", "");
	return (setting) => inherited(levels, `${family}${setting}`)[0];
}
