/** What a rule is, and what it says. One file, one page, one id: see ARCHITECTURE.md, "A rule". */

import type { Edit } from "../text/edit.ts";
import type { Place } from "../text/place.ts";
import type { Project } from "../topology/model.ts";

export type Severity = "error" | "warning" | "info" | "hint";

/** What lists, settings and pages know of a rule. */
export interface RuleInfo {
	/** File name, diagnostic code, page and settings key. */
	readonly id: string;
	/** The severity that most of its findings have. */
	readonly severity: Severity;
	/** One line, for lists. */
	readonly summary: string;
}

export interface Rule extends RuleInfo {
	/**
	 * Where its findings stand: in the text that is there now (what could not be parsed), or in
	 * the last text that could be, from which the topology was made.
	 */
	readonly reads: "text" | "topology";
	/** Knows what it can't know, and then says nothing. */
	check(project: Project): Iterable<Finding>;
}

export interface Finding {
	/** What is wrong, with both ends named. What to do is the title of a fix. */
	readonly message: string;
	/** Where one would change it. */
	readonly at: Place;
	/** Where it differs from the rule's. */
	readonly severity?: Severity;
	/** The other ends. */
	readonly related?: readonly Related[];
	readonly fixes?: readonly Fix[];
	readonly tag?: "unnecessary" | "deprecated";
}

export interface Related {
	readonly at: Place;
	readonly message: string;
}

export interface Fix {
	/** In the imperative. */
	readonly title: string;
	/** The one safe fix: fix-all applies it. */
	readonly preferred?: boolean;
	/** Computed when somebody asks; comments, order and indentation of what it does not change stay. */
	edits(): readonly Edit[];
}

/** What is reported: with the rule that says it, and the severity that counts for it here. */
export interface RuledFinding extends Finding {
	readonly rule: string;
	readonly severity: Severity;
}
