/** What hover and definition say of an address that a variable decides. `<|>` is the cursor. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { definitions } from "../../server/src/features/definition.ts";
import { hover } from "../../server/src/features/hover.ts";
import type { Place } from "../../server/src/text/place.ts";
import type { Project } from "../../server/src/topology/model.ts";
import { parseFixture } from "../fixture.ts";
import { projectsOf } from "../workspace.ts";

const stack = (set: string, pass: string) => `=== docker-compose.yml
services:
  edge:
    image: nginx:1.30
    volumes: ["./default.conf:/etc/nginx/conf.d/default.conf:ro"]
  api:
    image: example/api
    environment: { PORT: 3000 }
=== default.conf
server {
    resolver 127.0.0.11;
    location / {
        set ${set};
        proxy_pass http://${pass};
    }
}
`;

interface At {
	readonly project: Project;
	readonly path: string;
	readonly offset: number;
	readonly written: (at: Place) => string;
}

function at(text: string): At {
	const { files, cursor } = parseFixture(text);
	assert.ok(cursor);
	const project = projectsOf(files).find((each) =>
		each.files.some(({ path }) => path === cursor.path),
	);
	assert.ok(project);
	return {
		project,
		...cursor,
		written: ({ path, start, end }) =>
			files.get(path)?.slice(start, end) ?? "no such file",
	};
}

const explained =
	"`api:3000` ⟶ service api, port 3000, looked up by the resolver at each request\n\n- service `api`: by PORT in its environment (docker-compose.yml)";

const cursors: Readonly<
	Record<string, readonly [set: string, pass: string, on: string, to: string]>
> = {
	"on the variable": ["$b api:3000", "$b<|>", "$b", "api"],
	"on the value": ["$b a<|>pi:3000", "$b", "api:3000", "api"],
	"on the host's value": ["$b <|>api", "$b:3000", "api", "api"],
	"on a port behind the variable": ["$b api", "$b:30<|>00", "$b:3000", "3000"],
};

describe("an address that a variable decides", () => {
	for (const [name, [set, pass, on, to]] of Object.entries(cursors)) {
		test(name, () => {
			const { project, path, offset, written } = at(stack(set, pass));
			const found = hover(project, path, offset);
			assert.ok(found);
			assert.equal(found.markdown, explained);
			assert.equal(written(found.at), on);
			const places = definitions(project, path, offset).map(({ to }) =>
				written(to),
			);
			assert.deepEqual(places, [to]);
		});
	}

	test("says that it may be something else", () => {
		const { project, path, offset } = at(stack("$b api:3000", "$b$<|>1"));
		assert.match(
			hover(project, path, offset)?.markdown ?? "",
			/unknown: \$b\$1 is only known at run time/,
		);
	});
});
