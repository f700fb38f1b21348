/** The rules there are. One line each, in the order of their names. */

import { addHeaderInheritance } from "./add-header-inheritance.ts";
import { addHeaderMultiline } from "./add-header-multiline.ts";
import { aliasTraversal } from "./alias-traversal.ts";
import { allowWithoutDeny } from "./allow-without-deny.ts";
import { backupSameAddress } from "./backup-same-address.ts";
import { backupWhenScaled } from "./backup-when-scaled.ts";
import { buildContextMissing } from "./build-context-missing.ts";
import { certificateArchiveMissing } from "./certificate-archive-missing.ts";
import { certificateMountWritable } from "./certificate-mount-writable.ts";
import { certificateNotMounted } from "./certificate-not-mounted.ts";
import { certificatePair } from "./certificate-pair.ts";
import { charsetMapMissing } from "./charset-map-missing.ts";
import { clientBodySize } from "./client-body-size.ts";
import { composeCycle } from "./compose-cycle.ts";
import { composeInterpolation } from "./compose-interpolation.ts";
import { composeMemoryLimit } from "./compose-memory-limit.ts";
import { composeMergeKeyRepeated } from "./compose-merge-key-repeated.ts";
import { composePortInvalid } from "./compose-port-invalid.ts";
import { composeReferenceUnknown } from "./compose-reference-unknown.ts";
import { composeScaleConflict } from "./compose-scale-conflict.ts";
import { composeSyntax } from "./compose-syntax.ts";
import { composeVersionObsolete } from "./compose-version-obsolete.ts";
import { containerLoopback } from "./container-loopback.ts";
import { containerizedStillHost } from "./containerized-still-host.ts";
import { dependsOnInverted } from "./depends-on-inverted.ts";
import { dependsOnMissing } from "./depends-on-missing.ts";
import { directiveArguments } from "./directive-arguments.ts";
import { directiveContext } from "./directive-context.ts";
import { directiveDeprecated } from "./directive-deprecated.ts";
import { directiveDuplicate } from "./directive-duplicate.ts";
import { directiveRemoved } from "./directive-removed.ts";
import { directiveTooNew } from "./directive-too-new.ts";
import { directiveUnknown } from "./directive-unknown.ts";
import { directiveValue } from "./directive-value.ts";
import { errorLogOff } from "./error-log-off.ts";
import { eventsMissing } from "./events-missing.ts";
import { fragmentAsMain } from "./fragment-as-main.ts";
import { healthcheckUnserved } from "./healthcheck-unserved.ts";
import { hostBindLoopback } from "./host-bind-loopback.ts";
import { hostGatewayMissing } from "./host-gateway-missing.ts";
import { hostLoopbackPublished } from "./host-loopback-published.ts";
import { hostPortConflict } from "./host-port-conflict.ts";
import { hostPortUnserved } from "./host-port-unserved.ts";
import { hostSpoofing } from "./host-spoofing.ts";
import { hstsMissingAlways } from "./hsts-missing-always.ts";
import { httpSplitting } from "./http-splitting.ts";
import { ifCondition } from "./if-condition.ts";
import { ifIsEvil } from "./if-is-evil.ts";
import { includeCycle } from "./include-cycle.ts";
import { includeUnresolved } from "./include-unresolved.ts";
import { ipHashOneClient } from "./ip-hash-one-client.ts";
import { keepaliveIneffective } from "./keepalive-ineffective.ts";
import { listenConflict } from "./listen-conflict.ts";
import { listenPortUnpublished } from "./listen-port-unpublished.ts";
import { locationDuplicate } from "./location-duplicate.ts";
import { locationInvalid } from "./location-invalid.ts";
import { logFormatUnknown } from "./log-format-unknown.ts";
import { mapWithoutDefault } from "./map-without-default.ts";
import { mountSourceMissing } from "./mount-source-missing.ts";
import { nameDuplicate } from "./name-duplicate.ts";
import { namedLocationUnknown } from "./named-location-unknown.ts";
import { networkUnshared } from "./network-unshared.ts";
import { nginxPortConflict } from "./nginx-port-conflict.ts";
import { nginxSyntax } from "./nginx-syntax.ts";
import { originRegex } from "./origin-regex.ts";
import { passScheme } from "./pass-scheme.ts";
import { placeholderLeft } from "./placeholder-left.ts";
import { pm2ArgsUnsplit } from "./pm2-args-unsplit.ts";
import { pm2ClusterUnsupported } from "./pm2-cluster-unsupported.ts";
import { pm2ConfigNotLoaded } from "./pm2-config-not-loaded.ts";
import { pm2DeployFile } from "./pm2-deploy-file.ts";
import { pm2EnvAtLoad } from "./pm2-env-at-load.ts";
import { pm2EnvDrift } from "./pm2-env-drift.ts";
import { pm2EnvMissing } from "./pm2-env-missing.ts";
import { pm2FieldUnknown } from "./pm2-field-unknown.ts";
import { pm2IncrementLost } from "./pm2-increment-lost.ts";
import { pm2IncrementNoBase } from "./pm2-increment-no-base.ts";
import { pm2InstancesFork } from "./pm2-instances-fork.ts";
import { pm2NameDuplicate } from "./pm2-name-duplicate.ts";
import { pm2PortAmbiguous } from "./pm2-port-ambiguous.ts";
import { pm2PortClash } from "./pm2-port-clash.ts";
import { pm2ReadyMissing } from "./pm2-ready-missing.ts";
import { pm2Schema } from "./pm2-schema.ts";
import { pm2ScriptMissing } from "./pm2-script-missing.ts";
import { pm2ServePort } from "./pm2-serve-port.ts";
import { pm2Syntax } from "./pm2-syntax.ts";
import { profileUnreachable } from "./profile-unreachable.ts";
import { proxyBuffers } from "./proxy-buffers.ts";
import { proxyCacheIneffective } from "./proxy-cache-ineffective.ts";
import { proxyHeaderDuplicate } from "./proxy-header-duplicate.ts";
import { proxyHeaderInheritance } from "./proxy-header-inheritance.ts";
import { proxyPassNormalized } from "./proxy-pass-normalized.ts";
import { proxyUriMapping } from "./proxy-uri-mapping.ts";
import { publishedPortUnserved } from "./published-port-unserved.ts";
import { redirectPort } from "./redirect-port.ts";
import { regexBraceUnquoted } from "./regex-brace-unquoted.ts";
import { regexInvalid } from "./regex-invalid.ts";
import { regexRedos } from "./regex-redos.ts";
import { replicasContainerName } from "./replicas-container-name.ts";
import { replicasHostPort } from "./replicas-host-port.ts";
import { replicasStaleDns } from "./replicas-stale-dns.ts";
import { resolverExternal } from "./resolver-external.ts";
import { resolverMissing } from "./resolver-missing.ts";
import { returnBypassesAccess } from "./return-bypasses-access.ts";
import { rewriteFlag } from "./rewrite-flag.ts";
import { rootMountMissing } from "./root-mount-missing.ts";
import type { Rule, RuleInfo } from "./rule.ts";
import { serverNameConflict } from "./server-name-conflict.ts";
import { serverNameWildcard } from "./server-name-wildcard.ts";
import { serverTokens } from "./server-tokens.ts";
import { settingsInvalid } from "./settings-invalid.ts";
import { sizeUnit } from "./size-unit.ts";
import { sslWithoutCertificate } from "./ssl-without-certificate.ts";
import { ssrf } from "./ssrf.ts";
import { staplingLetsencrypt } from "./stapling-letsencrypt.ts";
import { staplingWithoutResolver } from "./stapling-without-resolver.ts";
import { statefulScaled } from "./stateful-scaled.ts";
import { statusExposed } from "./status-exposed.ts";
import { stickyDefeated } from "./sticky-defeated.ts";
import { stickyMissing } from "./sticky-missing.ts";
import { streamServerIncomplete } from "./stream-server-incomplete.ts";
import { suppressionUnused } from "./suppression-unused.ts";
import { templateNotRendered } from "./template-not-rendered.ts";
import { templateShadowsVariable } from "./template-shadows-variable.ts";
import { templateVariableUnset } from "./template-variable-unset.ts";
import { timeUnit } from "./time-unit.ts";
import { tryFilesProxy } from "./try-files-proxy.ts";
import { unreachableLocation } from "./unreachable-location.ts";
import { upstreamBackupBalancing } from "./upstream-backup-balancing.ts";
import { upstreamDirectiveOrder } from "./upstream-directive-order.ts";
import { upstreamDuplicate } from "./upstream-duplicate.ts";
import { upstreamEmpty } from "./upstream-empty.ts";
import { upstreamHasPort } from "./upstream-has-port.ts";
import { upstreamHealthCheck } from "./upstream-health-check.ts";
import { upstreamHealthCheckIgnored } from "./upstream-health-check-ignored.ts";
import { upstreamHostUnknown } from "./upstream-host-unknown.ts";
import { upstreamInstanceMismatch } from "./upstream-instance-mismatch.ts";
import { upstreamLocalhost } from "./upstream-localhost.ts";
import { upstreamPortClosed } from "./upstream-port-closed.ts";
import { upstreamPortMissing } from "./upstream-port-missing.ts";
import { upstreamRestartOutage } from "./upstream-restart-outage.ts";
import { upstreamSchemeMismatch } from "./upstream-scheme-mismatch.ts";
import { upstreamSslIncomplete } from "./upstream-ssl-incomplete.ts";
import { upstreamUnused } from "./upstream-unused.ts";
import { validReferersConflict } from "./valid-referers-conflict.ts";
import { validReferersNone } from "./valid-referers-none.ts";
import { variableDuplicate } from "./variable-duplicate.ts";
import { variableUnknown } from "./variable-unknown.ts";
import { weakTls } from "./weak-tls.ts";
import { websocketHeaders } from "./websocket-headers.ts";
import { websocketTimeout } from "./websocket-timeout.ts";
import { zoneUnknown } from "./zone-unknown.ts";

