/** Runs statements in their order. Where a branch depends on an open question, the run takes an answer (run.ts). */

import type {
	Expression,
	IfStatement,
	ModuleDeclaration,
	Pattern,
	Statement,
	SwitchStatement,
	TryStatement,
	VariableDeclaration,
} from "acorn";
import { bind } from "./assign.ts";
import { conditionOf } from "./conditional.ts";
import { evaluate } from "./expression.ts";
import { runLoop } from "./loops.ts";
import { binary } from "./operators.ts";
import {
	decide,
	decided,
	deeper,
	place,
	type Run,
	step,
	Thrown,
	thrownReason,
} from "./run.ts";
import { functionScope, newScope, type Scope } from "./scope.ts";
import { plain, truth, unknown, type Value } from "./value.ts";

/** How a list of statements ended, where it did not simply come to its end. */
export type End =
	| { readonly kind: "return"; readonly value: Value }
	| { readonly kind: "break" | "continue"; readonly label: string | undefined };

export function runStatements(
	statements: readonly (Statement | ModuleDeclaration)[],
	scope: Scope,
	run: Run,
): End | undefined {
	for (const statement of statements) {
		const end = runStatement(statement, scope, run);
		if (end) return end;
	}
	return undefined;
}

/** Functions and `var` exist from the beginning of their scope. */
export function hoist(
	statements: readonly (Statement | ModuleDeclaration)[],
	scope: Scope,
	run: Run,
): void {
	for (const statement of statements) {
		const own =
			statement.type === "ExportNamedDeclaration" ||
			statement.type === "ExportDefaultDeclaration"
				? statement.declaration
				: statement;
		if (own?.type === "FunctionDeclaration" && own.id)
			scope.names.set(own.id.name, {
				kind: "function",
				node: own,
				scope,
				at: place(run, own),
			});
	}
}

export function runStatement(
	statement: Statement | ModuleDeclaration,
	scope: Scope,
	run: Run,
): End | undefined {
	step(run);
	return deeper(run, () => runOne(statement, scope, run));
}

function runOne(
	statement: Statement | ModuleDeclaration,
	scope: Scope,
	run: Run,
): End | undefined {
	switch (statement.type) {
		case "ExpressionStatement":
			evaluate(statement.expression, scope, run);
			return undefined;
		case "VariableDeclaration":
			declareVariables(statement, scope, run);
			return undefined;
		case "ReturnStatement":
			return {
				kind: "return",
				value: statement.argument
					? evaluate(statement.argument, scope, run)
					: plain(undefined, place(run, statement)),
			};
		case "BlockStatement":
			return runBlock(statement.body, scope, run);
		case "IfStatement":
			return runIf(statement, scope, run);
		case "SwitchStatement":
			return runSwitch(statement, scope, run);
		case "ForStatement":
		case "ForOfStatement":
		case "ForInStatement":
		case "WhileStatement":
		case "DoWhileStatement":
			return runLoop(statement, scope, run, undefined);
		case "LabeledStatement":
			return runLabeled(statement, scope, run);
		case "BreakStatement":
			return { kind: "break", label: statement.label?.name };
		case "ContinueStatement":
			return { kind: "continue", label: statement.label?.name };
		case "ThrowStatement":
			throw new Thrown(thrownReason);
		case "TryStatement":
			return runTry(statement, scope, run);
		case "ClassDeclaration":
			if (statement.id)
				scope.names.set(
					statement.id.name,
					unknown("a class", place(run, statement)),
				);
			return undefined;
		default:
			// Functions are hoisted; imports and exports are the module's.
			return undefined;
	}
}

export function declareVariables(
	{ kind, declarations }: VariableDeclaration,
	scope: Scope,
	run: Run,
): void {
	const target = kind === "var" ? functionScope(scope) : scope;
	for (const { id, init } of declarations) {
		// `var x;` keeps what x has.
		if (!init && id.type === "Identifier" && target.names.has(id.name))
			continue;
		const value = init
			? evaluate(init, scope, run)
			: plain(undefined, place(run, id));
		bind(id as Pattern, value, target, run, true);
	}
}

export function runBlock(
	statements: readonly Statement[],
	scope: Scope,
	run: Run,
): End | undefined {
	run.shared.made++;
	const inner = newScope(scope, false, run.shared.made);
	hoist(statements, inner, run);
	return runStatements(statements, inner, run);
}

/** Whether a test holds, taking an answer where it is open. */
export function holds(node: Expression, scope: Scope, run: Run): boolean {
	const test = decided(run, evaluate(node, scope, run));
	return truth(test) ?? decide(run, conditionOf(test, node, run));
}

function runIf(
	{ test, consequent, alternate }: IfStatement,
	scope: Scope,
	run: Run,
): End | undefined {
	const branch = holds(test, scope, run) ? consequent : alternate;
	return branch ? runStatement(branch, scope, run) : undefined;
}

function runSwitch(
	node: SwitchStatement,
	scope: Scope,
	run: Run,
): End | undefined {
	const subject = evaluate(node.discriminant, scope, run);
	run.shared.made++;
	const inner = newScope(scope, false, run.shared.made);
	const first = node.cases.findIndex(({ test }) => {
		if (!test) return false;
		const equal = decided(
			run,
			binary(run, "===", subject, evaluate(test, inner, run), place(run, test)),
		);
		return truth(equal) ?? decide(run, conditionOf(equal, test, run));
	});
	const from = first >= 0 ? first : node.cases.findIndex(({ test }) => !test);
	if (from < 0) return undefined;
	const statements = node.cases.slice(from).flatMap((each) => each.consequent);
	const end = runStatements(statements, inner, run);
	return end?.kind === "break" && end.label === undefined ? undefined : end;
}

function runLabeled(
	{ label, body }: Extract<Statement, { type: "LabeledStatement" }>,
	scope: Scope,
	run: Run,
): End | undefined {
	const end = /^(For|While|DoWhile)/.test(body.type)
		? runLoop(body as never, scope, run, label.name)
		: runStatement(body, scope, run);
	return end?.kind === "break" && end.label === label.name ? undefined : end;
}

function runTry(
	{ block, handler, finalizer }: TryStatement,
	scope: Scope,
	run: Run,
): End | undefined {
	let end: End | undefined;
	const { depth } = run.shared;
	try {
		end = runBlock(block.body, scope, run);
	} catch (thrown) {
		if (!(thrown instanceof Thrown)) throw thrown;
		run.shared.depth = depth;
		if (handler) {
			run.shared.made++;
			const inner = newScope(scope, false, run.shared.made);
			if (handler.param)
				bind(
					handler.param,
					unknown("an error", place(run, handler)),
					inner,
					run,
					true,
				);
			end = runBlock(handler.body.body, inner, run);
		} else if (!finalizer) throw thrown;
	}
	const last = finalizer && runBlock(finalizer.body, scope, run);
	return last ?? end;
}
