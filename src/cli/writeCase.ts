import type { Study } from '../core/study';
import type { CasePlace } from '../core/summary/model';
import type { SummaryFormat, TextFormat } from '../core/summary/paths';
import { renderCase, renderSummary } from '../core/summary/render/render';
import { summarizeStudy } from '../core/summary/summary';
import { Utf8Bytes } from './utf8Bytes';

/** What is to be written of a case: a document of its own, or its part of one over several cases. */
export type CaseOrder =
  | { readonly id: string; readonly format: SummaryFormat; readonly place?: undefined }
  | { readonly id: string; readonly format: TextFormat; readonly place: CasePlace };

/** Writes the summaries of a study's cases, one after the other. */
export class CaseWriter {
  readonly #bytes = new Utf8Bytes();

  constructor(private readonly study: Study) {}

  /** The summary of a case as the bytes of a file, or of a part of one. */
  async write(order: CaseOrder): Promise<Uint8Array> {
    const { study } = this;
    const summary = await summarizeStudy(study, [order.id]);
    if (!order.place) {
      const document = await renderSummary(study, summary, order.format);
      if (typeof document !== 'string') return document;
      this.#bytes.add(document);
    } else {
      const [one] = summary.cases;
      for await (const part of renderCase(study, summary, one!, order.place, order.format)) {
        this.#bytes.add(part);
      }
    }
    return this.#bytes.take();
  }
}
