// biome-ignore-all lint/suspicious/noTemplateCurlyInString: envsubst writes variables so.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress } from "../../../server/src/languages/nginx/address.ts";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import { readNginx } from "../../../server/src/languages/nginx/read.ts";
import {
	render,
	templateVariables,
} from "../../../server/src/languages/nginx/template.ts";

const variables = new Map([
	["HOST", "api"],
	["API_PORT", "3000"],
	["EMPTY", ""],
]);

const rendered: Readonly<Record<string, string>> = {
	"${HOST}:$API_PORT": "api:3000",
	"$HOSTNAME $host ${host}": "$HOSTNAME $host ${host}",
	"${UNDEFINED} $UNDEFINED": "${UNDEFINED} $UNDEFINED",
	"${HOST:-default}": "${HOST:-default}",
	$$HOST: "$api",
	"${${HOST}}": "${api}",
	"\\$HOST": "\\api",
	"${HOST": "${HOST",
	"$HOST-$API_PORT.x": "api-3000.x",
	"a${EMPTY}b": "ab",
	$: "$",
	"": "",
};

for (const [template, text] of Object.entries(rendered)) {
	test(`renders ${template}`, () => {
		assert.equal(render(template, variables).text, text);
	});
}

test("a part of the rendered text is found in the template", () => {
	const template = "server ${HOST}:${API_PORT} weight=2; # ${EMPTY}x";
	const { text, toSource } = render(template, variables);
	const source = (part: string) => {
		const start = text.indexOf(part);
		const { start: from, end } = toSource({ start, end: start + part.length });
		return template.slice(from, end);
	};
	assert.equal(source("server"), "server");
	assert.equal(source("api"), "${HOST}");
	assert.equal(source("pi"), "${HOST}");
	assert.equal(source("api:3000"), "${HOST}:${API_PORT}");
	assert.equal(source(":"), ":");
	assert.equal(source("weight=2"), "weight=2");
	assert.equal(source("00 w"), "${API_PORT} w");
	assert.equal(source("x"), "x");
	assert.deepEqual(toSource({ start: 0, end: text.length }), {
		start: 0,
		end: template.length,
	});
	assert.deepEqual(toSource({ start: text.length, end: text.length }), {
		start: template.length,
		end: template.length,
	});
});

test("every offset has its place, in order", () => {
	const template = "$HOST${EMPTY}${HOST} a $API_PORT";
	const { text, toSource } = render(template, variables);
	let behind = 0;
	for (let start = 0; start < text.length; start++) {
		const span = toSource({ start, end: start + 1 });
		assert.ok(
			span.start >= behind &&
				span.end > span.start &&
				span.end <= template.length,
		);
		behind = span.start;
	}
});

test("facts of a rendered template point into the template", () => {
	const template =
		"upstream a {\n  server ${HOST}:${API_PORT};\n  server b:$API_PORT backup;\n}\n";
	const { text, toSource } = render(template, variables);
	const tree = parseNginx("/a.template", text, {
		place: (start, end) => ({
			path: "/a.template",
			...toSource({ start, end }),
		}),
	});
	const slice = (at: { start: number; end: number } | undefined) =>
		at && template.slice(at.start, at.end);
	const servers = readNginx(tree.directives).upstreams[0]?.servers ?? [];
	assert.deepEqual(
		servers.map(({ address }) => [
			address.text,
			address.port?.value,
			slice(address.host.at),
			slice(address.port?.at),
		]),
		[
			["api:3000", 3000, "${HOST}", "${API_PORT}"],
			["b:3000", 3000, "b", "$API_PORT"],
		],
	);
	assert.equal(slice(servers[1]?.directive.at), "server b:$API_PORT backup;");
	assert.equal(slice(servers[1]?.parameters[0]?.at), "backup");
	const word = servers[0]?.directive.args[0];
	assert.equal(word && slice(readAddress(word).at), "${HOST}:${API_PORT}");
});

test("errors of a rendered template point into the template", () => {
	const template = "root ${HOST}\nindex $API_PORT;";
	const { text, toSource } = render(template, variables);
	const { errors } = parseNginx("/a.template", text, {
		place: (start, end) => ({
			path: "/a.template",
			...toSource({ start, end }),
		}),
	});
	const [error] = errors;
	assert.equal(template.slice(error?.at.start, error?.at.end), "${HOST}");
	assert.equal(error?.mend?.start, "root ${HOST}".length);
});

test("the names that a template asks for", () => {
	assert.deepEqual(
		templateVariables("${HOST}:$PORT ${X:-1} $1").map(({ name }) => name),
		["HOST", "PORT"],
	);
});
