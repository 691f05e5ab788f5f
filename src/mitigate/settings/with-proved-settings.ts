import type { Change } from '../../model/choke-points.ts';
import type { MitigationId } from '../../model/id.ts';
import type { Mitigation } from '../../model/mitigation.ts';

/** The mitigations with what was proved of them, and the patch that it was proved with. */
export function withProvedSettings(
  mitigations: readonly Mitigation[],
  proved: ReadonlyMap<MitigationId, Change>,
): readonly Mitigation[] {
  return mitigations.map((one) => {
    const change = proved.get(one.id);
    if (change === undefined) return one;
    return { ...one, change: change.fix, patches: change.patches, threatsProved: true as const };
  });
}
