import { isDate } from '../dateTime';
import { guidOf } from '../guid';
import type { RefiValue, RefiVariable } from './model';

/** Collects variables as values of them are given; one is a number or date where all of its values are. */
export class Variables {
  readonly #values = new Map<string, string[]>();

  /** The values of variables, by name; those that are undefined or empty are left out. */
  valuesOf(values: Readonly<Record<string, string | undefined>>): RefiValue[] {
    return Object.entries(values).flatMap(([name, value]) => {
      if (value === undefined || value === '') return [];
      this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
      return [{ variable: guidOf('variable', name), value }];
    });
  }

  all(): RefiVariable[] {
    return [...this.#values].map(([name, values]) => ({
      guid: guidOf('variable', name),
      name,
      type: values.every((one) => /^\d{1,9}$/.test(one)) ? 'Integer' : values.every(isDate) ? 'Date' : 'Text',
    }));
  }
}
