/** True where a text is a date and time as XML has them (xsd:dateTime, years of four digits). */
export function isDateTime(text: string): boolean {
  const [, date] =
    /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(Z|[+-](?:0\d|1[0-3]):[0-5]\d)?$/.exec(
      text,
    ) ?? [];
  return date !== undefined && isDate(date);
}

/** True where a text is a date as XML has them (xsd:date without a time zone). */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined || year === '0000') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}
