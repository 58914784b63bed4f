import { mapBounded } from '../../cache/bounded';
import type { Code, Codebook } from '../../codebook/codebook';
import { isOfEarlierDefinition } from '../../codebook/definitions';
import { coderOf } from '../../coding/paths';
import type { StudySettings } from '../../settings/settings';
import type { Study } from '../../study';
import { studyFiles } from '../../study/files';
import { type CaseTranscript, noCase, transcriptsByCase, transcriptsOfCase } from '../../summary/cases';
import { groupBy } from '../../summary/groupBy';
import { labelsOf } from '../../summary/labels';
import { compareStrings } from '../../text/compare';
import { localize } from '../../text/localized';
import { disagreementsIn } from './disagreements';
import { characterFigures, groupFigures, intervalOf, spanFigures, unitFigures } from './figures';
import { independenceOf } from './independence';
import {
  type ComparedTranscript,
  codedByAll,
  type Material,
  pairMaterial,
  readForAgreement,
  readMaterial,
} from './material';
import type {
  AgreementReport,
  BootstrapSettings,
  ComparedSource,
  Disagreement,
  EarlierDefinition,
  NamedCode,
  PairAgreement,
  PairUnitAgreement,
  UnitAgreement,
  UnitKind,
} from './model';
import { roundsOf } from './rounds';
import { scoreAgreement } from './scores';
import { groupUnits, type PairUnits, pairUnits } from './unitCounts';

/** What is to be compared. */
export interface AgreementRequest {
  /** Two or more names, each once. */
  readonly coders: readonly string[];
  /** The id of a case; the whole study where left out. */
  readonly case?: string | undefined;
  readonly unit: UnitKind;
  /** The overlap from which two spans are the same: characters that both hold, of those that either holds. */
  readonly iou: number;
  /** The paths of transcripts that are left out because somebody still codes them blind. */
  readonly hidden?: ReadonlySet<string>;
}

/** The overlap that is used unless another is asked for. */
export const usualOverlap = 0.5;

const bootstrap: BootstrapSettings = { seed: 1, draws: 2000 };

/**
 * How coders agree, as data; the same files give the same figures.
 * @throws RangeError for a case that the study does not have, or fewer than two coders
 */
export async function agreementOf(study: Study, request: AgreementRequest): Promise<AgreementReport> {
  const read = await readRequest(study, request);
  const { codebook, all, shown, material, codes } = read;
  const { transcripts } = material;
  const { coders, iou } = request;
  const onUnits = await unitAgreement(study, request, read);
  return {
    ...onUnits,
    pairs: onUnits.pairs.map((pair) => withExtents(pair, transcripts, iou)),
    rounds: await roundsOf(
      study,
      transcripts,
      coders,
      codes.map(({ code }) => code),
    ),
    disagreements: disagreementsOf(material, codes),
    leftOut: [
      ...all
        .filter(({ path }) => request.hidden?.has(path))
        .map(({ path }) => ({ transcript: path, reason: 'blind' as const, coders: [] })),
      ...material.leftOut,
    ].sort((a, b) => compareStrings(a.transcript, b.transcript)),
    excluded: material.excluded,
    earlierDefinitions: earlierDefinitions(shown, coders, codebook),
    codebook: await study.sha256(studyFiles.codebook),
    scores: await scoresOf(study, request.case),
  };
}

/** As `agreementOf`, on units alone. */
export async function unitAgreementOf(study: Study, request: AgreementRequest): Promise<UnitAgreement> {
  return unitAgreement(study, request, await readRequest(study, request));
}

async function unitAgreement(
  study: Study,
  request: AgreementRequest,
  { settings, material, codes }: RequestedMaterial,
): Promise<UnitAgreement> {
  const { coders, unit, iou } = request;
  const { transcripts } = material;
  const group = groupUnits(transcripts, coders);
  return {
    study: settings.title,
    language: settings.language,
    case: request.case === undefined ? null : { id: request.case, name: caseName(settings, request.case) },
    coders,
    unit,
    units: unitCount(codedByAll(transcripts, coders)),
    iou,
    bootstrap,
    pairs: pairsOf(coders).map((pair) => pairAgreement(pairUnits(transcripts, pair), pair, codes)),
    group: coders.length > 2 ? codes.map((code) => ({ ...code, ...groupFigures(group, code.code) })) : null,
    transcripts: await sourcesOf(study, transcripts),
  };
}

/** What a request compares: the transcripts, what coders made of them, and the codes. */
export async function readRequest(
  study: Study,
  { coders, unit, case: caseId, hidden }: AgreementRequest,
): Promise<RequestedMaterial> {
  if (coders.length < 2) throw new RangeError('Agreement needs two coders.');
  const [settings, codebook] = await Promise.all([study.settings(), study.codebook()]);
  const all = await transcriptsOf(study, caseId);
  const shown = hidden ? all.filter(({ path }) => !hidden.has(path)) : all;
  const material = await readMaterial(study, shown, coders, unit);
  return { settings, codebook, all, shown, material, codes: codesOf(codebook, material, settings) };
}

