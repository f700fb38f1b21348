/** Which documents Edgewise speaks of. */

/**
 * By pattern, not by language: VS Code opens a `.conf` as properties and a `.template` as plain
 * text. Files of projects that no pattern names the server asks for itself.
 */
export const patterns = [
	"**/*.{conf,nginx,vhost,template,inc}",
	"**/{nginx,conf.d,sites-available,sites-enabled}/**",
	"**/*.{yml,yaml}",
	"**/*.config.{js,cjs,mjs,ts}",
	"**/{ecosystem,pm2,process}*.{js,cjs,mjs,ts,json,json5}",
	"**/*.pm2.json",
	"**/{package,edgewise}.json",
	"**/{Dockerfile,Dockerfile.*,*.Dockerfile,*.dockerfile,.dockerignore}",
	"**/{.env,.env.*,*.env}",
];

/**
 * Only files: `git:` and other virtual documents are left out. On a remote machine the extension
 * runs there, where its documents are files too.
 */
export const documentSelector = patterns.map((pattern) => ({
	scheme: "file",
	pattern,
}));
