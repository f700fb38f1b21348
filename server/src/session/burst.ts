/** Changes that come faster than they can be answered are answered once, by the newest. */

export interface Burst {
	/** The document's new text; counts from the next quiet moment on. */
	add(path: string, text: string): void;
	/** Handles what has come so far, now. */
	flush(): void;
	isWaiting(): boolean;
}

/** As many changes in a row are waited for; then they are handled, whatever else comes. */
const mostWaited = 200;

/**
 * Messages are handled one in each turn of the event loop. As long as every turn brings a
 * change, more may be on their way; the first turn without one is the time to answer. A
 * single change waits two turns, some microseconds.
 */
export function createBurst(
	handle: (texts: ReadonlyMap<string, string>) => void,
	onCrash: (what: string, error: unknown) => void,
): Burst {
	let texts = new Map<string, string>();
	let added = 0;
	let isScheduled = false;

	const flush = (): void => {
		if (texts.size === 0) return;
		const now = texts;
		texts = new Map();
		added = 0;
		try {
			handle(now);
		} catch (error) {
			onCrash("change", error);
		}
	};

	const wait = (before: number): void => {
		isScheduled = true;
		setImmediate(() => {
			isScheduled = false;
			if (texts.size === 0) return;
			if (added === before || added > mostWaited) flush();
			else wait(added);
		});
	};

	return {
		add(path, text) {
			texts.set(path, text);
			added++;
			if (!isScheduled) wait(-1);
		},
		flush,
		isWaiting: () => texts.size > 0,
	};
}
