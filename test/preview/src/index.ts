export { buildPreview, type BuildOptions, type BuildResult } from './build/build-preview.ts';
export { PreviewBuildError } from './preview-build-error.ts';
export { startPreview, type PreviewOptions, type RunningPreview } from './server/start-preview.ts';
