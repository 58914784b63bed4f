import * as vscode from 'vscode';
import { studyFiles } from '../../core/study/files';
import { HumanError } from '../../host/errors';
import { askNewFolder } from './folder';
import { isStudy, openStudy, type StudyRequest } from './openStudy';
import { writeNewFiles } from './writeNew';

const folderName = 'interview-coding-sample';

/** Copies the sample study to a folder of the person's own and opens it; a copy made before is opened again. */
export async function openSample(
  extension: vscode.Uri,
  request: StudyRequest = {},
): Promise<vscode.Uri | undefined> {
  const target =
    request.target ??
    (await askNewFolder({
      title: vscode.l10n.t('Open Sample Study'),
      name: folderName,
      offerOpenFolders: false,
    }));
  if (!target) return undefined;
  if (!(await isStudy(target))) await copySample(extension, target);
  if (request.open !== false) await openStudy(target);
  return target;
}

async function copySample(extension: vscode.Uri, target: vscode.Uri): Promise<void> {
  if (!(await isEmpty(target))) {
    throw new HumanError(
      vscode.l10n.t('There are other files in {0}. Choose an empty folder for the sample.', target.fsPath),
    );
  }
  const files = await filesBelow(vscode.Uri.joinPath(extension, 'media', 'sample-study'));
  const { [studyFiles.codebook]: codebook, ...others } = Object.fromEntries(files);
  await writeNewFiles(target, new Map([...Object.entries(others), [studyFiles.codebook, codebook!]]));
}

async function isEmpty(folder: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).length === 0;
  } catch {
    return true;
  }
}

async function filesBelow(folder: vscode.Uri, path = ''): Promise<[string, Uint8Array][]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const perEntry = entries.map(async ([name, type]): Promise<[string, Uint8Array][]> => {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type & vscode.FileType.Directory) return filesBelow(uri, `${path}${name}/`);
    return [[`${path}${name}`, await vscode.workspace.fs.readFile(uri)]];
  });
  return (await Promise.all(perEntry)).flat();
}