export const rules: readonly Rule[] = [
	addHeaderInheritance,
	addHeaderMultiline,
	aliasTraversal,
	allowWithoutDeny,
	backupSameAddress,
	backupWhenScaled,
	buildContextMissing,
	certificateArchiveMissing,
	certificateMountWritable,
	certificateNotMounted,
	certificatePair,
	charsetMapMissing,
	clientBodySize,
	composeCycle,
	composeInterpolation,
	composeMemoryLimit,
	composeMergeKeyRepeated,
	composePortInvalid,
	composeReferenceUnknown,
	composeScaleConflict,
	composeSyntax,
	composeVersionObsolete,
	containerLoopback,
	containerizedStillHost,
	dependsOnInverted,
	dependsOnMissing,
	directiveArguments,
	directiveContext,
	directiveDeprecated,
	directiveDuplicate,
	directiveRemoved,
	directiveTooNew,
	directiveUnknown,
	directiveValue,
	errorLogOff,
	eventsMissing,
	fragmentAsMain,
	healthcheckUnserved,
	hostBindLoopback,
	hostGatewayMissing,
	hostLoopbackPublished,
	hostPortConflict,
	hostPortUnserved,
	hostSpoofing,
	hstsMissingAlways,
	httpSplitting,
	ifCondition,
	ifIsEvil,
	includeCycle,
	includeUnresolved,
	ipHashOneClient,
	keepaliveIneffective,
	listenConflict,
	listenPortUnpublished,
	locationDuplicate,
	locationInvalid,
	logFormatUnknown,
	mapWithoutDefault,
	mountSourceMissing,
	nameDuplicate,
	namedLocationUnknown,
	networkUnshared,
	nginxPortConflict,
	nginxSyntax,
	originRegex,
	passScheme,
	placeholderLeft,
	pm2ArgsUnsplit,
	pm2ClusterUnsupported,
	pm2ConfigNotLoaded,
	pm2DeployFile,
	pm2EnvAtLoad,
	pm2EnvDrift,
	pm2EnvMissing,
	pm2FieldUnknown,
	pm2IncrementLost,
	pm2IncrementNoBase,
	pm2InstancesFork,
	pm2NameDuplicate,
	pm2PortAmbiguous,
	pm2PortClash,
	pm2ReadyMissing,
	pm2Schema,
	pm2ScriptMissing,
	pm2ServePort,
	pm2Syntax,
	profileUnreachable,
	proxyBuffers,
	proxyCacheIneffective,
	proxyHeaderDuplicate,
	proxyHeaderInheritance,
	proxyPassNormalized,
	proxyUriMapping,
	publishedPortUnserved,
	redirectPort,
	regexBraceUnquoted,
	regexInvalid,
	regexRedos,
	replicasContainerName,
	replicasHostPort,
	replicasStaleDns,
	resolverExternal,
	resolverMissing,
	returnBypassesAccess,
	rewriteFlag,
	rootMountMissing,
	serverNameConflict,
	serverNameWildcard,
	serverTokens,
	settingsInvalid(() => ruleInfos.map(({ id }) => id)),
	sizeUnit,
	sslWithoutCertificate,
	ssrf,
	staplingLetsencrypt,
	staplingWithoutResolver,
	statefulScaled,
	statusExposed,
	stickyDefeated,
	stickyMissing,
	streamServerIncomplete,
	templateNotRendered,
	templateShadowsVariable,
	templateVariableUnset,
	timeUnit,
	tryFilesProxy,
	unreachableLocation,
	upstreamBackupBalancing,
	upstreamDirectiveOrder,
	upstreamDuplicate,
	upstreamEmpty,
	upstreamHasPort,
	upstreamHealthCheck,
	upstreamHealthCheckIgnored,
	upstreamHostUnknown,
	upstreamInstanceMismatch,
	upstreamLocalhost,
	upstreamPortClosed,
	upstreamPortMissing,
	upstreamRestartOutage,
	upstreamSchemeMismatch,
	upstreamSslIncomplete,
	upstreamUnused,
	validReferersConflict,
	validReferersNone,
	variableDuplicate,
	variableUnknown,
	weakTls,
	websocketHeaders,
	websocketTimeout,
	zoneUnknown,
];

/** Also what speaks of the comments that switch rules off. */
export const ruleInfos: readonly RuleInfo[] = [
	...rules,
	suppressionUnused,
].sort((a, b) => (a.id < b.id ? -1 : 1));
