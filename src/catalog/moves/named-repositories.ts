import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { holesOf, type Text, textKey } from '../../model/text.ts';
import { accountKey } from './administrators.ts';

/** The image repositories of the system that an image's address names: `111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:live`. */
export function repositoriesNamed(ask: Questions, image: Text): readonly Resource[] {
  const address = textKey(image);
  const symbols = holesOf(image).map(({ symbol }) => symbol);
  return ask.system.ofType('AWS::ECR::Repository').filter((repository) => {
    if (symbols.some((symbol) => symbol.startsWith(`attribute:${repository.id}.`))) return true;
    const [host = '', ...path] = address.split('/');
    const [name = ''] = path.join('/').split(/[:@]/);
    return host.startsWith(`${accountKey(ask, repository)}.dkr.ecr.`) && name === textKey(repository.name);
  });
}
