/** YAML as it is written: before aliases and merge keys are followed, and before anybody says what a scalar means. */

import type { Span } from "../../text/place.ts";

interface Written extends Span {
	readonly anchor?: string | undefined;
	readonly tag?: string | undefined;
}

export interface RawScalar extends Written {
	readonly kind: "scalar";
	/** Without quotes, escapes settled. */
	readonly text: string;
	/** Neither quoted nor a block: it may mean a number. */
	readonly plain: boolean;
}

export interface RawMap extends Written {
	readonly kind: "map";
	readonly pairs: readonly RawPair[];
	readonly flow: boolean;
}

export interface RawPair {
	readonly key: RawNode;
	/** Where nothing stands: an empty plain scalar behind the colon. */
	readonly value: RawNode;
}

export interface RawSequence extends Written {
	readonly kind: "sequence";
	readonly items: readonly RawNode[];
	readonly flow: boolean;
}

export interface RawAlias extends Span {
	readonly kind: "alias";
	readonly name: string;
}

/** Spans are exact: quotes and brackets belong to them; comments, line breaks, anchors and tags do not. */
export type RawNode = RawScalar | RawMap | RawSequence | RawAlias;

/** Nothing, written at an offset. */
export function rawNothing(at: number): RawScalar {
	return { kind: "scalar", text: "", plain: true, start: at, end: at };
}
