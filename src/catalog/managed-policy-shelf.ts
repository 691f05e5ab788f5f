/** How many files the documents of AWS-managed policies are spread over: about 100 KB each. */
export const shelfCount = 32;

/** The file on which a policy lies, by what follows `policy/` in its ARN. */
export function shelfOf(path: string): number {
  let sum = 0;
  for (let at = 0; at < path.length; at += 1) sum = (sum * 31 + path.charCodeAt(at)) % 1_000_003;
  return sum % shelfCount;
}
