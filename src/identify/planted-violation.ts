export { define } from '../define/define.ts';
