import { defineMove } from '../../../model/attack.ts';
import { inProfile } from '../instance-profiles.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'an image build',
    description:
      'The identity has Image Builder run a component of its own on an instance whose profile carries a role it may pass.',
    service: 'ec2.amazonaws.com',
    ways: [
      {
        rights: [
          ['imagebuilder:CreateComponent', 'component/'],
          ['imagebuilder:CreateImageRecipe', 'image-recipe/'],
          ['imagebuilder:CreateInfrastructureConfiguration', 'infrastructure-configuration/'],
          ['imagebuilder:CreateImage', 'image/'],
        ],
        fits: inProfile,
      },
    ],
    technique: 'T1578.002',
    reference: 'https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-builder-setting-up.html',
  }),
);
