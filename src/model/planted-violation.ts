export { flag } from '../catalog/answer.ts';
