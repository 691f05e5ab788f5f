// Written by scripts/generate/catalog.ts. Do not edit: run `npm run generate`.
import type { IdentifiedFramework } from '../model/framework.ts';
import frameworks_cis_aws from './frameworks/cis-aws.ts';
import frameworks_fsbp from './frameworks/fsbp.ts';
import frameworks_iso_27001 from './frameworks/iso-27001.ts';
import frameworks_nist_800_53 from './frameworks/nist-800-53.ts';
import frameworks_pci_dss from './frameworks/pci-dss.ts';
import frameworks_well_architected from './frameworks/well-architected.ts';

/** Every framework of requirements. */
export const frameworks: readonly IdentifiedFramework[] = [
  { ...frameworks_cis_aws, id: 'cis-aws' },
  { ...frameworks_fsbp, id: 'fsbp' },
  { ...frameworks_iso_27001, id: 'iso-27001' },
  { ...frameworks_nist_800_53, id: 'nist-800-53' },
  { ...frameworks_pci_dss, id: 'pci-dss' },
  { ...frameworks_well_architected, id: 'well-architected' },
];
