/** What `edgewise --help` prints. */

export const help = `Edgewise reads nginx.conf, docker-compose.yml and PM2's ecosystem.config.js as one system.

edgewise check [PATH…]      check workspaces (default: the current folder)
  --format pretty|json|github           default: pretty; github where GITHUB_ACTIONS is set
  --fail-on error|warning|info|never    from which severity on the exit code is 1 (default: error)
  --fix                     apply every safe fix, print what was changed
  --config FILE             use this edgewise.json
  --env NAME                evaluate PM2 files under env_NAME and NODE_ENV=NAME
  --platform any|linux|desktop
edgewise rules [RULE]       list the rules; print the page of one
edgewise server --stdio     the language server, for other editors

Exit codes of check: 0 nothing at or above --fail-on; 1 findings at or above it; 2 the command could not do its work.
`;
