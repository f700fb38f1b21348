import { removeFields } from "../languages/pm2/edit.ts";
import { clusterObstacle, isNoServer } from "../languages/pm2/sharing.ts";
import { instancesOf } from "../topology/instances.ts";
import type { Project, RunningApp } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const pm2ClusterUnsupported: Rule = {
	id: "pm2-cluster-unsupported",
	severity: "error",
	summary:
		"Cluster mode or several instances of what can't share a port: npm, a command, another interpreter.",
	reads: "topology",

	*check(project) {
		for (const running of project.ecosystems.flatMap(({ apps }) => apps)) {
			const found = finding(running, project);
			if (found) yield found;
		}
	},
};

function finding(running: RunningApp, project: Project): Finding | undefined {
	const { app, name, runtime } = running;
	const obstacle = clusterObstacle(app);
	if (!obstacle || runtime.perInstance || isNoServer(app)) return undefined;
	const { several, text, at: countAt } = instancesOf(running);
	const mode = app.fields.get("exec_mode");
	const isCluster =
		mode !== undefined && runtime.modes.every(({ mode }) => mode === "cluster");
	const manager =
		obstacle.kind === "package-manager" ? obstacle.name : undefined;
	const at = isCluster ? mode.value.at : countAt;
	if (!at) return undefined;
	if (isCluster && !manager) {
		// Whatever the interpreter: that one Node does read.
		if (/\.[cm]?[jt]s$/.test(scriptOf(running))) return undefined;
		return {
			message: `${name} runs in cluster mode, for which Node must load the program itself, but ${started(running)}: Node tries to read that as JavaScript, and the app ends again and again.`,
			at,
			fixes: [fix(running, project)],
		};
	}
	if (!several && !isCluster) return undefined;
	if (!several)
		return {
			message: `${name} runs in cluster mode, but its script is ${manager}: that alone is in the cluster, the server is a process of its own, and pm2 reload is a hard restart.`,
			at,
			severity: "warning",
			fixes: [fix(running, project)],
		};
	// What is not known to open a port may well run several times.
	if (!manager && runtime.ports.length === 0 && !isNodeCommand(running))
		return undefined;
	const port = runtime.ports[0]?.port;
	return {
		message: `PM2 starts ${text} of ${name}, but ${started(running)}: each opens ${port === undefined ? "the port" : `port ${port}`} by itself, one gets it, the others end in EADDRINUSE.`,
		at: countAt ?? at,
		fixes: [fix(running, project)],
	};
}

function started({ app }: RunningApp): string {
	const obstacle = clusterObstacle(app);
	switch (obstacle?.kind) {
		case "package-manager":
			return `${obstacle.name} starts the server as a process of its own`;
		case "shell":
			return "its script is a command, which PM2 gives to bash";
		case "interpreter":
			return `${obstacle.name} runs its script`;
		default:
			return `${obstacle?.name ?? "its script"} is started as a program of its own`;
	}
}

/** `npm start`, `node server.js`: a server, as far as one can tell without its port. */
function isNodeCommand(running: RunningApp): boolean {
	return /^(npm (run )?(start|dev|serve)|(yarn|pnpm) (run )?(start|dev|serve)|(npx )?next start)\b/.test(
		scriptOf(running),
	);
}

function scriptOf({ app }: RunningApp): string {
	const value = app.fields.get("script")?.value;
	return value?.kind === "plain" ? String(value.value) : "";
}

function fix({ app, name }: RunningApp, project: Project) {
	const fields = ["instances", "exec_mode"].filter((field) =>
		app.fields.has(field),
	);
	return {
		title: `Remove ${fields.join(" and ")} of ${name}`,
		preferred: true,
		edits: () => removeFields(textOf(project, app.at.path), app, fields),
	};
}
