import type { WatchedPlace } from '../../model/detection.ts';
import { isNamed } from '../../model/element-name.ts';
import type { System } from '../../model/questions.ts';
import type { Deployment, Resource } from '../../model/resource.ts';
import { describeText, literalOf, type Text, textKey } from '../../model/text.ts';

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

function createPlace(system: System, { account, region }: Deployment): WatchedPlace {
  const inAccount = remembered((type) =>
    system.ofType(type).filter(({ id }) => textKey(system.deploymentOf(id).account) === textKey(account)),
  );
  const inRegion = remembered((type) =>
    inAccount(type).filter(({ id }) => textKey(system.deploymentOf(id).region) === textKey(region)),
  );
  return {
    system,
    name: `account ${words(account)} in ${words(region)}`,
    inAccount,
    inRegion,
    attested(control, element) {
      const said = system.model.declared.controls.find(
        (one) =>
          one.control === control &&
          one.expires >= system.asOf &&
          (one.elements.length === 0 || (element !== undefined && one.elements.some((name) => isNamed(element, name)))),
      );
      if (said === undefined) return undefined;
      return { because: `${said.owner} attests it until ${said.expires}: ${said.because}`, origin: said.origin };
    },
  };
}

function remembered(find: (type: string) => readonly Resource[]): (type: string) => readonly Resource[] {
  const known = new Map<string, readonly Resource[]>();
  return (type) => {
    const before = known.get(type) ?? find(type);
    known.set(type, before);
    return before;
  };
}

function words(text: Text): string {
  return literalOf(text) ?? describeText(text);
}
