/** Loops, as far as it is known how often they run. */

import type {
	DoWhileStatement,
	ForInStatement,
	ForOfStatement,
	ForStatement,
	WhileStatement,
} from "acorn";
import { bind } from "./assign.ts";
import { evaluate } from "./expression.ts";
import { forgetChanges } from "./forget.ts";
import { decided, place, type Run, step } from "./run.ts";
import { newScope, type Scope } from "./scope.ts";
import { declareVariables, type End, runStatement } from "./statements.ts";
import { plain, truth, type Value } from "./value.ts";

type Loop =
	| ForStatement
	| ForOfStatement
	| ForInStatement
	| WhileStatement
	| DoWhileStatement;

export function runLoop(
	node: Loop,
	scope: Scope,
	run: Run,
	label: string | undefined,
): End | undefined {
	run.shared.made++;
	const inner = newScope(scope, false, run.shared.made);
	if (node.type === "ForOfStatement" || node.type === "ForInStatement")
		return runEach(node, inner, run, label);
	return runWhile(node, inner, run, label);
}

function runWhile(
	node: ForStatement | WhileStatement | DoWhileStatement,
	scope: Scope,
	run: Run,
	label: string | undefined,
): End | undefined {
	if (node.type === "ForStatement" && node.init) {
		if (node.init.type === "VariableDeclaration")
			declareVariables(node.init, scope, run);
		else evaluate(node.init, scope, run);
	}
	let inner = scope;
	for (let first = true; ; first = false) {
		step(run);
		if (node.test && !(first && node.type === "DoWhileStatement")) {
			const test = decided(run, evaluate(node.test, inner, run));
			const goesOn = truth(test);
			if (goesOn === undefined) {
				forgetChanges(node, inner, run, openEnd(test));
				return undefined;
			}
			if (!goesOn) return undefined;
		}
		// Each round has its own copy of the loop's names, as functions that keep them need.
		run.shared.made++;
		const round = newScope(scope.parent, false, run.shared.made);
		for (const [name, value] of inner.names) round.names.set(name, value);
		inner = round;
		const end = afterRound(runStatement(node.body, inner, run), label);
		if (end !== "again") return end;
		if (node.type === "ForStatement" && node.update)
			evaluate(node.update, inner, run);
	}
}

function runEach(
	node: ForOfStatement | ForInStatement,
	scope: Scope,
	run: Run,
	label: string | undefined,
): End | undefined {
	const subject = decided(run, evaluate(node.right, scope, run));
	const items = itemsOf(node, subject, run);
	if (!items) {
		forgetChanges(node, scope, run, openEnd(subject));
		return undefined;
	}
	for (const item of items) {
		step(run);
		run.shared.made++;
		const round = newScope(scope, false, run.shared.made);
		if (node.left.type === "VariableDeclaration") {
			const [first] = node.left.declarations;
			if (first) bind(first.id, item, round, run, true);
		} else bind(node.left, item, round, run, false);
		const end = afterRound(runStatement(node.body, round, run), label);
		if (end !== "again") return end;
	}
	return undefined;
}

/** Undefined where it is open what there is to go through. */
function itemsOf(
	node: ForOfStatement | ForInStatement,
	subject: Value,
	run: Run,
): readonly Value[] | undefined {
	const at = place(run, node.right);
	if (node.type === "ForInStatement") {
		if (subject.kind === "object" && subject.complete)
			return [...subject.properties].map(([key, { keyAt }]) =>
				plain(key, keyAt),
			);
		if (subject.kind === "array" && subject.complete)
			return subject.items.map((_, i) => plain(String(i), at));
		return undefined;
	}
	if (subject.kind === "array" && subject.complete) return [...subject.items];
	if (subject.kind === "plain" && typeof subject.value === "string")
		return [...subject.value].map((letter) => plain(letter, at));
	return undefined;
}

function openEnd(value: Value): string {
	return value.kind === "unknown"
		? value.reason
		: "a loop whose end is only known at run time";
}

function afterRound(
	end: End | undefined,
	label: string | undefined,
): End | undefined | "again" {
	if (!end) return "again";
	const own =
		end.kind !== "return" && (end.label === undefined || end.label === label);
	if (!own) return end;
	return end.kind === "continue" ? "again" : undefined;
}
