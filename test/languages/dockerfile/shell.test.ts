import assert from "node:assert/strict";
import { test } from "node:test";
import { simpleCommands } from "../../../server/src/languages/dockerfile/shell.ts";

/** Words joined with `_`, redirections behind them; `?` in front of what may not run. */
function read(text: string): readonly string[] {
	return simpleCommands(text).map(({ words, redirects, certain }) =>
		[
			(certain ? "" : "?") + words.map((word) => word.text).join("_"),
			...redirects.map(({ operator, target }) => operator + target.text),
		].join(" "),
	);
}

test("commands, quotes and redirections", () => {
	assert.deepEqual(read("a 'b c' \"d e\" f\\ g && h; i | j & k"), [
		"a_b c_d e_f g",
		"h",
		"i",
		"j",
		"k",
	]);
	assert.deepEqual(read("a <in >out 2>&1 2>/dev/null >>log"), [
		"a <in >out >/dev/null >>log",
	]);
	assert.deepEqual(read("a \\\n  b # no\nc#d"), ["a_b", "c#d"]);
	assert.deepEqual(read("X=1 Y=2 exec a"), ["a"]);
	assert.deepEqual(read("> file"), [" >file"]);
	assert.deepEqual(read("a &> all"), ["a >all"]);
});

test("variables and substitutions make a word open", () => {
	const words = simpleCommands("a $x '$y' \"$(b 'c d' | e)\" \\$z")[0]?.words;
	assert.deepEqual(
		words?.map(({ text, open }) => [text, open]),
		[
			["a", false],
			["$x", true],
			["$y", false],
			["$(b 'c d' | e)", true],
			["$z", false],
		],
	);
});

test("what may not run is not certain", () => {
	assert.deepEqual(read("if a; then b; else c; fi; d"), [
		"?a",
		"?b",
		"?c",
		"d",
	]);
	assert.deepEqual(read("a || b && c; d"), ["a", "?b", "?c", "d"]);
	assert.deepEqual(read("while :; do a; done & b"), ["?:", "?a", "b"]);
	assert.deepEqual(read("(a; b); c"), ["?a", "?b", "c"]);
	assert.deepEqual(read("f() { a; }; b"), ["f", "?a", "b"]);
});

test("heredocs are no commands", () => {
	assert.deepEqual(read("cat <<EOF > /x\nrm -rf /\nEOF\na"), ["cat >/x", "a"]);
	assert.deepEqual(read("cat <<-'E' > /x; b\n\trm\n\tE\nc"), [
		"cat >/x",
		"b",
		"c",
	]);
	assert.deepEqual(read("<<EOF\na\nEOF\n"), []);
});

test("any text is read, in time that grows with it", () => {
	const text =
		"if [ -f '/x' ]; then cat <<E >\"/y$(z `w`)\" \\\n2>&1; E\nfi; case $x in a) b;; esac";
	for (let i = 0; i <= text.length; i++) {
		simpleCommands(text.slice(0, i));
		simpleCommands(text.slice(i));
	}
	for (const part of ["$(", "<<A ", "'", "\\", "if ", "a;", "{ ", "#"]) {
		const started = performance.now();
		simpleCommands(part.repeat(100_000));
		const seconds = (performance.now() - started) / 1000;
		assert.ok(seconds < 60, `${part} took ${seconds.toFixed(1)} s`);
	}
});

test("a test in front makes the rest conditional; branches of a case too", () => {
	assert.deepEqual(read("[ -f x ] && a && b; c"), [
		"[_-f_x_]",
		"?a",
		"?b",
		"c",
	]);
	assert.deepEqual(read("case $x in a) b;; esac; c"), [
		"?case_$x_in_a",
		"?b",
		"c",
	]);
});
