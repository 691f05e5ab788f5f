import { detonations } from '../../catalog/data/stratus-tests.ts';
import { attestedControls, failedTests, isAbout } from '../../model/attested-controls.ts';
import type { WatchedPlace } from '../../model/detection.ts';
import type { System } from '../../model/questions.ts';
import type { Deployment, Resource } from '../../model/resource.ts';
import type { TestOutcome } from '../../model/system.ts';
import { literalOf, textKey } from '../../model/text.ts';

/** The place that a resource is in; one object for each account and region. */
export function createPlaces(system: System): (resource: Resource) => WatchedPlace {
  const places = new Map<string, WatchedPlace>();
  return (resource) => {
    const deployment = system.deploymentOf(resource.id);
    const key = `${textKey(deployment.account)} ${textKey(deployment.region)}`;
    const place = places.get(key) ?? createPlace(system, deployment);
    places.set(key, place);
    return place;
  };
}

function createPlace(system: System, deployment: Deployment): WatchedPlace {
  const { account, region } = deployment;
  const failed = failedTests(system.model.declared, system.asOf);
  const attested = attestedControls(system.model.declared);
  const inAccount = remembered((type) =>
    system.ofType(type).filter(({ id }) => textKey(system.deploymentOf(id).account) === textKey(account)),
  );
  const inRegion = remembered((type) =>
    inAccount(type).filter(({ id }) => textKey(system.deploymentOf(id).region) === textKey(region)),
  );
  return {
    system,
    name: nameOf(deployment),
    inAccount,
    inRegion,
    failed(control, { element, actions }) {
      const test = failed.find((one) => one.control === control && isAbout(one, element) && isOnCalls(one, actions));
      if (test === undefined) return undefined;
      return { because: `test ${test.test} of ${test.date} failed: ${test.because}`, origin: test.origin };
    },
    attested(control, element) {
      const said = attested.find(
        (one) => one.control === control && one.expires >= system.asOf && isAbout(one, element),
      );
      if (said === undefined) return undefined;
      return { because: `${said.owner} attests it until ${said.expires}: ${said.because}`, origin: said.origin };
    },
  };
}

/** A detonation says something of the calls that it made; another test, of all. */
function isOnCalls({ test }: TestOutcome, actions: readonly string[]): boolean {
  const tried = detonations.find(({ id }) => test === `detonate/${id}`);
  return tried === undefined || tried.actions.some((action) => actions.includes(action));
}

function remembered(find: (type: string) => readonly Resource[]): (type: string) => readonly Resource[] {
  const known = new Map<string, readonly Resource[]>();
  return (type) => {
    const before = known.get(type) ?? find(type);
    known.set(type, before);
    return before;
  };
}

/** `account 111122223333, eu-west-1`; an account or region that is not told is that of the deployment. */
function nameOf({ id, account, region }: Deployment): string {
  const number = literalOf(account);
  const where = number === undefined ? `the account of ${id}` : `account ${number}`;
  const code = literalOf(region);
  return code === undefined ? where : `${where}, ${code}`;
}
