/** The day of the run in UTC, `YYYY-MM-DD`: the only clock, used when the caller gives no day. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
