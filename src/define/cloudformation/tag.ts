const withoutPrefix = new Set(['Ref', 'Condition']);

/**
 * The function that a short tag stands for: `!Ref` → `Ref`, `!Sub` → `Fn::Sub`. Undefined for YAML's own tags.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export function functionOfTag(tag: string): string | undefined {
  if (!/^![^!<]/.test(tag)) return undefined;
  const name = tag.slice(1);
  return withoutPrefix.has(name) ? name : `Fn::${name}`;
}
