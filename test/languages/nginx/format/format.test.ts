/** What formatting makes of a file. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
	formatClosedBlock,
	formatNginx,
} from "../../../../server/src/features/nginx-format.ts";
import { applyEdits } from "../../../../server/src/text/edit.ts";

const spaces = { size: 4, tabs: false };

function formatted(text: string, indentation = spaces): string {
	return applyEdits(text, formatNginx("/nginx.conf", text, indentation));
}

const cases: readonly (readonly [string, string, string])[] = [
	[
		"indents by blocks",
		"http {\nserver {\n      listen 80;\n  }\n}",
		"http {\n    server {\n        listen 80;\n    }\n}\n",
	],
	[
		"keeps what stands in one line",
		"location / { return 200; }\nlocation /a {return 204;}\ntypes {}\n",
		"location / { return 200; }\nlocation /a { return 204; }\ntypes {}\n",
	],
	[
		"puts one space between words, none in front of ;",
		"listen    80 ;\nserver_name\ta;\nlocation  ~  \\.php$ {\n}\n",
		"listen 80;\nserver_name\ta;\nlocation ~ \\.php$ {\n}\n",
	],
	[
		"puts a space in front of {",
		"server{\nlocation /a{\n}\n}\n",
		"server {\n    location /a {\n    }\n}\n",
	],
	[
		"keeps columns that the author made",
		"server {\n  proxy_set_header Host            $host;\n  proxy_set_header X-Forwarded-For $remote_addr;\n}\n",
		"server {\n    proxy_set_header Host            $host;\n    proxy_set_header X-Forwarded-For $remote_addr;\n}\n",
	],
	[
		"moves further lines with their statement",
		"http {\nlog_format main 'a'\n                'b';\n}\n",
		"http {\n    log_format main 'a'\n                    'b';\n}\n",
	],
	[
		"indents further lines that were not",
		'add_header A\n"b";\n',
		'add_header A\n    "b";\n',
	],
	[
		"keeps comments, and where they stand behind a statement",
		"server {\n# one\nlisten 80;    # two\n      # three\n}# four\n",
		"server {\n    # one\n    listen 80;    # two\n    # three\n} # four\n",
	],
	[
		"keeps empty lines, two at most, and ends with one line break",
		"\n\nuser a;\n\n\n\n\n\nuser b;\n\n\n",
		"user a;\n\n\nuser b;\n",
	],
	[
		"removes white space at the end of lines",
		"user a;  \n\t\nuser b;\t",
		"user a;\n\nuser b;\n",
	],
	[
		"leaves the inside of quotes and of Lua",
		'location / {\nreturn 200 "a\n  b  \n";\ncontent_by_lua_block {\n  if a then  b()\n    end }\n}\n',
		'location / {\n    return 200 "a\n  b  \n";\n    content_by_lua_block {\n  if a then  b()\n    end }\n}\n',
	],
	[
		"leaves placeholders of templates",
		// biome-ignore lint/suspicious/noTemplateCurlyInString: a template's
		"server {\nlisten ${PORT};\nserver_name ${A}.${B};\n}\n",
		// biome-ignore lint/suspicious/noTemplateCurlyInString: a template's
		"server {\n    listen ${PORT};\n    server_name ${A}.${B};\n}\n",
	],
	[
		"keeps line ends and a byte order mark's absence",
		"server {\r\nlisten 80;\r\n\r\n}\r\n",
		"server {\r\n    listen 80;\r\n\r\n}\r\n",
	],
	[
		"leaves a file that can't be read",
		"server {\nlisten 80\n",
		"server {\nlisten 80\n",
	],
	["leaves an empty file", "", ""],
];

describe("format", () => {
	for (const [name, text, expected] of cases)
		test(name, () => {
			assert.equal(formatted(text), expected);
			assert.equal(formatted(expected), expected, "a second time");
		});

	test("with tabs, which stand for the depth alone", () => {
		assert.equal(
			formatted("http {\n  log_format a 'b'\n               'c';\n}\n", {
				size: 4,
				tabs: true,
			}),
			"http {\n\tlog_format a 'b'\n\t             'c';\n}\n",
		);
	});

	test("a part changes no other line", () => {
		const text = "http {\nserver {\nlisten 80;\nroot /a;\n}\n}\n";
		const start = text.indexOf("listen");
		const edits = formatNginx("/nginx.conf", text, spaces, {
			start,
			end: start + 3,
		});
		assert.equal(
			applyEdits(text, edits),
			"http {\nserver {\n        listen 80;\nroot /a;\n}\n}\n",
		);
	});

	test("a } formats the block that it closes", () => {
		const text = "http {\n  server {\nlisten 80;\n}\n}\n";
		const brace = text.indexOf("}") + 1;
		assert.equal(
			applyEdits(text, formatClosedBlock("/nginx.conf", text, brace, spaces)),
			"http {\n    server {\n        listen 80;\n    }\n}\n",
		);
		assert.deepEqual(formatClosedBlock("/nginx.conf", text, 3, spaces), []);
	});
});
