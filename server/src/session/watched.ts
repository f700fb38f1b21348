/** The files whose changes on the disk concern some project. */

export const watchedGlobs: readonly string[] = [
	"**/*.{conf,nginx,vhost,template,inc}",
	"**/{nginx,conf.d,sites-available,sites-enabled}/**",
	"**/*.{yml,yaml}",
	"**/*.config.{js,cjs,mjs}",
	"**/{ecosystem,pm2,process}*.{js,cjs,json}",
	"**/{package,edgewise}.json",
	"**/{Dockerfile,Dockerfile.*,*.dockerfile,.dockerignore,.env,.env.*,*.env,.gitignore}",
];
