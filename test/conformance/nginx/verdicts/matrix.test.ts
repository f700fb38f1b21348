/** The catalog against nginx 1.22.1: every directive that it knows, in every context, with every number of arguments. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { directivesNamed } from "../../../../server/src/languages/nginx/catalog/catalog.ts";
import { asked, matrix } from "./matrix.ts";

const known = [...matrix()].flatMap(([name, said]) =>
	said ? [{ name, ...said }] : [],
);

/** What a later version, the commercial one, or a module that is not loaded knows besides. */
const later = {
	contexts: [
		"resolver",
		"resolver_timeout",
		// In stream since 1.25.5 and 1.27.2.
		"server_name",
		"server_names_hash_bucket_size",
		"server_names_hash_max_size",
		"ssl_reject_handshake",
		"ssl_ocsp",
		"ssl_ocsp_cache",
		"ssl_ocsp_responder",
		"ssl_stapling",
		"ssl_stapling_file",
		"ssl_stapling_responder",
		"ssl_stapling_verify",
		// ngx_stream_geoip_module.
		"geoip_country",
		"geoip_city",
		"geoip_org",
	],
	counts: ["limit_req_zone", "keepalive"],
};

test("asks about most of the catalog", () => {
	assert.ok(known.length > 500, `${known.length}`);
});

test("contexts", () => {
	const same = known.filter(({ name }) => !later.contexts.includes(name));
	const ours = same.map(({ name }) => {
		const all = directivesNamed(name).flatMap(({ contexts }) => contexts);
		return `${name}: ${asked.filter((each) => all.includes(each)).join(", ")}`;
	});
	assert.deepEqual(
		ours,
		same.map(({ name, contexts }) => `${name}: ${contexts.join(", ")}`),
	);
});

test("numbers of arguments", () => {
	const same = known.filter(({ name }) => !later.counts.includes(name));
	const ours = same.map(({ name, contexts: [first] }) => {
		const all = directivesNamed(name).filter(({ contexts }) =>
			contexts.some((each) => each === first),
		);
		const counts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((count) =>
			all.some(({ arity }) => count >= arity.min && count <= arity.max),
		);
		return `${name}: ${counts.join("")}`;
	});
	assert.deepEqual(
		ours,
		same.map(({ name, counts }) => `${name}: ${counts.join("")}`),
	);
});
