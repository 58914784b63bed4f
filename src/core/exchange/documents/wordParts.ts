import { escapeXml } from '../../xml/escape';

/** The fixed parts of a document of Word, and how texts stand in its XML. */

const wordSpaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'mc:Ignorable="w14 w15"',
].join(' ');

/** The namespace of what a document says of the transcript that it was exported from. */
export const exportSpace = 'urn:interview-coding:export:1';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageSpace = 'http://schemas.openxmlformats.org/package/2006';
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A text as it can stand in XML; what cannot is a replacement character. */
export function xmlText(text: string): string {
  return escapeXml(text).replace(/(?![\t\n])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd');
}

/** A run of text; tabs are elements of their own. */
export function run(text: string, properties = ''): string {
  const format = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  const parts = text
    .split(/(\t)/)
    .filter((part) => part !== '')
    .map((part) => (part === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${xmlText(part)}</w:t>`));
  return parts.length === 0 ? '' : `<w:r>${format}${parts.join('')}</w:r>`;
}

/** A part of the document, with its root element. */
export function part(root: string, content: string): string {
  return `${declaration}<${root} ${wordSpaces}>${content}</${root}>`;
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageSpace}/relationships">${items.join('')}</Relationships>`;
}

const styles = part(
  'w:styles',
  [
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>',
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>',
  ].join(''),
);

const types = [
  `${declaration}<Types xmlns="${packageSpace}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>`,
  `<Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/>`,
  `<Override PartName="/word/comments.xml" ContentType="${wordType}.comments+xml"/>`,
  `<Override PartName="/word/commentsExtended.xml" ContentType="${wordType}.commentsExtended+xml"/>`,
  '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
  '</Types>',
].join('');

/** The parts that are the same in every document, by their paths. */
export const fixedParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': types,
  '_rels/.rels': relations([[`${officeRelation}/officeDocument`, 'word/document.xml']]),
  'word/_rels/document.xml.rels': relations([
    [`${officeRelation}/styles`, 'styles.xml'],
    [`${officeRelation}/comments`, 'comments.xml'],
    ['http://schemas.microsoft.com/office/2011/relationships/commentsExtended', 'commentsExtended.xml'],
    [`${officeRelation}/customXml`, '../customXml/item1.xml'],
  ]),
  'word/styles.xml': styles,
  'customXml/_rels/item1.xml.rels': relations([[`${officeRelation}/customXmlProps`, 'itemProps1.xml']]),
  'customXml/itemProps1.xml': `${declaration}<ds:datastoreItem ds:itemID="{6A2F1C0E-5D1B-4C8E-9E0A-1C0D1A6E0001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${exportSpace}"/></ds:schemaRefs></ds:datastoreItem>`,
};
