import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { DocumentPath } from '../../src/model/document-paths.ts';
import { attackPaths } from '../../src/threat-model.ts';
import { testDay } from '../support/model-of-texts.ts';

/**
 * Attack paths of foreign templates as a careful reading found them. Skipped where the shared corpus is not there. What
 * the keys tell and no move makes yet: floods, eavesdropping between edge and origin, and insiders whom no template shows.
 */
const corpus = fileURLToPath(
  new URL('../../../shared/corpora/templates/aws-cloudformation-templates/', import.meta.url),
);

async function between(
  template: string,
  ends: { readonly from?: string; readonly to?: string },
): Promise<readonly DocumentPath[]> {
  const found = await attackPaths({ inputs: [`${corpus}${template}`], asOf: testDay, ...ends });
  return found.attackPaths;
}

const brief = ({ attacker, certainty, gains, steps }: DocumentPath) => ({
  attacker,
  certainty,
  gains,
  moves: steps.map(({ move }) => move),
});

describe.skipIf(!existsSync(corpus))('paths of templates by others', () => {
  it('lead from the internet by the load balancer, past the distribution, to the host behind it', async () => {
    const paths = await between('Solutions/CloudFrontCustomOriginLambda@Edge/CloudFront.yaml', {
      from: 'internet',
      to: 'EC2Instance',
    });
    expect(paths.map(brief)).toEqual([
      {
        attacker: 'internet',
        certainty: 'weakness',
        gains: 'run code',
        moves: ['network/send-requests', 'network/follow-request', 'network/exploit-exposed-service'],
      },
    ]);
    expect(paths[0]?.entry).toMatch(/\/OriginALB$/);
  });

  it('lead from whoever holds the replication role to the files that it may delete', async () => {
    const paths = await between('DMS/DMSAuroraToS3FullLoadAndOngoingReplication.yaml', {
      from: 'S3TargetDMSRole',
      to: 'S3Bucket',
    });
    expect(paths.map(brief)).toContainEqual(
      expect.objectContaining({ certainty: 'certain', gains: 'write data', moves: ['data/write-data'] }),
    );
  });

  it('lead from the foreign bucket that holds the code to the table, if the code is deployed again', async () => {
    const paths = await between('Solutions/WebApp/webapp.yaml', { to: 'TestTable' });
    const foreign = paths.filter(({ attacker }) => attacker.startsWith('third-party:')).map(brief);
    expect(foreign.map(({ certainty }) => certainty)).toEqual(['conditional', 'conditional', 'conditional']);
    expect(foreign.map(({ gains }) => gains).sort()).toEqual(['destroy data', 'read data', 'write data']);
    const reading = foreign.find(({ gains }) => gains === 'read data');
    expect(reading?.moves).toEqual(['pipeline/change-source', 'compute/workload-credentials', 'data/read-data']);
  });

  it('lead from the internet by the API to the table, if a function has a flaw', async () => {
    const paths = await between('Solutions/WebApp/webapp.yaml', { from: 'internet', to: 'TestTable' });
    expect(new Set(paths.map(({ certainty }) => certainty))).toEqual(new Set(['weakness']));
    expect(paths.every(({ entry }) => entry.endsWith('/RestApi'))).toBe(true);
  });

  it('have a place in the file for every statement, rule and property that they rest on', async () => {
    const paths = await between('Solutions/WebApp/webapp.yaml', {});
    const evidence = paths.flatMap(({ steps }) => steps.flatMap((step) => step.evidence));
    const placeless = evidence.filter(({ source, note }) => source === undefined && !note.startsWith('a flaw in'));
    expect(placeless).toEqual([]);
  });
});
