/** nginx itself: its processes, its logs. */

import { nearestWord } from "../../../../text/nearest-word.ts";
import { accessLog, errorLog, logFormat } from "../logs.ts";
import { oneOf } from "../slots.ts";
import { isNumber } from "../units.ts";
import { wrongWord } from "../wrong.ts";
import type { Handlers } from "./handler.ts";

export const processes: Handlers = {
	log_format: logFormat,
	error_log: errorLog,
	access_log: accessLog,
	worker_processes: ({ args: [word] }) =>
		word && word.text !== "auto" && !isNumber(word.text)
			? wrongWord(
					word,
					`worker_processes takes a number or auto, not "${word.text}"`,
				)
			: undefined,
	worker_connections: ({ args: [word] }) =>
		word && !isNumber(word.text)
			? wrongWord(word, `worker_connections takes a number, not "${word.text}"`)
			: undefined,
	worker_cpu_affinity: ({ args }) => {
		const masks = args[0]?.text === "auto" ? args.slice(1) : args;
		const word = masks.find(({ text }) => !/^[01 ]*$/.test(text));
		return (
			word &&
			wrongWord(
				word,
				`worker_cpu_affinity takes masks as 0101, or auto, not "${word.text}"`,
			)
		);
	},
	worker_priority: ({ args: [word] }) =>
		word && !/^[+-]?\d+$/.test(word.text)
			? wrongWord(word, `worker_priority takes a number, not "${word.text}"`)
			: undefined,
	use: ({ args: [word] }) =>
		word && !eventMethods.includes(word.text)
			? wrongWord(
					word,
					`use takes ${oneOf(eventMethods.slice(0, 4))}, not "${word.text}"`,
					nearestWord(word.text, eventMethods),
				)
			: undefined,
};

const eventMethods = [
	"epoll",
	"poll",
	"select",
	"kqueue",
	"eventport",
	"/dev/poll",
];
