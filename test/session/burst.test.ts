import assert from "node:assert/strict";
import { test } from "node:test";
import { createBurst } from "../../server/src/session/burst.ts";

const turn = () => new Promise(setImmediate);

function recorded() {
	const handled: [string, string][][] = [];
	const crashes: string[] = [];
	const burst = createBurst(
		(texts) => {
			if (texts.get("/bad")) throw new Error("bad");
			handled.push([...texts]);
		},
		(what) => crashes.push(what),
	);
	return { burst, handled, crashes };
}

test("one change is handled after two turns", async () => {
	const { burst, handled } = recorded();
	burst.add("/a", "1");
	assert.ok(burst.isWaiting());
	await turn();
	await turn();
	await turn();
	assert.deepEqual(handled, [[["/a", "1"]]]);
	assert.ok(!burst.isWaiting());
});

test("changes that come in every turn are handled once, by the newest texts", async () => {
	const { burst, handled } = recorded();
	for (let i = 0; i < 20; i++) {
		burst.add(i % 2 ? "/a" : "/b", String(i));
		await turn();
	}
	await turn();
	await turn();
	assert.deepEqual(handled, [
		[
			["/b", "18"],
			["/a", "19"],
		],
	]);
});

test("changes without end are handled all the same", async () => {
	const { burst, handled } = recorded();
	for (let i = 0; i < 1000; i++) {
		burst.add("/a", String(i));
		await turn();
	}
	assert.ok(handled.length >= 2);
});

test("who can't wait flushes, and nothing is handled twice", async () => {
	const { burst, handled } = recorded();
	burst.add("/a", "1");
	burst.flush();
	burst.flush();
	await turn();
	await turn();
	assert.deepEqual(handled, [[["/a", "1"]]]);
});

test("a failure is told and does not end it", async () => {
	const { burst, handled, crashes } = recorded();
	burst.add("/bad", "1");
	burst.flush();
	burst.add("/a", "2");
	burst.flush();
	assert.deepEqual(crashes, ["change"]);
	assert.deepEqual(handled, [[["/a", "2"]]]);
});
