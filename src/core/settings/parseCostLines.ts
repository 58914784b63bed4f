import type { CostLine, FixedCost } from '../costs/costs';
import type { Localized } from '../text/localized';
import type { Range } from '../text/range';
import { filled, type YamlEntry, type YamlNode, type YamlReader } from '../yaml/reader';
import { readFigure, readSpan } from './costFigures';

const lineKeys = ['name', 'unit', 'price', 'number', 'minutes', 'source'] as const;
const fixedKeys = ['name', 'unit', 'price', 'number', 'minutes', 'per', 'source'] as const;

type Fields = ReadonlyMap<string, YamlEntry>;

/** What one contact takes or yields: prices and numbers, or the price of an hour and minutes. */
export function readCostLines(reader: YamlReader, node: YamlNode, what: string): CostLine[] {
  return reader.items(node, what).flatMap((item) => {
    const fields = reader.fields(item, what, lineKeys);
    const line = fields && readLine(reader, item, fields);
    return line ? [line] : [];
  });
}

/** What has to be paid in any case, with how long the price pays for. */
export function readFixedCosts(reader: YamlReader, node: YamlNode): FixedCost[] {
  return reader.items(node, 'fixed').flatMap((item) => {
    const fields = reader.fields(item, 'fixed', fixedKeys);
    const line = fields && readLine(reader, item, fields);
    const per = fields && needed(reader, item, fields, 'per');
    const span = per && readSpan(reader, per.value);
    return line && span ? [{ ...line, per: span }] : [];
  });
}

/** Where a figure comes from; one that does not say so is a problem. */
export function readSource(
  reader: YamlReader,
  fields: Fields,
  place: YamlNode | Range,
): Localized | undefined {
  const source = filled(fields, 'source');
  if (!source) reader.problem('cost-no-source', place);
  return source && reader.localized(source.value, 'source');
}

function readLine(reader: YamlReader, item: YamlNode, fields: Fields): CostLine | undefined {
  const nameEntry = needed(reader, item, fields, 'name');
  const priceEntry = needed(reader, item, fields, 'price');
  const name = nameEntry && reader.localized(nameEntry.value, 'name');
  const price = priceEntry && readFigure(reader, priceEntry.value, 'price');
  const unit = filled(fields, 'unit');
  const quantity = readQuantity(reader, fields);
  const source = readSource(reader, fields, nameEntry?.value ?? item);
  if (name === undefined || price === undefined || !quantity) return undefined;
  return { name, unit: unit && reader.localized(unit.value, 'unit'), price, quantity, source };
}

function readQuantity(reader: YamlReader, fields: Fields): CostLine['quantity'] | undefined {
  const number = filled(fields, 'number');
  const minutes = filled(fields, 'minutes');
  if (number && minutes) reader.problem('cost-number-and-minutes', minutes.keyRange);
  if (minutes) {
    const value = readFigure(reader, minutes.value, 'minutes');
    return value === undefined ? undefined : { minutes: value };
  }
  const value = number ? readFigure(reader, number.value, 'number') : 1_00;
  return value === undefined ? undefined : { number: value };
}

function needed(reader: YamlReader, item: YamlNode, fields: Fields, key: string): YamlEntry | undefined {
  const entry = filled(fields, key);
  if (!entry) reader.problem('cost-incomplete', item, key);
  return entry;
}
