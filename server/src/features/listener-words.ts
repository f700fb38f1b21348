/** Who answers, in a few words: for lists and hints. */

import type { Listener } from "../topology/model.ts";

export function listenerWords({ by }: Listener): string {
	switch (by.kind) {
		case "pm2":
			return `PM2 app ${by.app.name}`;
		case "published":
			return `service ${by.service.name}, published`;
		case "service":
			return `service ${by.service.name}`;
		case "nginx":
			return "an nginx";
	}
}
