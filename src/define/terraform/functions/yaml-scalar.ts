const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);
const truths = /^(y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const falsehoods = /^(n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const decimal = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;
const time =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?\s*(Z|[-+]\d{2}:\d{2})?)?$/;

/**
 * The value of a plain scalar for Terraform, whose YAML is 1.2 with the booleans and times of 1.1: `on` and `no` are
 * booleans, `014` is fourteen, `0o14` is twelve, and a date becomes a time. Undefined when it has no value that Terraform takes.
 * Source: https://github.com/zclconf/go-cty-yaml, "resolve.go", and the answers of `terraform console`.
 */
export function yamlScalar(source: string): string | number | boolean | null | undefined {
  if (nulls.has(source)) return null;
  if (truths.test(source)) return true;
  if (falsehoods.test(source)) return false;
  if (/^[-+]?\.(inf|Inf|INF)$|^\.(nan|NaN|NAN)$/.test(source)) return undefined;
  if (/^0o[0-7]+$|^0x[0-9a-fA-F]+$/.test(source)) return Number(source);
  if (decimal.test(source)) {
    const number = Number(source);
    return Number.isFinite(number) ? number : undefined;
  }
  return timeOf(source) ?? source;
}

function timeOf(source: string): string | undefined {
  const match = time.exec(source);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', zone = 'Z'] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (!real || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const two = (part: string) => part.padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${zone}`;
}
