/** Which command lines of a workspace's scripts start or restart an ecosystem file, and where their words stand. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { pm2Commands } from "../../server/src/topology/pm2-commands.ts";
import { parseFixture } from "../fixture.ts";
import { projectsOf } from "../workspace.ts";

const ecosystem = `=== ecosystem.config.js
module.exports = { apps: [{ name: 'api', script: 'api.js' }], deploy: { production: { 'post-deploy': 'npm ci && pm2 reload ecosystem.config.js --env=production' } } };
`;

/** `file of the text: verb file --env NAME` and the marks, `the text at each place` behind it. */
function commands(script: string): readonly string[] {
	const { files } = parseFixture(ecosystem + script);
	return projectsOf(files).flatMap((project) =>
		pm2Commands(project).map((each) => {
			const text = files.get(each.path) ?? "";
			const name = each.path.slice(each.path.lastIndexOf("/") + 1);
			const marks = [
				each.only && "only",
				each.fresh && "fresh",
				each.isElsewhere && "elsewhere",
			].filter(Boolean);
			return [
				`${name}: ${each.verb} ${each.file} ${each.environment}`,
				text.slice(each.at.start, each.at.end),
				...marks,
			].join(" | ");
		}),
	);
}

const deploy =
	"ecosystem.config.js: reload ecosystem.config.js production | pm2 reload ecosystem.config.js --env=production";

test("reads the deploy section", () => {
	assert.deepEqual(commands(""), [deploy]);
});

test("reads package.json, each script by itself", () => {
	assert.deepEqual(
		commands(`=== package.json
{ "scripts": {
  "fresh": "pm2 delete api; pm2 start ecosystem.config.js --only api",
  "start": "cd x && npx pm2 startOrReload \\"./ecosystem.config.js\\" && pm2 save"
} }
`),
		[
			"package.json: start ecosystem.config.js undefined | pm2 start ecosystem.config.js --only api | only | fresh",
			'package.json: startOrReload ./ecosystem.config.js undefined | pm2 startOrReload \\"./ecosystem.config.js | elsewhere',
			deploy,
		],
	);
});

test("reads shell scripts without their comments", () => {
	assert.deepEqual(
		commands(`=== deploy.sh
#!/bin/sh
# pm2 start ecosystem.config.js
pm2 restart api
sudo -u node pm2 reload ecosystem.config.js --env staging --update-env | tee log
`),
		[
			"deploy.sh: restart undefined undefined | pm2 restart api",
			"deploy.sh: reload ecosystem.config.js staging | pm2 reload ecosystem.config.js --env staging --update-env",
			deploy,
		],
	);
});
