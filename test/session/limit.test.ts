import assert from "node:assert/strict";
import { test } from "node:test";
import { limit } from "../../server/src/session/limit.ts";

test("runs as many at once as it may, in order, and goes on after a failure", async () => {
	const inTurn = limit(3);
	const started: number[] = [];
	const finish: (() => void)[] = [];
	let running = 0;
	let most = 0;
	const task = (i: number) => async () => {
		started.push(i);
		running++;
		most = Math.max(most, running);
		await new Promise<void>((resolve) => finish.push(resolve));
		running--;
		if (i === 1) throw new Error("one");
		return i;
	};
	const results = Promise.allSettled(
		Array.from({ length: 8 }, (_, i) => inTurn(task(i))),
	);
	while (finish.length > 0) {
		finish.shift()?.();
		await new Promise(setImmediate);
	}
	const settled = await results;
	assert.deepEqual(started, [0, 1, 2, 3, 4, 5, 6, 7]);
	assert.equal(most, 3);
	assert.equal(settled[1]?.status, "rejected");
	assert.equal(
		settled.filter(({ status }) => status === "fulfilled").length,
		7,
	);
});
