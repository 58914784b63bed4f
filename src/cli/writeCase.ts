import type { Study } from '../core/study';
import type { CasePlace } from '../core/summary/model';
import type { CaseFormat, SummaryFormat } from '../core/summary/paths';
import { renderCase, renderSummary } from '../core/summary/render/render';
import { summarizeStudy } from '../core/summary/summary';

/** What is to be written of a case: a document of its own, or its part of one over several cases. */
export type CaseOrder =
  | { readonly id: string; readonly format: SummaryFormat; readonly place?: undefined }
  | { readonly id: string; readonly format: CaseFormat; readonly place: CasePlace };

/** The summary of a case as the bytes of a file, or of a part of one. */
export async function writeCase(study: Study, order: CaseOrder): Promise<Uint8Array> {
  const summary = await summarizeStudy(study, [order.id]);
  if (!order.place) return Buffer.from(await renderSummary(study, summary, order.format));
  const parts: Buffer[] = [];
  for await (const part of renderCase(study, summary, summary.cases[0]!, order.place, order.format)) {
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts);
}
