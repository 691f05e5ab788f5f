import { and, type Guard } from '../../model/guard.ts';
import type { Origin } from '../../model/origin.ts';
import type { Resource } from '../../model/resource.ts';
import { type Portion, portionOf } from '../../model/store-part.ts';
import { describeText } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { descend } from '../answer.ts';
import { branchesNamed } from './pipeline-sources.ts';
import { remembered } from './remembered.ts';
import { piecesOf } from './text-pieces.ts';

/** A branch of a repository of the system that a build project fetches by itself. */
export interface BuiltBranch {
  readonly project: Resource;
  readonly branch: Portion;
  readonly guard: Guard;
  readonly origin: Origin;
  readonly provided: string;
}

/** `https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/shop` */
const address = /\/v1\/repos\/([^/]+?)\/?$/;

/** What build projects take from CodeCommit: https://docs.aws.amazon.com/codebuild/latest/userguide/sample-source-version.html */
export const builtBranches = remembered((ask): readonly BuiltBranch[] =>
  ask.system.ofType('AWS::CodeBuild::Project').flatMap((project) => {
    const said = (name: string) => descend(project.properties, ['Source', name]);
    const [type, location] = [said('Type'), said('Location')];
    const isOurs = type !== undefined && describeText(textOf(type) ?? []) === 'CODECOMMIT';
    if (!isOurs || location === undefined) return [];
    return ask.system.resolve(nameIn(location), project.id, ['AWS::CodeCommit::Repository']).flatMap((end) =>
      end.kind !== 'resource'
        ? []
        : branchesNamed(project, end.resource, descend(project.properties, ['SourceVersion'])).map(
            ({ part, guard, provided }): BuiltBranch => ({
              project,
              branch: portionOf(end.resource, part),
              guard: and(project.guard, end.guard, guard),
              origin: location.origin,
              provided: [`a build of ${project.address} is started`, provided]
                .flatMap((one) => one ?? [])
                .join(', and '),
            }),
          ),
    );
  }),
);

function nameIn(location: Value): Value {
  const pieces = piecesOf(textOf(location) ?? []);
  const [, name] = address.exec(pieces.source) ?? [];
  return name === undefined ? location : { kind: 'text', text: pieces.text(name), origin: location.origin };
}
