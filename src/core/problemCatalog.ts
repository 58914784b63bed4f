/** Errors make `check` fail; warnings want a look; information is worth knowing. */
export type Severity = 'error' | 'warning' | 'information';

interface CatalogEntry {
  readonly severity: Severity;
  /** English, with `{0}`, `{1}`, … for the arguments; says what is wrong and what to do. */
  readonly text: string;
}

const error = (text: string): CatalogEntry => ({ severity: 'error', text });
const warning = (text: string): CatalogEntry => ({ severity: 'warning', text });
const information = (text: string): CatalogEntry => ({ severity: 'information', text });

/** Every problem a study can have. The editor translates these texts by themselves as keys. */
export const problemCatalog = {
  'file-unreadable': error('This file cannot be read ({0}). Check that it exists and that you may open it.'),
  'file-binary': error('This is not a text file. Export the document as plain text (.txt) and replace it.'),
  'file-empty': warning('This file is empty.'),

  'file-conflict': error(
    'Git left a conflict here, {0} lines long. Keep what should stay of both sides and remove the marker lines.',
  ),
  'copy-of-file': warning(
    'A sync program kept this second version of “{0}”; it is left out. Compare the two, put what should stay into that file, and delete this one.',
  ),
  'copy-of-log': error(
    'A sync program kept this second version of “{0}”; nothing in it counts. Use the quick fix, or “Merge Conflicted Copies”, to add its lines to that file.',
  ),

  'git-no-union': information(
    'This study is in git, and nothing tells git to keep what both sides added to a log: it would make a conflict of it. Add the line “*.jsonl merge=union” to this file.',
  ),

  'yaml-syntax': error('This is not valid YAML: {0}'),
  'yaml-too-deep': error('This is nested too deeply to be read. Write it with fewer levels.'),
  'yaml-alias': error(
    'YAML aliases are not used here: “*{0}” reads as one. Put quotes around a value that begins with an asterisk.',
  ),
  'yaml-not-a-mapping': error('Expected “key: value” lines for {0}.'),
  'yaml-not-a-list': error('Expected a list for {0}: put “- ” in front of each item.'),
  'yaml-not-a-text': error('Expected a text for {0}.'),
  'yaml-not-a-number': error('Expected a whole number for {0}.'),
  'yaml-not-a-flag': error('Expected true or false for {0}.'),
  'yaml-not-a-language': error('“{0}” is not a language code. Write {1} as one text, or as en: … and nl: ….'),
  'yaml-bad-key': error('A key must be a plain word.'),
  'yaml-duplicate-key': error('“{0}” stands here twice; the first one counts. Remove one of them.'),
  'yaml-unknown-key': error('“{0}” is not known in {1}. Known: {2}.'),

  'codebook-missing': error('There is no codebook.yaml. Add one with a list of codes.'),
  'codebook-no-codes': warning('The codebook has no codes yet. Add them under “codes:”.'),
  'code-without-id': error('This code has no id. Give it one that never changes, such as “id: barrier”.'),
  'code-bad-id': error(
    '“{0}” cannot be an id. Use letters, digits, hyphens, dots and underscores, beginning with a letter or digit.',
  ),
  'code-duplicate-id': error(
    'The id “{0}” is used before, on line {1}. This code is left out: give it an id of its own.',
  ),
  'code-was-taken': error(
    'The id “{0}” under “was” belongs to the code on line {1}, which keeps it. Remove it from one of them.',
  ),
  'code-bad-color': error('“{0}” is not a color. Write it as "#rrggbb", in quotes.'),
  'code-bad-polarity': error('“{0}” is not a polarity. Write hinders or helps, or leave it out.'),
  'code-unknown-domain': error('“{0}” is not a domain of maturity.yaml. Known: {1}.'),
  'definition-changed': information(
    'The definition of “{0}” is not what it was when codings were made with it: {1}. Look at them again; “Confirm Codings under the New Definition” then says that they hold.',
  ),
  'code-name-missing': warning('The code “{0}” has no name; its id is shown.'),
  'term-empty': error('This term is empty.'),
  'term-wildcard-only': error('In “{0}” the asterisk would match every word. Put letters beside it.'),
  'term-wildcard-inside': error('In “{0}” the asterisk stands inside a word. It can only begin or end one.'),
  'term-gap-at-edge': error('In “{0}” the gap “...” must stand between two words.'),
  'term-gap-repeated': error('In “{0}” two gaps stand side by side. One “...” is a gap of up to six words.'),
  'term-too-many-gaps': error('“{0}” has more than {1} gaps. Make it into several terms.'),
  'term-too-long': error('“{0}” has more than {1} words and marks. Make it into several terms.'),
  'term-regex-unclosed': error(
    '“{0}” begins like a regular expression but does not end with a slash. Add one, or leave out the first.',
  ),
  'term-regex-flags': error(
    'Leave out “{1}” behind the last slash of “{0}”: case never matters, and there are no other flags.',
  ),
  'term-regex-invalid': error('“{0}” is not a valid regular expression: {1}.'),
  'term-regex-too-long': error(
    '“{0}” is longer than {1} characters once its repeats are written out, so it would take too long. Make it shorter, or several terms of it.',
  ),
  'term-regex-too-many': error(
    'With “{0}” the regular expressions of this codebook are longer than {1} characters together, so they would take too long. Write some of them as words, with an asterisk or a gap.',
  ),
  'term-regex-unsupported': error(
    '“{0}” uses “{1}”, which cannot be matched in linear time. Write it without.',
  ),

  'study-missing': information(
    'There is no study.yaml: cases and organizations are taken from the transcripts, and have no names.',
  ),
  'study-bad-language': error('“{0}” is not a language of the reports. Write en or nl.'),
  'study-duplicate-case': error('The case “{0}” stands here twice; the first one counts.'),
  'study-duplicate-organization': error('The organization “{0}” stands here twice; the first one counts.'),
  'study-duplicate-coder': error(
    'The coder “{0}” stands here twice. Two coders need two names, since a name is a folder.',
  ),
  'study-bad-coder': error('“{0}” cannot be a coder’s name, since it is also the name of a folder.'),
  'assignment-no-coder': error('This assignment names no coder. Add “coder: …”.'),
  'round-duplicate': error(
    'The round “{0}” stands here twice; the first one counts. Give each its own name.',
  ),
  'round-few-coders': error('A round of double coding needs at least two coders: “coders: [anna, bram]”.'),
  'round-bad-share': error('“{0}” is not a share. Write a percentage above 0, such as 25%.'),
  'round-bad-count': error('“{0}” is not a number of transcripts to draw. Write 1 or more.'),
  'round-share-and-count': warning(
    'The share of this round counts, and “count” does not. Remove one of them.',
  ),
  'round-no-seed': error(
    'A sample needs a seed, so that everyone draws the same one. Add “seed: ” with any whole number.',
  ),
  'round-unknown-case': warning('The case “{0}” of this assignment is not in the study.'),
  'round-unknown-transcript': warning('The transcript “{0}” of this assignment is not in the study.'),
  'case-without-id': error('This entry has no id.'),

  'cost-duplicate': error('The cost calculation “{0}” stands here twice; the first one counts.'),
  'cost-nothing': error(
    'The cost calculation “{0}” has nothing to compute. Give its projectAlternative fixed costs or activities.',
  ),
  'cost-incomplete': error('“{0}” is missing here. Until it is added, this calculation is left out.'),
  'cost-bad-figure': error(
    '“{0}” is not a figure that can be computed with. Write digits, at most two decimals, and nothing between thousands, such as 2046 or 30.51. Until then this calculation is left out.',
  ),
  'cost-bad-share': error(
    '“{0}” is not a share. Write a percentage above 0, such as 25%. Until then this calculation is left out.',
  ),
  'cost-bad-span': error(
    '“{0}” is not how long a price pays for. Write week, month or year, or a number of them, such as 3 years. Until then this calculation is left out.',
  ),
  'cost-bad-period': error('“{0}” is not a period of costs. Write week, month or year.'),
  'cost-number-and-minutes': error(
    'A line of costs has a number or minutes, not both. Minutes are of staff’s time, and their price is that of an hour. Until one is removed, this calculation is left out.',
  ),
  'cost-no-source': warning('This figure has no source. Say under “source” where it comes from.'),

  'scale-no-domains': warning('The scale has no domains yet. Add them under “domains:”.'),
  'scale-duplicate-domain': error('The domain “{0}” stands here twice; the first one counts.'),
  'scale-no-levels': error('The domain “{0}” has no levels. Describe each level in words, the lowest first.'),
  'scores-no-scale': error('There are scores but no maturity.yaml to read them by.'),
  'score-incomplete': error('A score needs an organization, a domain and a score.'),
  'score-unknown-organization': error('“{0}” is not an organization of study.yaml. Known: {1}.'),
  'score-unknown-domain': error('“{0}” is not a domain of maturity.yaml. Known: {1}.'),
  'score-out-of-range': error('The score {0} is outside the scale: this domain goes from 1 to {1}.'),
  'score-duplicate': error('“{0}” has a score for “{1}” already; the first one counts.'),
  'score-unknown-evidence': warning(
    'There is no coding with the id “{0}” in the study. Correct the id, or take it out of the evidence.',
  ),
  'score-removed-evidence': warning(
    'The coding “{0}” was removed. Look at the score again, and take the id out of its evidence.',
  ),
  'score-no-rationale': warning(
    'The score of “{0}” on “{1}” does not say why. Add a “rationale”, so that another can verify it.',
  ),
  'score-no-evidence': warning(
    'The score of “{0}” on “{1}” names no codings that it rests on. Add their ids under “evidence”.',
  ),
  'score-not-verified': warning(
    'Nobody verified the score of “{0}” on “{1}” that was settled here; it was scored by: {2}. A second researcher gives a score of their own first.',
  ),
  'score-verified-by-self': warning(
    'The score of “{0}” on “{1}” was verified by the one who gave it, under the names {2}. That takes a second researcher.',
  ),

  'transcript-none': warning(
    'There are no transcripts yet. Put them in transcripts/<case>/ as .txt or .md files.',
  ),
  'transcript-open-front-matter': error(
    'The front matter is not closed. End it with a line of three hyphens.',
  ),
  'transcript-no-turns': warning('No speakers were recognized. Write each turn as “Name: …”.'),
  'transcript-unknown-case': warning(
    'The case “{0}” is not in study.yaml. Add it there, or correct it here.',
  ),
  'transcript-unknown-organization': warning(
    'The organization “{0}” is not in case “{1}” of study.yaml. Add it there, or correct it here.',
  ),

  'log-not-json': error('This line cannot be read as a coding; it is kept as it is. Correct or remove it.'),
  'review-not-json': error(
    'This line cannot be read as a review; it is kept as it is. Correct or remove it.',
  ),
  'progress-not-json': error(
    'This line cannot be read as the progress of a coder; it is kept as it is. Correct or remove it.',
  ),
  'log-conflict': error(
    'Git left a conflict here. Keep the lines of both sides and remove the marker lines.',
  ),
  'log-bad-field': error('“{0}” is missing or is not {1}; the line is kept but not counted.'),
  'log-older-line': warning(
    'This line, dated {0}, replaces one dated {1}: two versions of the file were put together, or a clock was set back. It counts because it comes last. “Show History of Coding” tells both.',
  ),
  'log-other-coder': warning(
    'This line is by “{0}”, but the file is that of “{1}”. It is counted for “{0}”.',
  ),
  'log-no-transcript': error(
    'The transcript “{0}” of these {1} codings is missing. Put it back, or rename this file along with it.',
  ),
  'log-other-transcript': error(
    'The transcript “{0}” of these {1} codings is missing, and “{2}” holds their words. Use the quick fix, or “Re-link Transcript”, to rename this file along.',
  ),
  'log-same-coder': error(
    'The coders “{0}” and “{1}” differ in case only, and many computers take their folders for one. Rename one of them.',
  ),
  'coding-unknown-code': error(
    'The code “{0}” is not in the codebook. Add it, or list it under “was” of the code that took its place.',
  ),
  'coding-duplicate-id': error('The id “{0}” is used in {1} too. Each coding needs an id of its own.'),
  'review-unknown-coding': warning('This review is of a coding “{0}” that is not in the study.'),
  'review-unknown-answer': warning('This answers a review “{0}” that is not in the study.'),
  'review-own-coding': warning('“{0}” reviews a coding of their own here; a review needs a second person.'),
  'review-unknown-code': error(
    'The code “{0}” that this review proposes is not in the codebook. Add it, or correct the line.',
  ),
  'settled-differently': error(
    'The coding “{0}” of {1} was settled in more than one way, by {2}, and all of these count. Compare the coders again and settle it once.',
  ),
  'settled-unknown-coding': warning(
    'This coding by consensus comes from a coding “{0}” that is not in the study.',
  ),
  'coding-ambiguous': warning(
    'The quote of this coding of “{0}” stands in several places and none clearly is its own: “{1}”.',
  ),
  'coding-orphan': warning('The quote of this coding of “{0}” is no longer in the transcript: “{1}”.'),
  'coding-edited': information(
    'The words of this coding of “{0}” by {1} have changed since; they were “{2}”. Check them, then accept the new text or correct the coding.',
  ),

  'import-unknown-format': error('This kind of file is not known. A transcript is one of: {0}.'),
  'import-old-word': error(
    'This is a document of Word 2003 or earlier, or one with a password. Save it as .docx without a password and import that.',
  ),
  'import-not-text': error('This is not a text file. Save it as .txt, .docx, .odt or .rtf and import that.'),
  'import-bad-otr': error(
    'This is not a file that oTranscribe exports. Export it there once more as “oTranscribe file (.otr)”.',
  ),
  'import-not-zip': error(
    'This is not a document of Word or LibreOffice, or only a part of one. Open it there and save it again.',
  ),
  'import-damaged': error('This file is damaged. Open it in the program that made it and save it again.'),
  'import-zip-unsafe': error(
    'This is not the document it says it is: it holds a file “{0}” that would lead out of it or stands in it twice. It is not read.',
  ),
  'import-too-large': error(
    'This document holds far more than an interview ever does, and is not read. Save its text as .txt and import that.',
  ),
  'import-encrypted': error('This document has a password. Save it without one and import that.'),
  'import-no-document': error(
    'There is no text in this document where Word or LibreOffice has it. Open it there and save it again.',
  ),
  'import-bad-xml': error(
    '“{0}” in this document is damaged at line {1}, column {2}. Open it in the program that made it and save it again.',
  ),
  'import-xml-doctype': error(
    '“{0}” in this document declares a document type, as no word processor does. It is not read.',
  ),
  'import-xml-too-deep': error(
    '“{0}” in this document is nested more deeply than any document. It is not read.',
  ),
  'import-codes-unwritable': error(
    'The codes of this project cannot be put into codebook.yaml: they stand too deep below one another, or their texts have too many brackets. Nothing is taken over. Make them simpler in the program that made them, and export again.',
  ),
  'import-empty': warning('No text was found in this file.'),
  'import-no-speakers': warning(
    'No speakers were recognized. In the transcript, begin each turn with a name and a colon, such as “I:”.',
  ),
  'import-bad-timestamp': warning('“{0}” is not a time in the recording, and is left out.'),
  'import-element': warning('“{0}” is not known in an oTranscribe file; its text is kept, its form is not.'),
  'import-cue-no-time': warning('This has no time of its own; it goes on with what was said before.'),
  'import-cue-before-first': warning('This stands before the first time, and is left out.'),
  'import-picture': warning('A picture or drawing is left out. Add by hand what was said in it.'),
  'import-symbol': warning('A character of a symbol font is left out.'),
  'import-edited': error(
    '“{0}” was edited in the study, so it is not written over. Import again with leave to overwrite it, or import this file under another name.',
  ),
  'import-unknown-code': error(
    '“{0}” is not a code (comments: {1}). These codings are left out: add the code, or say which code is meant, and import again.',
  ),
  'import-comment-unread': warning(
    'A comment by “{0}” names no code, or is on no words, and is left out: “{1}”. Begin it with a code, such as “barrier: memo”.',
  ),
  'import-comment-changed': warning(
    'This comment of “{0}” was changed or removed in Word, by nobody knows whom: import again and say who edited the document.',
  ),
  'import-comment-lost': warning('A comment by “{0}” is on no place in the text, and is left out.'),

  'export-without-place': warning(
    'The coding {0} has no place in its transcript, and is left out. Repair it and export again.',
  ),
  'export-review-without-coding': warning(
    'The review {0} is of a coding that is not in the file, and is left out.',
  ),
  'export-bad-date': warning('“{0}” is not a date and time, and is left out.'),
  'export-character': warning(
    'A control character or half a character is replaced by �, since XML cannot hold it.',
  ),
  'export-no-history': information(
    'Not in the file: how codings and reviews came about (the lines of logs that were replaced), and which interviews are done.',
  ),
  'export-moved': information(
    'Codings that moved or whose words were edited stand in the file as they are now; their original words do not.',
  ),
  'export-no-marks': information('Not in the file: under which definition of a code each coding was made.'),

  'import-no-project': error(
    'This is not a project or codebook of REFI-QDA. Export it once more as .qdpx or .qdc and import that.',
  ),
  'import-project-too-large': error(
    'This project holds far more than a study ever does, and is not read. Export a part of it and import that.',
  ),
  'import-source-without-text': warning('“{0}” has no text that can be read, and is left out.'),
  'import-transcript-differs': warning(
    'The study has another text in “{0}”, which stays. Codings are placed in it by their words.',
  ),
  'import-annotation': warning('“{0}”, {1}: a passage with a note and no code is left out: {2}'),
  'import-coding-lost': warning('“{0}”, {1}: a coding has no code or no place, and is left out.'),
  'import-coding-unplaced': warning(
    '“{0}”, {1}: the words of a coding do not stand at its place. It is kept with its words; give it a place in the Problems panel.',
  ),
  'import-coding-found': warning(
    '“{0}”, {1}: the words of a coding do not stand at its place but elsewhere, where it is put. Look whether that is right.',
  ),
  'import-left-out': warning('Not taken: {0} ({1}).'),
  'import-note-left': warning('The note “{0}” belongs to no coding. Its words are kept in the report.'),
  'import-file-there': warning('The study has its own “{0}”, which stays; that of the project is left out.'),
  'import-score-there': warning(
    'The score by {0} of {1} for {2} is another one in the study, and stays. In the project it is {3}.',
  ),

  'name-too-short': error('“{0}” is too short: it would be found everywhere. Write at least two letters.'),
  'name-without-pseudonym': error(
    '“{0}” has no pseudonym yet. Write one behind the colon, or take the line out.',
  ),
  'name-duplicate': error('“{0}” is found in the same places as “{1}”, which counts. Remove one of them.'),
  'pseudonym-bad': error(
    '“{0}” cannot be a pseudonym. Use letters, digits, spaces and hyphens, and no full stop at the end.',
  ),
  'pseudonym-is-name': error(
    'The pseudonym “{0}” has the name “{1}” in it, which is to be replaced itself. Choose another.',
  ),
  'pseudonym-in-use': error(
    '“{0}” stands here already, so that the pseudonym “{1}” could not be told from it. Choose another, or add “{0}” to the names.',
  ),
  'pseudonym-breaks-file': error(
    'With these pseudonyms this file would not read as it does now. Use pseudonyms of letters, digits, spaces and hyphens, that begin with a letter.',
  ),
  'pseudonym-other-draw': error(
    'In the copy the round “{0}” would draw other transcripts, since their files have other names there. List its transcripts under “transcripts” instead of drawing them.',
  ),
  'name-left': error('“{0}” is left here. Add it to the names as it is written here, or correct it.'),
  'name-left-in-path': error('“{0}” is left in the name of this file or its folder. Rename it.'),
  'names-unchecked-file': error('This file cannot be searched for names. Leave it out of what you share.'),
  'names-damaged-file': error(
    'This file is no text, or has damaged characters, so it cannot be copied with other names. Save it as text in UTF-8, or take it out of the study.',
  ),
  'names-not-encodable': error(
    'A pseudonym has letters that this file cannot hold, or a line of it would be lost. Save the file as UTF-8, or choose another pseudonym.',
  ),
  'names-same-path': error(
    'This file and “{0}” would both become “{1}”. Give their names pseudonyms that differ.',
  ),
} as const satisfies Record<string, CatalogEntry>;

export type ProblemCode = keyof typeof problemCatalog;
