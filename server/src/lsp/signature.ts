/** Signatures to LSP's. */

import type { SignatureHelp } from "vscode-languageserver";
import type { Signature } from "../features/signature.ts";

export function toSignatureHelp(
	signatures: readonly Signature[],
): SignatureHelp | null {
	const [first] = signatures;
	if (!first) return null;
	return {
		activeSignature: 0,
		signatures: signatures.map(({ label, parameters, active }) => ({
			label,
			parameters: parameters.map(([start, end]) => ({ label: [start, end] })),
			// Behind the last one none is shown.
			activeParameter: active ?? parameters.length,
		})),
	};
}
