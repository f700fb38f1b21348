/** What the completion offers to insert into a PM2 file's list of apps. */

export interface Pm2Snippet {
	readonly label: string;
	readonly detail: string;
	/** In the snippet syntax of LSP, indented with tabs; the editor makes them the file's own. */
	readonly body: string;
}

export const pm2Snippets: readonly Pm2Snippet[] = [
	{
		label: "pm2-cluster",
		detail: "PM2 app in cluster mode: all instances share one port",
		body: `{
	name: '\${1:middleware}',
	script: '\${2:dist/main.js}',
	instances: \${3:2},
	exec_mode: 'cluster',
	env: {
		NODE_ENV: 'production',
		PORT: \${4:3000},
	},
},$0`,
	},
	{
		label: "pm2-port-per-instance",
		detail: "PM2 app whose instances have a port each, counted up from PORT",
		body: `{
	name: '\${1:realtime}',
	script: '\${2:dist/main.js}',
	instances: \${3:2},
	exec_mode: 'fork',
	// Counts PORT up; a restart by this file brings all back to one port: pm2 delete, then pm2 start.
	increment_var: 'PORT',
	env: {
		NODE_ENV: 'production',
		PORT: \${4:3002},
	},
},$0`,
	},
	{
		label: "pm2-single",
		detail: "PM2 app with one instance, for what keeps state in memory",
		body: `{
	name: '\${1:realtime}',
	script: '\${2:dist/main.js}',
	instances: 1,
	env: {
		NODE_ENV: 'production',
		PORT: \${3:3002},
	},
},$0`,
	},
];
