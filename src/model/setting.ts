/**
 * Boolean meanings that more than one type shares. `keyRotation`: the key is rotated by itself. `immutable`: content
 * cannot be changed or deleted for a time. `selfSignUp`: strangers may create accounts. `mfaRequired`: a second factor
 * is demanded. `throttled`: a limit on the rate of requests is set. `deadLetters`: failed messages are kept.
 * `validated`: log files carry digests. `multiRegion`: covers all regions. `requestValidation`: input is checked against
 * a model. `wholeRecordSet`: all tables are taken over with all columns. `administratorSignIn`: it signs in to a database
 * as its administrator. `imageScanning`: images are scanned. `tagImmutability`: image tags cannot be moved. `iamSignIn`: a
 * database takes IAM tokens in place of passwords. `encryptedBetweenNodes`: its machines talk to each other encrypted.
 * `watched`: what is recorded goes where alarms can look at it. `actsOnAlarm`: somebody is told. `dropsMalformed`: headers
 * that break HTTP's grammar are dropped. `blocksKnownAttacks`: requests that carry known exploits are stopped.
 * `anyOriginAllowed`: pages of every website may read answers. `provesItself`: it shows a certificate to what it calls.
 * `riskBasedSignIn`: sign-ins that look wrong are stopped. `trafficThroughVpc`: what it sends passes the customer's network.
 * `enforced`: clients cannot override its settings. `healthChecked`: members whose application is dead are replaced.
 * `crossZone`: requests are spread over the targets of all zones. `replicated`: a copy is
 * kept in another region or account. `dedicatedManagers`: nodes that lead the cluster do nothing else.
 * `connectionsReviewed`: somebody accepts each connection.
 * `wildcardName`: a certificate for all names of a domain. `wellKnownAdministrator`: the first user has the name that the
 * documentation uses. `hostFilesMounted`: containers hold folders of the host that control it. `hostNetwork`: containers
 * share the network of their host. `rootUser`: who works in it
 * is root. `deployed`: it answers at all, since a part of it that says so is there. `readOnlyRoot`: code in it cannot change the system below. `metadataBeyondHost`: containers on the machine reach
 * its metadata service. `passesByDefault`: a firewall lets pass what no rule names. `signsToBuckets`: a distribution proves who it is to the buckets that it reads.
 */
export type Setting =
  | 'keyRotation'
  | 'immutable'
  | 'selfSignUp'
  | 'mfaRequired'
  | 'throttled'
  | 'deadLetters'
  | 'validated'
  | 'multiRegion'
  | 'requestValidation'
  | 'imageScanning'
  | 'tagImmutability'
  | 'secretRotation'
  | 'autoMinorUpgrade'
  | 'strongPasswords'
  | 'wholeRecordSet'
  | 'administratorSignIn'
  | 'iamSignIn'
  | 'encryptedBetweenNodes'
  | 'watched'
  | 'actsOnAlarm'
  | 'dropsMalformed'
  | 'blocksKnownAttacks'
  | 'anyOriginAllowed'
  | 'provesItself'
  | 'riskBasedSignIn'
  | 'trafficThroughVpc'
  | 'enforced'
  | 'healthChecked'
  | 'crossZone'
  | 'replicated'
  | 'dedicatedManagers'
  | 'connectionsReviewed'
  | 'wildcardName'
  | 'wellKnownAdministrator'
  | 'signsToBuckets'
  | 'hostFilesMounted'
  | 'hostNetwork'
  | 'rootUser'
  | 'readOnlyRoot'
  | 'deployed'
  | 'metadataBeyondHost'
  | 'passesByDefault';
