import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha1 } from '../../src/define/sam/sha1.ts';

describe('the digest in logical ids', () => {
  it('is SHA-1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha1(text)).toBe(
          createHash('sha1')
            .update(Buffer.from(new TextEncoder().encode(text)))
            .digest('hex'),
        );
      }),
    );
  });
});
