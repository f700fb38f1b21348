/** What is found out about something once, and remembered as long as that is there. */

/**
 * `find`, called once for each owner: its answer may depend on the owner alone, and owners don't
 * change. It is kept in the owner itself, where no copy of it takes it along, and not in a
 * WeakMap: V8's young collections take all values of a WeakMap for alive, so that each keystroke's
 * project, and the syntax trees behind it, would stay until the next full collection.
 */
export function oncePer<Owner extends object, Found>(
	find: (owner: Owner) => Found,
): (owner: Owner) => Found {
	const found = Symbol(find.name);
	return (owner: Owner & { [found]?: Found }) => {
		const before = owner[found];
		if (before !== undefined || found in owner) return before as Found;
		const value = find(owner);
		Object.defineProperty(owner, found, { value });
		return value;
	};
}
