import type { Location, LogicalLocation, PhysicalLocation } from 'sarif';
import type { DocumentSource } from '../../model/document-evidence.ts';
import type { DocumentIndex } from '../document-index.ts';
import { messageText } from './message.ts';

/** Base of all addresses: the folder that the paths of the document are relative to. */
export const sourceRoot = 'SRCROOT';

/** A path of the document as a relative address: each part percent-encoded. */
export function addressOf(file: string): string {
  return file
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** Place in a file and in the system. When there is no place of its own, that of the element is taken. */
export function locationOf(
  index: DocumentIndex,
  element: string,
  at: { readonly source: DocumentSource | undefined; readonly note?: string; readonly id?: number },
): Location {
  const source = at.source ?? index.elements.get(element)?.source;
  return {
    ...(at.id !== undefined && { id: at.id }),
    ...(source && { physicalLocation: physical(source) }),
    logicalLocations: [logical(index, element)],
    ...(at.note !== undefined && { message: { text: messageText(at.note) } }),
  };
}

export function physical(source: DocumentSource): PhysicalLocation {
  const startLine = Math.max(1, source.line);
  return {
    artifactLocation: { uri: addressOf(source.file), uriBaseId: sourceRoot },
    region: { startLine, startColumn: Math.max(1, source.column), endLine: Math.max(startLine, source.endLine) },
  };
}

function logical(index: DocumentIndex, element: string): LogicalLocation {
  const found = index.elements.get(element);
  return { name: found?.address ?? element, fullyQualifiedName: element, kind: 'resource' };
}
