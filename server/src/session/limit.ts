/** Keeps the number of running tasks below a limit: a thousand files opened at once are more than the system allows. */

export function limit(most: number): <T>(task: () => Promise<T>) => Promise<T> {
	const waiting: (() => void)[] = [];
	let running = 0;
	return async (task) => {
		if (running >= most)
			await new Promise<void>((resolve) => waiting.push(resolve));
		else running++;
		try {
			return await task();
		} finally {
			// Whoever waits takes the place over; the number stays.
			const next = waiting.shift();
			if (next) next();
			else running--;
		}
	};
}
