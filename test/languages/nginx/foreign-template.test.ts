import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { foreignTag } from "../../../server/src/languages/nginx/foreign-template.ts";
import { findingsOf } from "../../workspace.ts";

const templates: Readonly<Record<string, string>> = {
	"a value of Jinja": "listen {{ port }};",
	"a part of a word": "proxy_pass http://{{host}}:3000;",
	"a statement of Jinja":
		"server {\n{% if tls %}\nlisten 443 ssl;\n{% endif %}\n}",
	"a comment of Jinja": "{# made by Ansible #}\nlisten 80;",
	"a range of Go": "{{- range .Servers }}\nserver {{ .Address }};\n{{- end }}",
	"a value of ERB": "worker_processes <%= @workers %>;",
	"a loop of Terraform":
		"%{ for name in names ~}\nserver_name $name;\n%{ endfor ~}",
	"a name in capitals": "root {ROOT}/UI;",
};

const ownTexts: Readonly<Record<string, string>> = {
	"a quoted text": `return 200 '{{ x }}'; log_format j "{% a %}";`,
	"a comment": "listen 80; # {{ port }}",
	Lua: "content_by_lua_block { local t = {{1, 2}} ngx.say('<% %>') }",
	"Lua without a blank in front of it":
		"access_by_lua_block{ t = {{ a }} } return 204;",
	"nginx's own template": `listen \${PORT}; server_name \${{NAME}};`,
	"a tag that nobody closes": "location / { {{ x; }",
	"blocks without a blank": "server{location /{return 204;}}",
	"a property of Unicode": "location ~ \\p{L}{ABC} { }",
	"an empty text": "",
};

describe("a template of another program", () => {
	for (const [name, text] of Object.entries(templates))
		it(`is seen by ${name}`, () => {
			assert.ok(foreignTag(text));
		});

	for (const [name, text] of Object.entries(ownTexts))
		it(`is not seen in ${name}`, () => {
			assert.equal(foreignTag(text), undefined);
		});

	it("is silent where its own comment asks for it", () => {
		const text =
			"# edgewise-disable nginx-syntax\nserver { listen {{ port }}; server_name a.example; }\n";
		assert.deepEqual(
			findingsOf(new Map([["/workspace/conf.d/a.conf", text]])),
			[],
		);
	});

	it("is marked at its first tag", () => {
		const text = "user www;\nlisten {{ port }};\nlisten {{ other }};\n";
		const at = foreignTag(text);
		assert.equal(at && text.slice(at.start, at.end), "{{ port }}");
	});
});
