import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { carriedByProfile } from '../instance-profiles.ts';
import { type Destination, takeOver } from '../take-over.ts';

const own = [
  ['imagebuilder:CreateComponent', 'component/'],
  ['imagebuilder:CreateImageRecipe', 'image-recipe/'],
  ['imagebuilder:GetImageRecipe', 'image-recipe/'],
] as const;

export default defineMove(
  takeOver({
    title: 'Build an image where others are built',
    description:
      'The identity has Image Builder run a component of its own on instances as they are set up for other images, and acts as the role of their profile; what it builds is what groups start later.',
    technique: 'T1525',
    reference: 'https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateImage.html',
    cost: 2,
    thing: 'an image build',
    types: ['AWS::ImageBuilder::InfrastructureConfiguration'],
    kind: 'infrastructure-configuration/',
    service: 'ec2.amazonaws.com',
    unseenRoles: carriedByProfile,
    ways: [
      { on: ['imagebuilder:GetInfrastructureConfiguration'], also: [...own, ['imagebuilder:CreateImage', 'image/']] },
      {
        on: ['imagebuilder:UpdateImagePipeline', 'imagebuilder:StartImagePipelineExecution'],
        also: own,
        types: ['AWS::ImageBuilder::ImagePipeline'],
        kind: 'image-pipeline/',
        leadsTo: setUpFor,
      },
    ],
  }),
);

/** The instances on which a pipeline builds. */
function setUpFor(ask: Questions, pipeline: Resource): readonly Destination[] {
  const named = pipeline.properties.entries.get('InfrastructureConfigurationArn');
  const types = ['AWS::ImageBuilder::InfrastructureConfiguration'];
  return (named === undefined ? [] : ask.system.resolve(named, pipeline.id, types)).flatMap((end) =>
    end.kind === 'resource' ? [{ resource: end.resource, proof: [], guard: end.guard }] : [],
  );
}
