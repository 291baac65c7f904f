/** Seconds of an Azure time span `d.hh:mm:ss`; NaN when the text is none. */
export function seconds(span: string): number {
  const match = /^(?:(\d+)\.)?(\d{1,2}):(\d{1,2}):(\d{1,2})$/.exec(span);
  if (!match) return Number.NaN;
  const [days = 0, hours, minutes, rest] = match.slice(1).map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + rest;
}
