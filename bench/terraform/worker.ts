import type { InputFile, InputRoot, LocalRead } from '../../src/define/input.ts';
import { evaluateSource } from '../../src/define/terraform/evaluate-source.ts';
import { type DeploymentId, id } from '../../src/model/id.ts';
import { createOrigins } from '../../src/model/origin.ts';
import { resourcesPerFile, sourceTexts } from './source-texts.ts';

/** One run; prints its measures as JSON. */
const files = Number(process.argv[3]);
const texts = sourceTexts(files);
const missing: LocalRead = { kind: 'missing' };
const root: InputRoot = { folders: [], read: () => missing, list: () => [] };
const inputs = Object.entries(texts).map(([path, text]): InputFile => ({ root, path, file: path, text }));
const before = process.cpuUsage();
const start = performance.now();
const { instances, diagnostics } = evaluateSource(
  {
    deployment: id<DeploymentId>('bench'),
    folder: '',
    files: inputs,
    variableFiles: [],
    variableValues: new Map(),
    account: ['111122223333'],
    region: ['eu-west-1'],
    partition: ['aws'],
  },
  { origins: createOrigins(), files: { read: () => missing, list: () => [] } },
);
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage(before).user / 1e6;
const managed = instances.filter(({ mode }) => mode === 'managed').length;
if (managed !== files * resourcesPerFile || diagnostics.length > 0) throw new Error('resources were lost');
console.log(JSON.stringify({ files, instances: instances.length, seconds, cpu }));
