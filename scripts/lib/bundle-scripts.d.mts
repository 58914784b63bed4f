/** Bundles TypeScript of the repository, with all it imports, into modules (`.mjs`) that Node runs. */
export function bundleScripts(entryPoints: readonly string[], outdir: string): Promise<void>;
