/** What a project knows of an ecosystem file that PM2 refuses: its apps run nowhere, and no port is said to be closed. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { definitions } from "../../server/src/features/definition.ts";
import { hover } from "../../server/src/features/hover.ts";
import { parseFixture, root } from "../fixture.ts";
import { findingsOf, projectsOf } from "../workspace.ts";

const app = "{ name: 'api', script: 'a.js', env: { PORT: 3000 } }";
const web =
	"=== ecosystem.config.js\nmodule.exports = { apps: [{ name: 'web', script: 'w.js', env: { PORT: 4000 } }] };\n";
const nginx = `=== nginx.conf
events {}
http {
    server {
        listen 80;
        location / { proxy_pass http://127.0.0.1:4000; }
        location /api { proxy_pass http://127.0.0.1:3000; }
        location /x { proxy_pass http://127.0.0.1:5000; }
    }
}
`;

function findings(text: string): readonly string[] {
	const { files } = parseFixture(nginx + text);
	return findingsOf(files)
		.filter(({ severity }) => severity === "error" || severity === "warning")
		.map(
			({ rule, at }) =>
				`${rule} ${files.get(at.path)?.slice(at.start, at.end)}`,
		);
}

describe("host ports", () => {
	test("are known where every file is read", () => {
		assert.deepEqual(findings(web), [
			"host-port-unserved 3000",
			"host-port-unserved 5000",
		]);
	});

	test("are not known beside a file that PM2 refuses", () => {
		assert.deepEqual(
			findings(
				`${web}=== ecosystem.js\nmodule.exports = { apps: [${app}] };\n`,
			),
			["pm2-config-not-loaded exports"],
		);
	});

	test("are known beside an example, and beside a part of the file itself", () => {
		const example = `=== ecosystem.config.example.cjs\nmodule.exports = { apps: [${app}] };\n`;
		const part = `=== ecosystem.config.js\nmodule.exports = require('./ecosystem.base');\n=== ecosystem.base.js\nmodule.exports = { apps: [${app.replace("3000", "4000")}] };\n`;
		for (const text of [web + example, part])
			assert.deepEqual(findings(text), [
				"host-port-unserved 3000",
				"host-port-unserved 5000",
			]);
	});
});

test("its apps are found from nginx, with the reason why nobody answers", () => {
	const { files } = parseFixture(
		`${nginx}=== ecosystem.config.cjs\nmodule.exports = { default: { apps: [${app}] } };\n`,
	);
	const [project] = projectsOf(files);
	assert.ok(project);
	assert.deepEqual(
		project.ecosystems.map(({ apps, refused }) => [
			apps.length,
			refused.length,
		]),
		[[0, 1]],
	);
	assert.deepEqual(
		project.host.filter(({ by }) => by.kind === "pm2"),
		[],
	);
	const path = `${root}/nginx.conf`;
	const offset = files.get(path)?.indexOf("3000") ?? 0;
	assert.match(
		hover(project, path, offset)?.markdown ?? "",
		/PM2 app `api` is given port 3000, but PM2 refuses ecosystem\.config\.cjs as it stands/,
	);
	const [definition] = definitions(project, path, offset);
	assert.ok(definition);
	const { to } = definition;
	assert.equal(files.get(to.path)?.slice(to.start, to.end), "3000");
});
