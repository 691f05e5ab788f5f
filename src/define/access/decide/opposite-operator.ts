const families = ['String', 'Arn', 'Numeric', 'Date'];

/** The operator that holds where this one does not, of a key that is in the request. */
export function oppositeOf(operator: string): string {
  const parts = /^(?:(ForAllValues|ForAnyValue):)?([a-z]+?)(?:IfExists)?$/i.exec(operator);
  if (parts === null) return `not ${operator}`;
  const [, set = '', name = ''] = parts;
  const prefix = set === '' ? '' : /all/i.test(set) ? 'ForAnyValue:' : 'ForAllValues:';
  if (/^(Not)?IpAddress$/i.test(name)) return `${prefix}${/^Not/i.test(name) ? '' : 'Not'}IpAddress`;
  const family = families.find((one) => name.toLowerCase().startsWith(one.toLowerCase()));
  if (family === undefined) return `not ${operator}`;
  const [own, rest] = [name.slice(0, family.length), name.slice(family.length)];
  const plain = rest.replace(/^Not/i, '');
  if (!/^(Equals|EqualsIgnoreCase|Like)$/i.test(plain)) return `not ${operator}`;
  return `${prefix}${own}${plain === rest ? 'Not' : ''}${plain}`;
}
