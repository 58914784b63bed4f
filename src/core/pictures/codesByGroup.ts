import { oneLine } from '../report/blocks';
import { countOf } from '../summary/counts';
import { type Material, pictureCodes } from './material';
import type { CodeHeatMap } from './model';

/** Counts the codings of each code by organization and by role, as the tables of a summary do. */
export function codesByGroup(material: Material): CodeHeatMap {
  const { labels, codes, quotes, interviews, organizations, respondents, lost } = material;
  const used = codes.filter(({ withSubcodes }) => withSubcodes.quotes > 0);
  const unused = codes.filter(({ withSubcodes, retired }) => withSubcodes.quotes === 0 && !retired).length;
  return {
    kind: 'codes',
    language: material.language,
    title: labels.titles.codes,
    caption: [
      labels.codesExplained(quotes.length, interviews.filter((one) => one.quotes > 0).length),
      labels.anySpeaker,
      ...material.whoseCodings,
      ...(lost > 0 ? [labels.lostCounted(lost)] : []),
      ...(unused > 0 ? [labels.unused(unused)] : []),
    ],
    empty: used.length === 0 ? labels.noCodings : null,
    rows: pictureCodes(used, material, (code) => code.quotes),
    groups: [
      {
        title: labels.organization,
        columns: organizations.map(({ name }) => oneLine(name ?? labels.noOrganization)),
        counts: used.map((code) => organizations.map(({ id }) => countOf(code.byOrganization, id))),
      },
      {
        title: labels.role,
        columns: respondents.map(({ role }) => oneLine(role ?? labels.noRole)),
        counts: used.map((code) => respondents.map(({ role }) => countOf(code.byRole, role))),
      },
    ],
  };
}
