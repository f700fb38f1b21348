import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseYaml } from "../../../server/src/languages/compose/parse.ts";
import { findingsOf } from "../../workspace.ts";

const templates: Readonly<Record<string, string>> = {
	"a statement of Jinja":
		"services:\n{% for s in all %}\n  {{ s.name }}:\n    image: {{ s.image }}\n{% endfor %}\n",
	"a value without quotes": "services:\n  web:\n    image: {{ image }}\n",
	"a range of Go":
		"services:\n{{- range .Apps }}\n  {{ .Name }}:\n    image: x\n{{- end }}\n",
	"a statement of ERB":
		"services:\n<% if @web %>\n  web:\n    image: x\n<% end %>\n",
};

describe("a compose file of another program's making", () => {
	for (const [name, text] of Object.entries(templates))
		it(`is seen by ${name}, and gets one note`, () => {
			const found = findingsOf(
				new Map([["/workspace/docker-compose.yml", text]]),
			);
			assert.deepEqual(
				found.map(({ rule, severity }) => [rule, severity]),
				[["compose-syntax", "info"]],
			);
		});

	it("is read where its tags are quoted", () => {
		const { documents, problems } = parseYaml(
			"compose.yaml",
			'services:\n  web:\n    image: "{{ image }}"\n    command: echo {{ x }}\n',
		);
		assert.equal(documents.length, 1);
		assert.deepEqual(problems, []);
	});

	it("is none for a mistake without a tag", () => {
		const { problems } = parseYaml(
			"compose.yaml",
			"services:\n  web: {a: }}\n",
		);
		assert.ok(problems.some(({ kind }) => kind === "syntax"));
	});

	it("is none where Ansible lists its tasks", () => {
		const tasks = "- name: Start it\n  docker_compose:\n    project_src: .\n";
		assert.deepEqual(
			findingsOf(new Map([["/workspace/tasks/compose.yml", tasks]])),
			[],
		);
	});
});
