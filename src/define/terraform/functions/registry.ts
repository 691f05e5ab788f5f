import { cidrFunctions } from './cidr-functions.ts';
import { collectionFunctions } from './collection-functions.ts';
import { encodingFunctions } from './encoding-functions.ts';
import { fileFunctions } from './file-functions.ts';
import { define, type Functions, open } from './function.ts';
import { mapFunctions } from './map-functions.ts';
import { numberFunctions } from './number-functions.ts';
import { setFunctions } from './set-functions.ts';
import { textFunctions } from './text-functions.ts';
import { timeFunctions } from './time-functions.ts';
import { typeFunctions } from './type-functions.ts';

/** Digests may be of secrets, and random ones are not known before apply: both stay open. */
const openFunctions: Functions = Object.fromEntries(
  ['base64sha256', 'base64sha512', 'bcrypt', 'md5', 'rsadecrypt', 'sha1', 'sha256', 'sha512', 'uuid', 'uuidv5'].map(
    (name) => [name, define(0, 2, open)],
  ),
);

/** Terraform's functions by name; `try` and `can` are not among them, for they look at failures. */
export const functions: Functions = {
  ...cidrFunctions,
  ...collectionFunctions,
  ...encodingFunctions,
  ...fileFunctions,
  ...mapFunctions,
  ...numberFunctions,
  ...openFunctions,
  ...setFunctions,
  ...textFunctions,
  ...timeFunctions,
  ...typeFunctions,
};
