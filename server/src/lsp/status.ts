/** The workspace in numbers, for the status item; told only when one of them changed. */

import type { Status } from "../protocol.ts";

export function createStatus(
	read: () => Status,
	send: (status: Status) => void,
): () => void {
	let told = "";
	return () => {
		const status = read();
		const now = JSON.stringify(status);
		if (now === told) return;
		told = now;
		send(status);
	};
}
