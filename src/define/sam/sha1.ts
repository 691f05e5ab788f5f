/**
 * SHA-1 of a text, as 40 hex digits: the digest that the transform puts into the logical ids of versions, layers,
 * deployments and domain names. It protects nothing.
 */
export function sha1(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  let [a, b, c, d, e] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let block = 0; block < words.length; block += 16) {
    const schedule = scheduleOf(words.subarray(block, block + 16));
    const [a0, b0, c0, d0, e0] = [a, b, c, d, e];
    for (let round = 0; round < 80; round += 1) {
      const [mixed, constant] = mix(round, b, c, d);
      const next = (rotated(a, 5) + mixed + e + constant + (schedule[round] ?? 0)) | 0;
      [e, d, c, b, a] = [d, c, rotated(b, 30), a, next];
    }
    [a, b, c, d, e] = [(a + a0) | 0, (b + b0) | 0, (c + c0) | 0, (d + d0) | 0, (e + e0) | 0];
  }
  return [a, b, c, d, e].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function mix(round: number, b: number, c: number, d: number): readonly [number, number] {
  if (round < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (round < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (round < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function scheduleOf(block: Int32Array): Int32Array {
  const schedule = new Int32Array(80);
  schedule.set(block);
  const at = (index: number) => schedule[index] ?? 0;
  for (let round = 16; round < 80; round += 1)
    schedule[round] = rotated(at(round - 3) ^ at(round - 8) ^ at(round - 14) ^ at(round - 16), 1);
  return schedule;
}

/** Big-endian words, with the closing bit and the length in bits. */
function padded(bytes: Uint8Array): Int32Array {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  const put = (index: number, byte: number) => {
    words[index >> 2] = (words[index >> 2] ?? 0) | (byte << (24 - (index % 4) * 8));
  };
  bytes.forEach((byte, index) => {
    put(index, byte);
  });
  put(bytes.length, 0x80);
  words[words.length - 1] = bytes.length * 8;
  return words;
}
