/** Wrong usage: its message is shown with the usage, and the process exits with 2. */
export class UsageError extends Error {}

export const usage = `Usage:
  interview-coding check STUDY [--names NAMES]
  interview-coding highlight STUDY [--format jsonl]
  interview-coding summarize STUDY [--case ID | --overview] [--format md|html|json|csv|docx|xlsx]
                             [--out DIR]
  interview-coding agreement STUDY --coders A,B [--case ID] [--unit turn|sentence]
                             [--overlap N] [--format md|html|json|csv]
  interview-coding maturity STUDY [--format md|csv|json]
  interview-coding import FILE --study STUDY [--case ID] [--coder NAME] [--map LABEL=CODE]...
                          [--new-codes] [--overwrite]
  interview-coding export STUDY --format FORMAT --out FILE [--dialect DIALECT] [--case ID]
                          [--names NAMES]
  interview-coding pseudonymize STUDY [--names NAMES] [--suggest | --to FOLDER [--restore]]
  interview-coding --help

STUDY is a folder with a codebook.yaml.

  check      every problem of the study, as path:line:column: severity: message; with NAMES also
             every place where one of these names is left
  highlight  every place where a term of the codebook occurs, a line of JSON each
  summarize  the summary of each case, or of one; as Markdown unless --format says otherwise;
             on stdout, or a file a case in DIR. Links lead from the study's folder summaries.
             --overview is one report over all cases instead: scores, and what recurs.
  agreement  how coders agree, code by code, on respondents’ turns or their sentences, and every
             disagreement; csv is the matrix of units. Codings match from an overlap of 0.5
             (characters that both hold, of those that either holds), or N.
  maturity   the scores of all organizations and of each case, and how scorers agree; csv has a
             row for each score.
  import     a transcript made elsewhere, or those in a folder: .otr, .vtt, .srt, .docx, .odt, .rtf,
             .txt, .md. The case is that of --case, else of its front matter, of the folder it lies
             in, or the only one there is. The file itself is kept in the study’s folder originals.
             Importing it again updates the transcript, unless its turns were edited in the study:
             then only with --overwrite. Comments are codings: “code”, “code: memo”, “code; code”
             or “#code”, by their author or NAME; replies to them are reviews. What is no code is
             left out, unless --map says which one it is or --new-codes adds it to the codebook.
             Of a project or codebook of REFI-QDA (.qdpx, .qdc) the transcripts, codes, codings and
             reviews are added that the study does not have, under the project’s coders, or NAME
             where it names none; nothing that is there is changed. What cannot be placed is said,
             and listed beside the file in originals.
  export     the study for other programs, in a file. FORMAT is one of
             csv, jsonl           a row, or a line of JSON, for each coding that a summary counts
             matrix-transcripts,  a row for each transcript or case, and for each code a column that
             matrix-cases         is 1 where the code was given and 0 where it was not
             webannotation        W3C Web Annotations (JSON-LD)
             codebook-md,         the codebook, for an appendix (as Markdown or for Word) or a
             codebook-docx,       spreadsheet
             codebook-csv
             docx                 each transcript with its codings as comments, in the folder FILE;
                                  “import” reads what was said of them in Word as reviews, by
                                  whom --coder names where comments of others were edited
             qdpx, qdc            REFI-QDA: a project, or the codebook alone, for other QDA programs.
                                  DIALECT is standard (also for QualCoder), nvivo, maxqda or atlas;
                                  what is not in the file is said
             With NAMES nothing is exported while one of these names is left in the study.
  pseudonymize
             every place in the study of the names in the file NAMES, with the pseudonym that would
             come there. --to makes a copy of the study in a new FOLDER with the pseudonyms in it,
             codings carried along; the study stays as it is. --suggest adds to NAMES what may be
             names, or writes it to stdout where no NAMES is given. --restore puts the names back
             into a copy: as a study in a new FOLDER, or, where FOLDER is the study that the copy was
             made from, adds what was coded and reviewed in the copy. NAMES stays outside of the
             study; beside it NAMES.spellings.jsonl may be written, which --restore reads.

Exit code: 0 when done, 1 when the study has errors, a file could not be imported or a name
is left, 2 for wrong usage.`;