interface RequestedMaterial {
  readonly settings: StudySettings;
  readonly codebook: Codebook;
  readonly all: readonly CaseTranscript[];
  /** All of them but those that somebody still codes blind. */
  readonly shown: readonly CaseTranscript[];
  readonly material: Material;
  readonly codes: readonly NamedCode[];
}

async function transcriptsOf(study: Study, caseId: string | undefined): Promise<readonly CaseTranscript[]> {
  if (caseId !== undefined) return transcriptsOfCase(study, caseId);
  await readForAgreement(study);
  const cases = await transcriptsByCase(study);
  return [...cases.values()].flat().sort((a, b) => compareStrings(a.path, b.path));
}

/** The codes of the codebook that are offered or were used, then others that were used. */
function codesOf(codebook: Codebook, { transcripts }: Material, { language }: StudySettings): NamedCode[] {
  const used = new Set(
    transcripts.flatMap(({ uses }) => [...uses.values()].flatMap((own) => [...own.keys()])),
  );
  const known = codebook.codes.filter(({ id, retired }) => !retired || used.has(id));
  const unknown = [...used].filter((id) => !codebook.byId.has(id)).sort(compareStrings);
  return [
    ...known.map((code) => ({
      code: code.id,
      path: pathOf(code, language),
      retired: code.retired,
      known: true,
    })),
    ...unknown.map((code) => ({ code, path: [code], retired: false, known: false })),
  ];
}

function pathOf({ parent, name }: Code, language: string): string[] {
  return [...(parent ? pathOf(parent, language) : []), localize(name, language)];
}

function caseName({ cases, language }: StudySettings, id: string): string {
  const listed = cases.find((one) => one.id === id);
  if (listed) return localize(listed.name, language);
  return id === noCase ? labelsOf(language).noCase : id;
}

function pairsOf(coders: readonly string[]): (readonly [string, string])[] {
  return coders.flatMap((first, index) => coders.slice(index + 1).map((second) => [first, second] as const));
}

function pairAgreement(
  counted: PairUnits,
  coders: readonly [string, string],
  codes: readonly NamedCode[],
): PairUnitAgreement {
  const { transcripts, units, characters } = counted;
  return {
    coders,
    transcripts,
    units,
    characters,
    codes: codes.map((named) => {
      const figures = unitFigures(counted, named.code);
      return { ...named, ...figures, ...intervalOf(figures, bootstrap) };
    }),
  };
}

/** With the figures on how far codings reach. */
function withExtents(
  pair: PairUnitAgreement,
  transcripts: readonly ComparedTranscript[],
  iou: number,
): PairAgreement {
  const material = pairMaterial(transcripts, pair.coders);
  const codes = pair.codes.map((one) => ({
    ...one,
    characters: characterFigures(material, one.code),
    spans: spanFigures(material, one.code, iou),
  }));
  return { ...pair, codes };
}

function unitCount(transcripts: readonly ComparedTranscript[]): number {
  return transcripts.reduce((sum, { units }) => sum + units.length, 0);
}

function disagreementsOf({ transcripts }: Material, codes: readonly NamedCode[]): Disagreement[] {
  const byCode = groupBy(transcripts.flatMap(disagreementsIn), ({ code }) => code);
  return codes.flatMap(({ code }) => byCode.get(code) ?? []);
}

async function sourcesOf(
  study: Study,
  transcripts: readonly ComparedTranscript[],
): Promise<ComparedSource[]> {
  const rounds = await study.rounds();
  return mapBounded(transcripts, async ({ path, units, length, interviewerTurns, coders }) => ({
    transcript: path,
    sha256: await study.sha256(path),
    units: units.length,
    characters: length,
    interviewerTurns,
    coders,
    coded: await independenceOf(study, path, coders),
    rounds: (rounds.get(path) ?? []).map(({ round }) => round),
  }));
}

function earlierDefinitions(
  transcripts: readonly CaseTranscript[],
  coders: readonly string[],
  codebook: Codebook,
): EarlierDefinition[] {
  const earlier = transcripts
    .flatMap(({ codings }) => codings)
    .filter((one) => coders.includes(coderOf(one)) && isOfEarlierDefinition(one.coding, codebook))
    .map((one) => ({ coder: coderOf(one), code: codebook.byId.get(one.coding.code)!.id }));
  return [...groupBy(earlier, ({ code, coder }) => JSON.stringify([code, coder]))].map(([, same]) => ({
    ...same[0]!,
    codings: same.length,
  }));
}

async function scoresOf(study: Study, caseId: string | undefined): Promise<AgreementReport['scores']> {
  const [scale, scores, { cases }] = await Promise.all([study.scale(), study.scores(), study.settings()]);
  if (!scale) return null;
  if (caseId === undefined) return scoreAgreement(scale, scores);
  const organizations = cases.find(({ id }) => id === caseId)?.organizations ?? [];
  return scoreAgreement(scale, scores, new Set(organizations.map(({ id }) => id)));
}
