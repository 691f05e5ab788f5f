import { compute } from './kinds/compute.ts';
import { encryption } from './kinds/encryption.ts';
import { exposure } from './kinds/exposure.ts';
import { identity } from './kinds/identity.ts';
import { logging } from './kinds/logging.ts';
import { network } from './kinds/network.ts';
import { resilience } from './kinds/resilience.ts';
import { secrets } from './kinds/secrets.ts';
import type { Weakness } from './weakness.ts';

/** Every kind of weakness, by topic. Rules and place were written down before anybody looked at what is found. */
export const weaknesses: Readonly<Record<string, readonly Weakness[]>> = {
  identity,
  exposure,
  network,
  encryption,
  compute,
  secrets,
  logging,
  resilience,
};
