/** Paths as places have them: absolute, forward slashes. The core does without node:path, whose separator depends on the machine. */

export function dirname(path: string): string {
	const slash = path.lastIndexOf("/");
	return slash <= 0 ? "/" : path.slice(0, slash);
}

export function basename(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

/** `path` as seen from `directory`: absolute paths stay, `.` and `..` are settled, a trailing slash goes. */
export function resolve(directory: string, path: string): string {
	const parts: string[] = [];
	for (const part of (path.startsWith("/")
		? path
		: `${directory}/${path}`
	).split("/")) {
		if (part === "" || part === ".") continue;
		if (part === "..") parts.pop();
		else parts.push(part);
	}
	return `/${parts.join("/")}`;
}

/** Whether `path` is `directory` or below it. */
export function isWithin(directory: string, path: string): boolean {
	return (
		directory === "/" || path === directory || path.startsWith(`${directory}/`)
	);
}

/** How one writes `path` in a file that lies in `directory`: without `./`, with `../` where it must climb. */
export function relative(directory: string, path: string): string {
	const from = directory.split("/").filter(Boolean);
	const to = path.split("/").filter(Boolean);
	let common = 0;
	while (
		common < from.length &&
		common < to.length &&
		from[common] === to[common]
	)
		common++;
	return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}
