/** Threat rules that no foreign system at hand can show, each with the reason. */
export const silentRules: Readonly<Record<string, string>> = {
  'api/public-invoke':
    'every permission on a function here names a service or one account; none of the systems lets strangers invoke code',
  'compute/host-files-mounted':
    'no task here that names a folder of its host mounts the engine or the system of the host',
  'compute/host-network': 'no task here that states its network mode shares the network of its host',
  'compute/metadata-beyond-host': 'no machine here sets a hop limit for its metadata service above one',
  'identity/federation-too-wide':
    'the one role here that takes tokens of a web identity checks their claims, which is told as mitigated',
  'logging/threat-detection-off':
    'none of the systems has a detector of GuardDuty, so none has one that is switched off',
  'network/firewall-passes-by-default': 'no system here has a firewall policy that passes what none of its rules names',
  'resilience/missed-recovery-objective': 'objectives are declared in bartizan.yaml, and no system here declares any',
  'pipeline/powerful-build-role':
    'builds here run as roles whose rights name their own resources, or as roles that are not part of the system',
};
