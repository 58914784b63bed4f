/** A number of a table as a spreadsheet has it: its value, and how it is to be shown. */
export interface SheetNumber {
  readonly value: number;
  readonly format: string;
}

const separators = { en: { group: ',', decimal: '.' }, nl: { group: '.', decimal: ',' } };

/** The number that a cell of a report writes, an amount in euros or a percentage; undefined for other words. */
export function numberIn(cell: string, language: 'en' | 'nl'): SheetNumber | undefined {
  const { group, decimal } = separators[language];
  const [, sign, euro, digits, percent] = /^([−-]?)(€\s?)?([\d.,]+)(%?)$/u.exec(cell) ?? [];
  if (digits === undefined) return undefined;
  const [whole = '', decimals = '', ...more] = digits.split(decimal);
  const isGrouped = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})*$|^\\d+$`).test(whole);
  if (more.length > 0 || !isGrouped || !/^\d*$/.test(decimals) || digits.endsWith(decimal)) return undefined;
  const figure = Number(`${whole.replaceAll(group, '')}.${decimals || '0'}`) * (sign ? -1 : 1);
  const places = decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`;
  if (percent) return { value: Number((figure / 100).toPrecision(15)), format: `0${places}%` };
  return { value: figure, format: euro ? `"€" #,##0${places}` : `#,##0${places}` };
}
