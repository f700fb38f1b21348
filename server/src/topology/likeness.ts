/** Whether two names mean the same application: `realtime_gateway` and `realtime`, `middleware-api` and `middleware`. */

/** Words of a name, without those that say nothing about which application it is. */
function words(name: string): readonly string[] {
	const common = new Set([
		"api",
		"app",
		"backend",
		"server",
		"service",
		"svc",
		"upstream",
		"gateway",
	]);
	const all = name
		.replace(/([a-z])([A-Z])/g, "$1 $2")
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter(Boolean);
	const telling = all.filter((word) => !common.has(word));
	return telling.length > 0 ? telling : all;
}

/** All telling words of one stand in the other. */
export function alike(a: string, b: string): boolean {
	const [first, second] = [words(a), words(b)];
	const [fewer, more] =
		first.length <= second.length ? [first, second] : [second, first];
	return fewer.length > 0 && fewer.every((word) => more.includes(word));
}
