/** Edits of YAML on the layouts that people write. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
	appendTo,
	replaceScalar,
	setKey,
} from "../../../server/src/languages/compose/edit.ts";
import { parseYaml } from "../../../server/src/languages/compose/parse.ts";
import {
	removeItem,
	removeKey,
} from "../../../server/src/languages/compose/remove.ts";
import type {
	YamlMap,
	YamlNode,
} from "../../../server/src/languages/compose/yaml.ts";
import {
	findMap,
	findValue,
} from "../../../server/src/languages/compose/yaml-find.ts";
import { applyEdits, type Edit } from "../../../server/src/text/edit.ts";

const path = "/compose.yaml";
const gateway = "host.docker.internal:host-gateway";

describe("an item for a list that is not there", () => {
	const add = (map: YamlMap, text: string) =>
		appendTo(text, map, ["extra_hosts"], gateway);

	test("goes behind the service's last line, before a blank line", () => {
		becomes(
			add,
			'services:\n  web:\n    image: nginx\n    ports:\n      - "80:80"\n\n  api:\n    image: api\n',
			'services:\n  web:\n    image: nginx\n    ports:\n      - "80:80"\n    extra_hosts:\n      - "host.docker.internal:host-gateway"\n\n  api:\n    image: api\n',
		);
	});

	test("goes before a comment that follows the service", () => {
		becomes(
			add,
			"services:\n  web:\n    image: nginx # tag\n  # the api\n  api:\n    image: api\n",
			'services:\n  web:\n    image: nginx # tag\n    extra_hosts:\n      - "host.docker.internal:host-gateway"\n  # the api\n  api:\n    image: api\n',
		);
	});

	test("is indented as the file is, by four", () => {
		becomes(
			add,
			"services:\n    web:\n        image: nginx\n        ports:\n            - 80:80\n",
			'services:\n    web:\n        image: nginx\n        ports:\n            - 80:80\n        extra_hosts:\n            - "host.docker.internal:host-gateway"\n',
		);
	});

	test("stands under its key where the file's lists do", () => {
		becomes(
			add,
			"services:\n  web:\n    image: nginx\n    ports:\n    - '80:80'\n",
			"services:\n  web:\n    image: nginx\n    ports:\n    - '80:80'\n    extra_hosts:\n    - 'host.docker.internal:host-gateway'\n",
		);
	});

	test("keeps CRLF", () => {
		becomes(
			add,
			"services:\r\n  web:\r\n    image: nginx\r\n  api:\r\n    image: api\r\n",
			'services:\r\n  web:\r\n    image: nginx\r\n    extra_hosts:\r\n      - "host.docker.internal:host-gateway"\r\n  api:\r\n    image: api\r\n',
		);
	});

	test("needs no line break at the end of the file", () => {
		becomes(
			add,
			"services:\n  web:\n    image: nginx",
			'services:\n  web:\n    image: nginx\n    extra_hosts:\n      - "host.docker.internal:host-gateway"',
		);
	});

	test("goes into a flow mapping", () => {
		becomes(
			add,
			"services:\n  web: { image: nginx }\n",
			'services:\n  web: { image: nginx, extra_hosts: ["host.docker.internal:host-gateway"] }\n',
		);
	});

	test("goes behind a block scalar", () => {
		becomes(
			add,
			"services:\n  web:\n    image: nginx\n    command: |\n      one\n      two\n\nnetworks: {}\n",
			'services:\n  web:\n    image: nginx\n    command: |\n      one\n      two\n    extra_hosts:\n      - "host.docker.internal:host-gateway"\n\nnetworks: {}\n',
		);
	});

	test("goes behind a merge key, into the service itself", () => {
		becomes(
			add,
			"x-base: &base\n  image: nginx\nservices:\n  web:\n    <<: *base\n  api:\n    image: api\n",
			'x-base: &base\n  image: nginx\nservices:\n  web:\n    <<: *base\n    extra_hosts:\n      - "host.docker.internal:host-gateway"\n  api:\n    image: api\n',
		);
	});

	test("goes to the anchor where the service is an alias", () => {
		becomes(
			add,
			"x-base: &base\n  image: nginx\nservices:\n  web: *base\n",
			'x-base: &base\n  image: nginx\n  extra_hosts:\n    - "host.docker.internal:host-gateway"\nservices:\n  web: *base\n',
		);
	});

	test("fills a key without value", () => {
		becomes(
			add,
			"services:\n  web:\n    extra_hosts: # none yet\n    image: nginx\n",
			'services:\n  web:\n    extra_hosts: # none yet\n      - "host.docker.internal:host-gateway"\n    image: nginx\n',
		);
	});
});

describe("an item for a list", () => {
	const add = (map: YamlMap, text: string) =>
		appendTo(text, map, ["extra_hosts"], gateway);

	test("stands behind its last item, quoted as that one", () => {
		becomes(
			add,
			"services:\n  web:\n    extra_hosts:\n      - 'db:10.0.0.1' # old\n\n    image: nginx\n",
			"services:\n  web:\n    extra_hosts:\n      - 'db:10.0.0.1' # old\n      - 'host.docker.internal:host-gateway'\n\n    image: nginx\n",
		);
	});

	test("is plain where its neighbours are", () => {
		becomes(
			add,
			"services:\n  web:\n    extra_hosts:\n    - db:10.0.0.1\n",
			"services:\n  web:\n    extra_hosts:\n    - db:10.0.0.1\n    - host.docker.internal:host-gateway\n",
		);
	});

	test("goes into brackets", () => {
		becomes(
			add,
			'services:\n  web:\n    extra_hosts: ["db:10.0.0.1"] # hosts\n',
			'services:\n  web:\n    extra_hosts: ["db:10.0.0.1", "host.docker.internal:host-gateway"] # hosts\n',
		);
	});

	test("goes into empty brackets", () => {
		becomes(
			add,
			"services:\n  web:\n    extra_hosts: []\n",
			'services:\n  web:\n    extra_hosts: ["host.docker.internal:host-gateway"]\n',
		);
	});

	test("takes a line of its own where the items do", () => {
		becomes(
			add,
			'services:\n  web:\n    extra_hosts: [\n      "a:10.0.0.1",\n      "b:10.0.0.2", # last\n    ]\n',
			'services:\n  web:\n    extra_hosts: [\n      "a:10.0.0.1",\n      "b:10.0.0.2",\n      "host.docker.internal:host-gateway", # last\n    ]\n',
		);
	});

	test("becomes an entry of a mapping", () => {
		becomes(
			add,
			"services:\n  web:\n    extra_hosts:\n      db: 10.0.0.1\n",
			"services:\n  web:\n    extra_hosts:\n      db: 10.0.0.1\n      host.docker.internal: host-gateway\n",
		);
	});

	test("goes behind an alias among the items", () => {
		becomes(
			add,
			'x: &h "a:10.0.0.1"\nservices:\n  web:\n    extra_hosts: [*h ]\n',
			'x: &h "a:10.0.0.1"\nservices:\n  web:\n    extra_hosts: [*h, "host.docker.internal:host-gateway" ]\n',
		);
	});

	test("makes a list of a single value", () => {
		becomes(
			(map, text) => appendTo(text, map, ["env_file"], "two.env"),
			"services:\n  web:\n    env_file: one.env\n",
			"services:\n  web:\n    env_file: [one.env, two.env]\n",
		);
	});
});

describe("a value", () => {
	test("replaces one and keeps its quotes and comment", () => {
		becomes(
			(map, text) => setKey(text, map, ["restart"], "always"),
			'services:\n  web:\n    restart: "no" # why\n',
			'services:\n  web:\n    restart: "always" # why\n',
		);
	});

	test("makes the keys above it", () => {
		becomes(
			(map, text) =>
				setKey(text, map, ["deploy", "resources", "limits", "memory"], "256M"),
			"services:\n  web:\n    image: x\n    deploy:\n      replicas: 2\n",
			"services:\n  web:\n    image: x\n    deploy:\n      replicas: 2\n      resources:\n        limits:\n          memory: 256M\n",
		);
	});

	test("makes them in a flow mapping", () => {
		becomes(
			(map, text) => setKey(text, map, ["deploy", "replicas"], 1),
			"services:\n  web: {image: x}\n",
			"services:\n  web: {image: x, deploy: { replicas: 1 }}\n",
		);
	});

	test("goes below a key without value", () => {
		becomes(
			(map, text) => setKey(text, map, ["deploy", "replicas"], 1),
			"services:\n  web:\n    deploy:\n    image: x\n",
			"services:\n  web:\n    deploy:\n      replicas: 1\n    image: x\n",
		);
	});

	test("stays a string where YAML would make something else of it", () => {
		becomes(
			(map, text) => setKey(text, map, ["restart"], "no"),
			"services:\n  web:\n    image: x\n",
			'services:\n  web:\n    image: x\n    restart: "no"\n',
		);
	});

	test("fills an empty one", () => {
		becomes(
			(map, text) => setKey(text, map, ["image"], "nginx"),
			"services:\n  web:\n    image: # which\n    restart: always\n",
			"services:\n  web:\n    image: nginx # which\n    restart: always\n",
		);
	});

	test("of a scalar is replaced in its own style", () => {
		becomes(
			(map, text) => {
				const ports = findValue(map, "ports");
				const item = ports?.kind === "sequence" ? ports.items[1] : undefined;
				assert.ok(item?.kind === "scalar");
				return [replaceScalar(text, item, "8081:81")];
			},
			"services:\n  web:\n    ports: [\"80:80\", '81:81']\n",
			"services:\n  web:\n    ports: [\"80:80\", '8081:81']\n",
		);
	});
});

describe("what is taken out", () => {
	test("a key goes with its lines and its comment", () => {
		becomes(
			(map, text) => removeKey(text, map, ["ports"]),
			'services:\n  web:\n    image: x\n    ports: # all\n      - "80:80" # http\n    restart: always\n',
			"services:\n  web:\n    image: x\n    restart: always\n",
		);
	});

	test("the last key of a file without line break", () => {
		becomes(
			(map, text) => removeKey(text, map, ["container_name"]),
			"services:\n  web:\n    image: x\n    container_name: y",
			"services:\n  web:\n    image: x",
		);
	});

	test("a key goes with the one above where nothing is left there", () => {
		becomes(
			(map, text) => removeKey(text, map, ["deploy", "replicas"]),
			"services:\n  web:\n    image: x\n    deploy:\n      replicas: 3\n    restart: always\n",
			"services:\n  web:\n    image: x\n    restart: always\n",
		);
	});

	test("a key of several stays alone", () => {
		becomes(
			(map, text) => removeKey(text, map, ["deploy", "replicas"]),
			"services:\n  web:\n    deploy:\n      replicas: 3\n      mode: x\n",
			"services:\n  web:\n    deploy:\n      mode: x\n",
		);
	});

	test("a key of a flow mapping", () => {
		becomes(
			(map, text) => removeKey(text, map, ["image"]),
			"services:\n  web: { image: x, restart: always }\n",
			"services:\n  web: { restart: always }\n",
		);
		becomes(
			(map, text) => removeKey(text, map, ["restart"]),
			"services:\n  web: { image: x, restart: always }\n",
			"services:\n  web: { image: x }\n",
		);
	});

	test("an item", () => {
		becomes(
			(map, text) => removeItem(text, map, ["ports"], itemOf(map, "ports", 0)),
			'services:\n  web:\n    ports:\n      - "80:80"\n      - "81:81" # second\n',
			'services:\n  web:\n    ports:\n      - "81:81" # second\n',
		);
		becomes(
			(map, text) => removeItem(text, map, ["ports"], itemOf(map, "ports", 1)),
			'services:\n  web:\n    ports: ["80:80", "81:81"]\n',
			'services:\n  web:\n    ports: ["80:80"]\n',
		);
	});

	test("the only item goes with its key", () => {
		becomes(
			(map, text) => removeItem(text, map, ["ports"], itemOf(map, "ports", 0)),
			"services:\n  web:\n    ports:\n      - target: 80\n        published: 81\n    image: x\n",
			"services:\n  web:\n    image: x\n",
		);
	});

	test("nothing, where the key is not written there", () => {
		becomes(
			(map, text) => removeKey(text, map, ["image"]),
			"x: &x {image: a}\nservices:\n  web:\n    <<: *x\n    restart: always\n",
			"x: &x {image: a}\nservices:\n  web:\n    <<: *x\n    restart: always\n",
		);
	});
});

function becomes(
	edit: (map: YamlMap, text: string) => readonly Edit[],
	before: string,
	after: string,
): void {
	const edited = applyEdits(before, edit(serviceWeb(before), before));
	assert.equal(edited, after);
	assert.deepEqual(parseYaml(path, edited).problems, []);
}

function serviceWeb(text: string): YamlMap {
	const web = findMap(
		findMap(parseYaml(path, text).documents[0], "services"),
		"web",
	);
	assert.ok(web);
	return web;
}

function itemOf(map: YamlMap, key: string, index: number): YamlNode {
	const list = findValue(map, key);
	assert.ok(list?.kind === "sequence");
	const item = list.items[index];
	assert.ok(item);
	return item;
}
