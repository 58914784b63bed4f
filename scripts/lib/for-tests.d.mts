import type { Browser, Page } from 'playwright-core';

export const ROOT: string;
export const FIXTURE_STUDIES: string;
export const SAMPLE_STUDY: string;

export type Settings = Readonly<Record<string, unknown>>;
export const QUIET_SETTINGS: Settings;
export function writeUserSettings(dataDir: string, settings: Settings): Promise<void>;
export function writeMachineSettings(dataDir: string, settings: Settings): Promise<void>;

export interface StudyCopy {
  readonly folder: string;
  remove(): Promise<void>;
}
export function prepareStudy(source: string): Promise<StudyCopy>;

export interface Server {
  readonly url: string;
  stop(): void;
}
export interface ServerOptions {
  readonly dataDir: string;
  readonly extensionsDir: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly asksForTrust?: boolean;
}
export function startServer(options: ServerOptions): Promise<Server>;
export function packagedExtension(): Promise<string>;

export function launchBrowser(): Promise<Browser>;
export function speakLanguage(page: Page, locale: string | undefined): Promise<void>;
