import * as vscode from 'vscode';
import { consensusCoder } from '../../core/coding/paths';
import { type AgreementRequest, usualOverlap } from '../../core/review/agreement/agreement';
import { type UnitKind, unitKinds } from '../../core/review/agreement/model';
import type { Study } from '../../core/study';
import { caseIds } from '../../core/summary/cases';
import { localize } from '../../core/text/localized';
import { Hint } from '../../host/errors';
import type { StudySession } from '../../host/studySession';

/** Who is compared, on what. */
export interface Compared {
  readonly coders: readonly string[];
  /** The id of a case; the whole study where left out. */
  readonly case?: string | undefined;
  readonly unit: UnitKind;
}

const memoryKey = 'interviewCoding.agreement';

/** Whom to compare: what was last chosen, and the questions for another choice. */
export class CompareQuestions {
  constructor(private readonly memory: vscode.Memento) {}

  /** What was last chosen, where the study still has these coders and this case. */
  async last(study: Study): Promise<Compared | undefined> {
    const last = this.memory.get<Compared>(memoryKey);
    if (!last) return undefined;
    const [coders, cases] = await Promise.all([study.coders(), caseIds(study)]);
    const isThere =
      last.coders.every((coder) => coders.includes(coder)) &&
      (last.case === undefined || cases.includes(last.case));
    return isThere ? last : undefined;
  }

  async remember(compared: Compared): Promise<void> {
    await this.memory.update(memoryKey, compared);
  }

  /** Asks for coders, case and unit; undefined where a question was dismissed. */
  async ask(study: Study): Promise<Compared | undefined> {
    const last = await this.last(study);
    const coders = await askCoders(study, last?.coders);
    if (!coders) return undefined;
    const chosen = await askCase(study, last?.case);
    if (!chosen) return undefined;
    const unit = await askUnit(last?.unit);
    return unit && { coders, case: chosen.id, unit };
  }
}

async function askCoders(study: Study, last: readonly string[] = []): Promise<string[] | undefined> {
  const known = await study.coders();
  if (known.length < 2)
    throw new Hint(vscode.l10n.t('Agreement needs two coders; this study has codings of fewer.'));
  const usual = last.length > 0 ? last : known.filter((coder) => coder !== consensusCoder).slice(0, 2);
  const picked = await vscode.window.showQuickPick(
    known.map((coder) => ({ label: coder, picked: usual.includes(coder) })),
    {
      title: vscode.l10n.t('Agreement between Coders'),
      placeHolder: vscode.l10n.t('Between whom? Choose two or more'),
      canPickMany: true,
    },
  );
  if (!picked) return undefined;
  if (picked.length < 2) throw new Hint(vscode.l10n.t('Choose two coders or more.'));
  return picked.map(({ label }) => label);
}

async function askCase(study: Study, last: string | undefined): Promise<{ id?: string } | undefined> {
  const [known, { cases }] = await Promise.all([caseIds(study), study.settings()]);
  if (known.length < 2) return {};
  const all: CaseItem = { label: vscode.l10n.t('All cases'), of: {} };
  const items = known.map((id): CaseItem => {
    const listed = cases.find((one) => one.id === id);
    const label = listed ? localize(listed.name, vscode.env.language) : id;
    return { label: label === '' ? vscode.l10n.t('Interviews without a case') : label, of: { id } };
  });
  const ordered = [all, ...items].sort((a, b) => Number(b.of.id === last) - Number(a.of.id === last));
  const picked = await vscode.window.showQuickPick(ordered, {
    title: vscode.l10n.t('Agreement between Coders'),
    placeHolder: vscode.l10n.t('In which case?'),
  });
  return picked?.of;
}

interface CaseItem extends vscode.QuickPickItem {
  readonly of: { readonly id?: string };
}

async function askUnit(last: UnitKind | undefined): Promise<UnitKind | undefined> {
  const words: Record<UnitKind, string> = {
    turn: vscode.l10n.t('On turns of respondents'),
    sentence: vscode.l10n.t('On sentences of respondents'),
  };
  const ordered = unitKinds.toSorted((a, b) => Number(b === last) - Number(a === last));
  const picked = await vscode.window.showQuickPick(
    ordered.map((unit) => ({ label: words[unit], unit })),
    {
      title: vscode.l10n.t('Agreement between Coders'),
      placeHolder: vscode.l10n.t('On what? Characters and whole codings are compared too'),
    },
  );
  return picked?.unit;
}

/** What core is asked: transcripts that the person at the screen still codes blind are left out. */
export async function requestOf(session: StudySession, compared: Compared): Promise<AgreementRequest> {
  const paths = await session.study.codedTranscriptPaths();
  const blind = await Promise.all(paths.map((path) => session.isBlind(path)));
  const hidden = new Set(paths.filter((_, index) => blind[index]));
  return { ...compared, iou: usualOverlap, hidden };
}
