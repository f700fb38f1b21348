import assert from "node:assert/strict";
import { test } from "node:test";
import { endOfLua } from "../../../server/src/languages/nginx/lua.ts";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import { outline } from "./shape.ts";

/** Each is the whole text of a block; the brace behind it closes it. */
const blocks: readonly string[] = [
	"",
	" ngx.say('hello') ",
	" local t = { a = { 1, 2 }, b = {} } ",
	` ngx.say("}") ngx.say('}') `,
	` ngx.say("\\"}") ngx.say('\\'}') `,
	String.raw` ngx.say("\\") `,
	" ngx.say([[ } ]]) ",
	" ngx.say([==[ ]] } ]=] ]==]) ",
	" -- }\n ngx.exit(200) ",
	" --[[ }\n } ]] ngx.exit(200) ",
	" --[==[ }\n ]] } ]==] ngx.exit(200) ",
	" --[ } \n ngx.exit(200) ",
	" local x = a[b[c]] - -1 ",
	' ngx.say("a\\z\n   }") ',
	' ngx.say("a\\\n}") ',
	' ngx.say("unfinished\n) ',
	" # no comment in Lua ",
	' local s = [=[ "]=] ',
];

for (const block of blocks) {
	test(`ends where Lua says: ${JSON.stringify(block)}`, () => {
		assert.equal(endOfLua(`${block}} }`, 0), block.length);
	});
}

test("a block without its brace has no end", () => {
	for (const text of ["", " {", ' "}', " [[ }", " --[[ }", " -- }"])
		assert.equal(endOfLua(text, 0), undefined);
});

test("the text of a Lua block is not nginx's, and what follows is", () => {
	const text = `server {
	set_by_lua_block $x{
		local s = "it's # not a comment; {"
		return s -- }
	}
	access_by_lua_block { ngx.exit(200) } listen 80;
}`;
	const tree = parseNginx("/a", text);
	assert.deepEqual(tree.errors, []);
	assert.equal(
		outline(tree.directives),
		"server { set_by_lua_block $x {lua} access_by_lua_block {lua} listen 80; }",
	);
});
