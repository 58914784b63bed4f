import type { Alternative, CostCalculation, Period, SourcedFigure, TimeSaving } from '../costs/costs';
import { periods } from '../costs/costs';
import { severityOf } from '../problem';
import type { Localized } from '../text/localized';
import { type Named, readNamed } from '../yaml/named';
import { filled, type YamlEntry, type YamlNode, type YamlReader } from '../yaml/reader';
import { readFigure, readShare } from './costFigures';
import { readCostLines, readFixedCosts, readSource } from './parseCostLines';
import type { Case } from './settings';

const calculationKeys = [
  'id',
  'name',
  'period',
  'contact',
  'contacts',
  'nullAlternative',
  'projectAlternative',
  'benefits',
  'timeSaving',
] as const;
const alternativeKeys = ['name', 'fixed', 'activities'] as const;
const timeSavingKeys = ['hourlyRate', 'productiveHours', 'participation', 'movedOnline'] as const;

type Fields = ReadonlyMap<string, YamlEntry>;

/** The cost calculations of a case. One with a mistake in it is left out, since a part of it gives wrong sums. */
export function readCosts(reader: YamlReader, node: YamlNode): Pick<Case, 'costs' | 'costsLeftOut'> {
  const ids = new Set<string>();
  const costs: CostCalculation[] = [];
  const costsLeftOut: Localized[] = [];
  for (const item of reader.items(node, 'costs')) {
    const before = reader.problems.length;
    const named = readNamed(reader, item, 'a cost calculation', calculationKeys, 'cost-duplicate', ids);
    if (!named) continue;
    const calculation = readCalculation(reader, named);
    if (hasErrors(reader, before)) costsLeftOut.push(named.name);
    else costs.push(calculation);
  }
  return { costs, costsLeftOut };
}

/** Whether there are errors among the problems that came after so many. */
function hasErrors({ problems }: YamlReader, after: number): boolean {
  return problems.slice(after).some((problem) => severityOf(problem) === 'error');
}

function readCalculation(reader: YamlReader, { id, name, fields, place }: Named): CostCalculation {
  const before = reader.problems.length;
  const contact = filled(fields, 'contact');
  const timeSaving = filled(fields, 'timeSaving');
  const calculation: CostCalculation = {
    id,
    name,
    period: readPeriod(reader, filled(fields, 'period')),
    contact: contact && reader.localized(contact.value, 'contact'),
    contacts: readContacts(reader, filled(fields, 'contacts')),
    nullAlternative: readAlternative(reader, filled(fields, 'nullAlternative'), 'nullAlternative'),
    projectAlternative: readAlternative(reader, filled(fields, 'projectAlternative'), 'projectAlternative'),
    benefits: readCostLines(reader, fields.get('benefits')?.value, 'benefits'),
    timeSaving: timeSaving && readTimeSaving(reader, timeSaving.value),
  };
  const { fixed, activities } = calculation.projectAlternative;
  const isEmpty = fixed.length + activities.length === 0;
  if (isEmpty && !hasErrors(reader, before)) reader.problem('cost-nothing', place, id);
  return calculation;
}

function readPeriod(reader: YamlReader, entry: YamlEntry | undefined): Period {
  const text = entry && reader.text(entry.value, 'period');
  const period = periods.find((known) => known === text);
  if (text !== undefined && !period) reader.problem('cost-bad-period', entry!.value, text);
  return period ?? 'week';
}

function readContacts(reader: YamlReader, entry: YamlEntry | undefined): number | undefined {
  const contacts = entry && reader.integer(entry.value, 'contacts');
  if (contacts !== undefined && contacts < 0)
    reader.problem('cost-bad-figure', entry!.value, String(contacts));
  return contacts;
}

function readAlternative(reader: YamlReader, entry: YamlEntry | undefined, what: string): Alternative {
  const fields = entry && reader.fields(entry.value, what, alternativeKeys);
  if (!fields) return { name: undefined, fixed: [], activities: [] };
  const name = filled(fields, 'name');
  return {
    name: name && reader.localized(name.value, 'name'),
    fixed: readFixedCosts(reader, fields.get('fixed')?.value),
    activities: readCostLines(reader, fields.get('activities')?.value, 'activities'),
  };
}

function readTimeSaving(reader: YamlReader, node: YamlNode): TimeSaving | undefined {
  const fields = reader.fields(node, 'timeSaving', timeSavingKeys);
  if (!fields) return undefined;
  const [hourlyRate, productiveHours, participation, movedOnline] = timeSavingKeys.map((key) =>
    readSourced(reader, node, fields, key),
  );
  if (!hourlyRate || !productiveHours || !participation || !movedOnline) return undefined;
  return { hourlyRate, productiveHours, participation, movedOnline };
}

/** A figure with its source: `{value: 25%, source: …}`. */
function readSourced(
  reader: YamlReader,
  node: YamlNode,
  all: Fields,
  key: (typeof timeSavingKeys)[number],
): SourcedFigure | undefined {
  const entry = filled(all, key);
  if (!entry) {
    reader.problem('cost-incomplete', node, key);
    return undefined;
  }
  const fields = reader.fields(entry.value, key, ['value', 'source']);
  if (!fields) return undefined;
  const figure = filled(fields, 'value');
  if (!figure) {
    reader.problem('cost-incomplete', entry.value, 'value');
    return undefined;
  }
  const read = key === 'participation' || key === 'movedOnline' ? readShare : readFigure;
  const value = read(reader, figure.value, key);
  const source = readSource(reader, fields, entry.keyRange);
  return value === undefined ? undefined : { value, source };
}
