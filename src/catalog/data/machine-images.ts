import type { Software } from '../../model/workload.ts';

/**
 * Operating systems by what their images and public Systems Manager parameters are called, with the last day of the
 * vendor's standard support. Sources: https://aws.amazon.com/amazon-linux-2/faqs/, https://aws.amazon.com/amazon-linux-ami/faqs/,
 * https://docs.aws.amazon.com/linux/al2023/ug/release-cadence.html, https://learn.microsoft.com/lifecycle/products/,
 * https://ubuntu.com/about/release-cycle, https://wiki.debian.org/LTS.
 */
const images: readonly (readonly [RegExp, Software])[] = [
  [/al2023|amazon-linux-2023/i, { product: 'amazon linux 2023', endOfSupport: '2029-06-30' }],
  [/amzn2-|amazon-linux-2(?!0)/i, { product: 'amazon linux 2', endOfSupport: '2026-06-30' }],
  [/amzn-ami/i, { product: 'amazon linux 1', endOfSupport: '2023-12-31' }],
  [/Windows_Server-2012/i, { product: 'windows server 2012', endOfSupport: '2023-10-10' }],
  [/Windows_Server-2016/i, { product: 'windows server 2016', endOfSupport: '2027-01-12' }],
  [/Windows_Server-2019/i, { product: 'windows server 2019', endOfSupport: '2029-01-09' }],
  [/Windows_Server-2022/i, { product: 'windows server 2022', endOfSupport: '2031-10-14' }],
  [/ubuntu\/.*18\.04|ubuntu-bionic/i, { product: 'ubuntu 18.04', endOfSupport: '2023-05-31' }],
  [/ubuntu\/.*20\.04|ubuntu-focal/i, { product: 'ubuntu 20.04', endOfSupport: '2025-05-31' }],
  [/ubuntu\/.*22\.04|ubuntu-jammy/i, { product: 'ubuntu 22.04', endOfSupport: '2027-04-30' }],
  [/ubuntu\/.*24\.04|ubuntu-noble/i, { product: 'ubuntu 24.04', endOfSupport: '2029-04-30' }],
  [/debian\/release\/10|debian-10/i, { product: 'debian 10', endOfSupport: '2024-06-30' }],
  [/debian\/release\/11|debian-11/i, { product: 'debian 11', endOfSupport: '2026-08-31' }],
  [/debian\/release\/12|debian-12/i, { product: 'debian 12', endOfSupport: '2028-06-30' }],
];

/** The operating system that an image's name or parameter path tells; undefined when it tells none. */
export function endOfMachineImage(name: string): Software | undefined {
  return images.find(([pattern]) => pattern.test(name))?.[1];
}
